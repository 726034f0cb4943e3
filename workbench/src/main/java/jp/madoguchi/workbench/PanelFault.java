package jp.madoguchi.workbench;

import java.io.IOException;
import java.util.Optional;

/**
 * One fault that the page of the outside world offers.
 *
 * @param slug its name on the wire
 * @param device where it happens, as the page heads its column
 * @param words what happens
 * @param strike lets it happen
 * @param mend puts it right; a fault without it strikes once and is over
 */
record PanelFault(String slug, String device, String words, Hand strike, Optional<Hand> mend) {
    /** What somebody does to the world. */
    @FunctionalInterface
    interface Hand {
        void move(Workbench world) throws IOException;
    }

    /** Strikes once. */
    static PanelFault once(String device, String slug, String words, Hand strike) {
        return new PanelFault(slug, device, words, strike, Optional.empty());
    }

    /** Lasts until it is mended. */
    static PanelFault lasting(String device, String slug, String words, Hand strike, Hand mend) {
        return new PanelFault(slug, device, words, strike, Optional.of(mend));
    }
}
