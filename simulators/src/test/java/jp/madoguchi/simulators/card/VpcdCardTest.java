package jp.madoguchi.simulators.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class VpcdCardTest {
    private static final String ATR = "3BE000FF8131FE4514";
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration RETRY = Duration.ofMillis(5);

    @TempDir
    private Path dir;

    private final VpcdListener vpcd;
    private final VpcdCard hand;

    VpcdCardTest() throws IOException {
        vpcd = new VpcdListener();
        hand = new VpcdCard("127.0.0.1", vpcd.port(), RETRY);
    }

    private JpkiCard card() throws IOException {
        return TestCards.powered("aomori-hanako", dir);
    }

    @AfterEach
    void stop() throws IOException {
        hand.close();
        vpcd.close();
    }

    @Test
    void take_inBetween_closesTheConnection() throws Exception {
        JpkiCard card = card();
        hand.place(card);
        vpcd.accept();
        assertTrue(hand.await(true, SOON));
        hand.take();
        assertEquals("gone", vpcd.read());
        assertTrue(hand.await(false, SOON));
        assertEquals("gone", TestCards.say(card, TestCards.SELECT_JPKI));
    }

    @Test
    void tornCard_closesAndStaysAwayUntilItIsPlacedAgain() throws Exception {
        JpkiCard card = card();
        hand.place(card);
        vpcd.accept();
        vpcd.control(1);
        card.script(new Fault.Torn(Fault.When.command(2)));
        assertEquals("9000", vpcd.ask(TestCards.SELECT_JPKI));
        assertEquals("gone", vpcd.ask(TestCards.SELECT_PIN));
        assertTrue(hand.await(false, SOON));

        card.script();
        hand.place(card);
        vpcd.accept();
        assertEquals(ATR, vpcd.ask("04"));
    }

    @Test
    void vpcd_hangingUp_getsTheSameCardAgain() throws Exception {
        hand.place(card());
        vpcd.accept();
        vpcd.hangUp();
        vpcd.accept();
        assertEquals(ATR, vpcd.ask("04"));
    }

    @Test
    void vpcd_startingLater_isFoundByTryingAgain() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        try (VpcdCard early = new VpcdCard("127.0.0.1", port, RETRY)) {
            early.place(card());
            assertFalse(early.await(true, Duration.ofMillis(50)));
            try (ServerSocket late = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                late.setSoTimeout(10_000);
                late.accept().close();
            }
        }
    }

    @Test
    void messages_inVpcdsFraming_areAnsweredAsItsProtocolSays() throws Exception {
        hand.place(card());
        vpcd.accept();
        assertEquals(ATR, vpcd.ask("04"));
        vpcd.control(1);
        assertEquals("9000", vpcd.ask(TestCards.SELECT_JPKI));
        assertEquals("9000", vpcd.ask(TestCards.SELECT_PIN));
        assertEquals(ATR, vpcd.ask("04"));
        assertEquals("63C3", vpcd.ask(TestCards.TRIES)); // the poll has reset nothing
        assertEquals("9000", vpcd.ask(TestCards.VERIFY));
        vpcd.control(9); // means nothing, is not answered
        assertEquals(516, signedLength());
        vpcd.control(2);
        assertEquals("9000", vpcd.ask(TestCards.SELECT_JPKI));
        assertEquals("9000", vpcd.ask(TestCards.SELECT_KEY));
        assertEquals("6982", vpcd.ask(TestCards.SIGN));
        vpcd.control(0);
        assertEquals(ATR, vpcd.ask("04"));
        assertEquals("6A82", vpcd.ask(TestCards.SELECT_KEY));
        assertEquals("6700", vpcd.ask("0000"));
    }

    private int signedLength() throws IOException {
        assertEquals("9000", vpcd.ask(TestCards.SELECT_KEY));
        return vpcd.ask(TestCards.SIGN).length();
    }

    @Test
    void place_anotherCard_replacesTheFirst() throws Exception {
        hand.place(card());
        vpcd.accept();
        hand.place(TestCards.powered("special-bank", dir));
        assertEquals("gone", vpcd.read());
        vpcd.accept();
        assertEquals("3B80800101", vpcd.ask("04"));
    }
}
