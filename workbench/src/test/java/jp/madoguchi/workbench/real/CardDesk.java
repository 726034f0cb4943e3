package jp.madoguchi.workbench.real;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import jp.madoguchi.simulators.CardOffice;
import jp.madoguchi.simulators.card.Fault;
import jp.madoguchi.simulators.card.JpkiCard;
import jp.madoguchi.simulators.card.VpcdCard;

/** One simulated card on a virtual reader behind a real pcscd. The card is in this process, so that it can be asked what it saw. */
final class CardDesk implements AutoCloseable {
    private static final String ID = "aomori-hanako";
    static final String PIN = "1234";

    private final PrivatePcscd pcscd;
    private final JpkiCard card;
    private final VpcdCard hand;

    private CardDesk(PrivatePcscd pcscd, JpkiCard card, VpcdCard hand) {
        this.pcscd = pcscd;
        this.card = card;
        this.hand = hand;
    }

    /** @param delay what each command takes, the chip's own computing included */
    static CardDesk open(Path dir, Duration delay) throws IOException {
        Needed.here();
        CardOffice.supply(dir);
        Path folder = dir.resolve("cards").resolve(ID);
        JpkiCard card = JpkiCard.load(folder);
        card.script(new Fault.Paced(Fault.When.always(), delay));
        PrivatePcscd pcscd = PrivatePcscd.start(dir.resolve("pcsc"));
        VpcdCard hand = new VpcdCard("localhost", pcscd.port(), Duration.ofMillis(100));
        try {
            hand.place(card);
            pcscd.awaitCard(true);
            return new CardDesk(pcscd, card, hand);
        } catch (AssertionError failed) {
            hand.close();
            pcscd.close();
            throw failed;
        }
    }

    Map<String, String> environment() {
        return pcscd.environment();
    }

    JpkiCard card() {
        return card;
    }

    @Override
    public void close() {
        hand.close();
        pcscd.close();
    }
}
