package jp.madoguchi.kiosk.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import jp.madoguchi.devices.card.CardFailure;
import jp.madoguchi.devices.card.CardReader;
import jp.madoguchi.devices.card.ReaderTrouble;
import jp.madoguchi.devices.card.pcsc.PcscCardReader;
import jp.madoguchi.simulators.CardOffice;
import jp.madoguchi.simulators.card.Fault;
import jp.madoguchi.simulators.card.IssuedCards;
import jp.madoguchi.simulators.card.JpkiCard;
import jp.madoguchi.simulators.card.SimulatedTerminals;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CardWatchTest {
    private static final String NAME = "Reader 00 00";

    @TempDir
    private static Path dir;

    private static IssuedCards cards;

    private final SimulatedTerminals terminals = new SimulatedTerminals();
    private final CardReader reader = new PcscCardReader(terminals::factory, "Reader");
    private final CardWatch watch = new CardWatch(reader, Clock.system(ZoneId.of("Asia/Tokyo")));

    @BeforeAll
    static void issue() throws IOException {
        cards = CardOffice.supply(dir);
    }

    @BeforeEach
    void plugIn() {
        terminals.add(NAME);
    }

    @AfterEach
    void close() {
        reader.close();
    }

    @Test
    void reader_inTrouble_isShownWithItsFailureAndComesBack() {
        terminals.run(false);
        assertEquals(List.of(ReaderTrouble.SERVICE_DOWN), watch.look().failures());
        terminals.run(true);
        terminals.add("Reader 00 01");
        assertEquals(List.of(ReaderTrouble.SEVERAL_READERS), watch.look().failures());
        terminals.remove("Reader 00 01");
        terminals.remove(NAME);
        assertEquals(List.of(ReaderTrouble.NO_READER), watch.look().failures());
        terminals.add(NAME);
        assertEquals(NAME + ": no card", watch.look().state().en());
    }

    @Test
    void card_thatDoesNotAnswer_isLookedAtAgainUntilItDoes() throws IOException {
        JpkiCard card = cards.open("kakuu-ichiro");
        card.script(new Fault.Mute(2));
        terminals.place(card);
        assertEquals(List.of(CardFailure.UNRESPONSIVE), watch.look().failures());
        assertEquals(List.of(), watch.look().failures());
    }

    @Test
    void card_lyingThere_isReadOnceAndSpendsNoTry() throws IOException {
        JpkiCard card = cards.open("kakuu-ichiro");
        terminals.place(card);
        Watch.Seen first = watch.look();
        int commands = card.commands().size();
        assertEquals(first, watch.look());
        assertEquals(commands, card.commands().size());
        assertTrue(card.commands().stream().noneMatch(command -> command.contains("**")), "no PIN was sent");
        assertTrue(
                first.state()
                        .en()
                        .matches(NAME + ": my-number-card, PIN tries left 3, signature password tries left 5,"
                                + " certificate valid until 20[-0-9]+, card valid until 20[-0-9]+"),
                first.state().en());
    }

    @Test
    void card_ofEachKind_isNamed() throws IOException {
        assertEquals(NAME + ": a card without the JPKI application: use a My Number card", state("special-bank"));
        assertEquals(
                NAME + ": android-phone, PIN tries left 3, its certificate shows after the PIN",
                state("special-android"));
        assertEquals(
                NAME
                        + ": iphone, PIN tries left 3, not served: this kiosk does not serve iPhones: use the My Number card",
                state("special-iphone"));
        assertEquals(
                NAME + ": juki-card, signature password tries left 5,"
                        + " not served: a Juki card has no certificate to log in with: use a My Number card",
                state("special-juki"));
    }

    @Test
    void card_thatNobodyCanLogInWith_isToldWithItsRemedy() throws IOException {
        String expired = state("special-expired");
        assertTrue(
                expired.matches(".*, not served: certificate EXPIRED since 20[-0-9]+: renew at the municipal office"),
                expired);
        assertTrue(
                watch.look().state().ja().matches(".*使えない: 証明書は 20[-0-9]+ に有効期限切れ: 市区町村の窓口で更新する"),
                watch.look().state().ja());
    }

    private String state(String card) throws IOException {
        terminals.take();
        assertEquals(NAME + ": no card", watch.look().state().en());
        terminals.place(cards.open(card));
        return watch.look().state().en();
    }
}
