package jp.madoguchi.workbench.crash;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import jp.madoguchi.workbench.ScreenClient;
import org.jsoup.nodes.Element;

/** A resident before the screen of one run, who acts until the visit is over or the program stops. One thread. */
final class Guest {
    private static final Set<String> IDLE = Set.of("welcome", "closed", "latched");
    private static final String CARD = "aomori-hanako";
    private static final String PIN = "1234";
    private static final Duration BLINK = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofSeconds(100);

    /** A program is gone a moment before its kill is over. */
    private static final Duration DYING = Duration.ofSeconds(10);

    private final Place place;
    private final Gate gate;
    private final ScreenClient screen;

    Guest(Place place, Gate gate, ScreenClient screen) {
        this.place = place;
        this.gate = gate;
        this.screen = screen;
    }

    /** Something that must not be: the program neither goes on nor stops. */
    static final class StandsStill extends Exception {
        private static final long serialVersionUID = 1L;

        StandsStill(String where) {
            super("stands still at " + where);
        }
    }

    /** Waits until somebody can be served; what stands on the screen is acknowledged. Whether that came before the program stopped. */
    boolean awaitWelcome() throws IOException, InterruptedException, StandsStill {
        return follow("welcome"::equals, (stage, shown) -> {
            if (stage.equals("ended") || stage.equals("take-paper")) {
                place.takeCard();
                tap(shown, "[data-do=acknowledge]");
            }
        });
    }

    /** From the first touch to the last; whether that came before the program stopped. */
    boolean visit(Scenario scenario) throws IOException, InterruptedException, StandsStill {
        boolean[] begun = {false};
        return follow(stage -> begun[0] && IDLE.contains(stage), (stage, shown) -> {
            begun[0] |= stage.equals("welcome");
            act(scenario, stage, shown);
        });
    }

    private interface Act {
        void at(String stage, Element shown) throws IOException, InterruptedException;
    }

    /** Acts once on each screen until a stage is the last. */
    private boolean follow(Predicate<String> last, Act act) throws IOException, InterruptedException, StandsStill {
        String number = "";
        long since = System.nanoTime();
        String stage = "";
        try {
            while (!gate.isShut()) {
                Element shown = screen.screen();
                stage = shown.attr("data-stage");
                if (!shown.attr("data-screen").equals(number)) {
                    number = shown.attr("data-screen");
                    since = System.nanoTime();
                    if (last.test(stage)) {
                        return true;
                    }
                    act.at(stage, shown);
                }
                while (!gate.isShut() && !screen.changed(BLINK)) {
                    if (System.nanoTime() - since > PATIENCE.toNanos()) {
                        throw new StandsStill(stage + ": " + screen.screen().text());
                    }
                }
            }
            return false;
        } catch (IOException gone) {
            if (gate.await(DYING)) {
                return false;
            }
            throw gone;
        }
    }

    private void act(Scenario scenario, String stage, Element shown) throws IOException, InterruptedException {
        switch (stage) {
            case "welcome" -> tap(shown, "[data-do=begin][data-lang=ja]");
            case "place-card" -> place.placeCard(CARD);
            case "enter-pin" -> enterPin(shown);
            case "take-card" -> place.takeCard();
            case "choose-document" -> tap(shown, "[data-do=choose]");
            case "choose-options" ->
                tap(shown, "[data-do=options]", Map.of("copies", Integer.toString(scenario.copies())));
            case "confirm" -> tap(shown, "[data-do=confirm]");
            case "pay" -> pay(scenario, shown);
            case "ended" -> {
                place.takeCard();
                tap(shown, "[data-do=acknowledge]");
            }
            case "take-paper" -> tap(shown, "[data-do=acknowledge]");
            default -> {}
        }
    }

    private void pay(Scenario scenario, Element shown) throws IOException, InterruptedException {
        if (scenario == Scenario.CANCEL) {
            insist(() -> place.drop(100));
            boolean ignored = screen.changed(Duration.ofSeconds(1));
            tap(shown, "[data-do=cancel]");
        } else if (scenario == Scenario.NOTE) {
            insist(() -> place.drop(100));
            insist(() -> place.drop(100));
            scenario.paid(place);
            insist(place::insertNote);
        } else {
            scenario.paid(place);
            insist(() -> place.drop(500));
        }
    }

    private interface Offer {
        boolean make();
    }

    /** The slot opens a moment after the screen asks for coins; and it may shut, or the program stop, before it is fed. */
    private void insist(Offer offer) throws IOException, InterruptedException {
        while (!gate.isShut() && !offer.make()) {
            boolean ignored = screen.changed(BLINK);
            if (!screen.screen().attr("data-stage").equals("pay")) {
                return;
            }
        }
    }

    private void enterPin(Element first) throws IOException {
        // A page that was drawn while its screen went has no keys; the browser, too, draws it again.
        Element shown = first.selectFirst("[data-pin]") == null ? screen.screen() : first;
        if (shown.attr("data-stage").equals("enter-pin")) {
            for (int i = 0; i < PIN.length(); i++) {
                screen.press(shown, PIN.charAt(i));
            }
            tap(shown, "[data-do=pin-entered]");
        }
    }

    private void tap(Element shown, String button) throws IOException {
        tap(shown, button, Map.of());
    }

    private void tap(Element shown, String button, Map<String, String> chosen) throws IOException {
        Element found = shown.selectFirst(button);
        if (found == null) {
            throw new IOException(shown.attr("data-stage") + " has no " + button);
        }
        boolean ignored = screen.tap(shown, found, chosen).hasText();
    }
}
