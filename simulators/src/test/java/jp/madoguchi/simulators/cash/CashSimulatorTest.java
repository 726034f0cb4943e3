package jp.madoguchi.simulators.cash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The bus as an oscilloscope sees it: every frame is written out as the specification has it. */
class CashSimulatorTest {
    private static final Duration SILENCE = Duration.ofMillis(120);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String ACK_2 = "01 00 02 00 fd";
    private static final String ACK_3 = "01 00 03 00 fc";
    private static final String NAK_3 = "01 00 03 05 f7";
    /** 167 with the hopper's serial number 07 0b 40 and three coins. */
    private static final String DISPENSE_3 = "03 04 01 a7 07 0b 40 03 fc";

    private static final String ENABLE = "03 01 01 a4 a5 b2";
    private static final String STATUS = "03 00 01 a6 56";
    private static final String CREDITS = "02 00 01 e5 18";

    private final LinkedBlockingQueue<Boolean> changes = new LinkedBlockingQueue<>();
    private CashSimulator cash;
    private HostLine line;

    @BeforeEach
    void start() throws IOException {
        start(Duration.ZERO);
    }

    private void start(Duration perCoin) throws IOException {
        cash = CashSimulator.inProcess(CashSetup.coins(perCoin));
        cash.listen(() -> changes.add(true));
        line = cash.connect();
    }

    @AfterEach
    void stop() {
        cash.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "02 00 01 fe fe", // wrong checksum
                "28 00 01 fe d9", // nobody at address 40
                "02 00 01 10 ed", // header unknown
                "02 01 01 fe 00 fe", // simple poll with data
                "02 00 01 b8 45", // coin id without a channel
                "02 01 01 e7 ff 16", // half an inhibit mask
                "03 01 01 a7 03 51", // dispense without the serial number
                "55 55 55" // noise
            })
    void frame_wrong_silence(String frame) throws IOException {
        assertEquals("", exchange(frame));
        assertEquals(ACK_2, exchange("02 00 01 fe ff"), "and the next frame is heard again");
    }

    @ParameterizedTest
    @CsvSource({
        "02 00 01 fe ff, 01 00 02 00 fd", // simple poll
        "02 00 01 f9 04, 01 02 02 00 02 14 e5", // polling priority: 200 ms
        "02 00 01 f6 07, 01 03 02 00 4d 44 47 22", // manufacturer MDG
        "02 00 01 f5 08, 01 0d 02 00 43 6f 69 6e 20 41 63 63 65 70 74 6f 72 16", // Coin Acceptor
        "02 00 01 f2 0b, 01 03 02 00 ce 11 0a 11", // serial, least significant byte first
        "02 01 01 b8 01 43, 01 06 02 00 4a 50 31 30 30 41 8b", // JP100A
        "02 01 01 b8 02 42, 01 06 02 00 4a 50 35 30 30 41 87", // JP500A
        "02 01 01 b8 03 41, 01 06 02 00 4a 50 30 31 30 41 8b", // JP010A
        "02 01 01 b8 05 3f, 01 06 02 00 2e 2e 2e 2e 2e 2e e3", // not programmed
        "02 01 01 b8 11 33, 01 00 02 05 f8", // no channel 17: NAK
        "02 00 01 e6 17, 01 02 02 00 00 00 fb", // after power-up all coins are inhibited
        "02 00 01 e3 1a, 01 01 02 00 00 fc", // and so is the device
        "02 00 01 e5 18, 01 0b 02 00 00 00 00 00 00 00 00 00 00 00 00 f2", // event counter 0
        "03 00 01 f5 07, 01 06 03 00 50 61 79 6f 75 74 74", // Payout
        "03 00 01 f2 0a, 01 03 03 00 07 0b 40 a7", // serial
        "03 00 01 a6 56, 01 04 03 00 00 00 00 00 f8", // hopper status: event counter 0
        "03 00 01 a8 54, 01 03 03 00 00 00 00 f9", // nothing dispensed in its life
        "03 00 01 a3 59, 01 03 03 00 c0 00 00 39", // power-up detected, pay-out disabled
        "03 00 01 d9 23, 01 01 03 00 30 cb" // two sensors: neither low nor full
    })
    void question_afterPowerUp_answeredAsTheSpecificationHasIt(String frame, String reply) throws IOException {
        assertEquals(reply, exchange(frame));
    }

    @ParameterizedTest
    @CsvSource({"100, 1", "500, 2", "10, 3", "50, 4"})
    void coin_channelShut_returnedAndTold(int yen, int channel) throws IOException {
        open(0xFFFF & ~(1 << (channel - 1)));

        assertEquals(CoinFate.RETURNED, cash.drop(yen));

        assertEquals("01 00 02", credits(3), "event 1: error 2, inhibited coin");
        assertEquals(yen, cash.takeCoins());
        assertEquals(0, cash.cashbox());
    }

    @Test
    void coin_masterInhibited_returnedWithoutAWord() throws IOException {
        open(0xFFFF);
        assertEquals(ACK_2, exchange("02 01 01 e4 00 18"));

        assertEquals(CoinFate.RETURNED, cash.drop(100));

        assertEquals("00 00 00", credits(3));
        assertEquals(100, cash.tray());
    }

    @Test
    void coin_unknown_returnedAsRejected() throws IOException {
        open(0xFFFF);

        assertEquals(CoinFate.RETURNED, cash.drop(5));

        assertEquals("01 00 01", credits(3));
    }

    @Test
    void coins_accepted_creditedNewestFirst() throws IOException {
        open(0b11);

        assertEquals(CoinFate.ACCEPTED, cash.drop(100));
        assertEquals(CoinFate.ACCEPTED, cash.drop(500));

        assertEquals("02 02 00 01 00", credits(5));
        assertEquals(600, cash.cashbox());
        assertEquals(0, cash.tray());
    }

    @Test
    void coins_moreThanTheBuffer_onlyFiveRemembered() throws IOException {
        open(0b11);
        cash.drop(500);
        for (int i = 0; i < 6; i++) {
            cash.drop(100);
        }

        assertEquals("07 01 00 01 00 01 00 01 00 01 00", credits(11));
    }

    @Test
    void counter_255_wrapsToOne() throws IOException {
        open(0b11);
        for (int i = 0; i < 256; i++) {
            cash.drop(100);
        }

        assertEquals("01", credits(1));
    }

    @Test
    void acceptor_jammed_saysSoAndLetsCoinsThrough() throws IOException {
        open(0b11);
        cash.jam();

        assertEquals(CoinFate.RETURNED, cash.drop(100));
        assertEquals("01 00 0e", credits(3), "error 14, credit sensor blocked");
        assertEquals("01 01 02 00 03 f9", exchange("02 00 01 e8 15"), "self-check: credit sensor");

        cash.clearJam();
        assertEquals(CoinFate.ACCEPTED, cash.drop(100));
    }

    @Test
    void power_lost_unreadEventsGoneMoneyNot() throws IOException {
        open(0b11);
        cash.drop(500);

        cash.powerReset();

        assertEquals("00 00 00", credits(3));
        assertEquals(CoinFate.RETURNED, cash.drop(100));
        assertEquals(500, cash.cashbox());
    }

    @Test
    void dispense_notEnabled_nak() throws IOException {
        assertEquals(NAK_3, exchange(DISPENSE_3));
        assertEquals(0, cash.tray());
    }

    @Test
    void dispense_anotherHoppersSerial_nak() throws IOException {
        assertEquals(ACK_3, exchange(ENABLE));

        assertEquals(NAK_3, exchange("03 04 01 a7 08 0b 40 03 fb"));
        assertEquals("01 04 03 00 00 00 00 00 f8", exchange(STATUS));
    }

    @Test
    void dispense_whilePaying_nak() throws IOException {
        slow();
        assertEquals(ACK_3, exchange(ENABLE));
        assertEquals(ACK_3, exchange(DISPENSE_3));

        assertEquals(NAK_3, exchange(DISPENSE_3));
        assertEquals("01 04 03 00 01 03 00 00 f4", exchange(STATUS), "one event, three to go");
    }

    @Test
    void dispense_hopperRunsDry_restUnpaid() throws Exception {
        cash.fillHopper(2);
        assertEquals(ACK_3, exchange(ENABLE));
        assertEquals(ACK_3, exchange(DISPENSE_3));
        await(() -> status().equals("01 04 03 00 01 00 02 01 f4"));

        assertEquals(200, cash.tray());
        assertEquals("01 03 03 00 42 00 00 b7", exchange("03 00 01 a3 59"), "time-out; power-up; enabled");
        assertEquals("01 01 03 00 31 ca", exchange("03 00 01 d9 23"), "low sensor bare");
    }

    @Test
    void dispense_stopped_restUnpaid() throws IOException {
        slow();
        assertEquals(ACK_3, exchange(ENABLE));
        assertEquals(ACK_3, exchange(DISPENSE_3));

        assertEquals("01 01 03 00 03 f8", exchange("03 00 01 ac 50"));
        assertEquals("01 04 03 00 01 00 00 03 f4", exchange(STATUS));
    }

    @Test
    void dispense_powerLost_counterZeroFiguresKept() throws IOException {
        slow();
        assertEquals(ACK_3, exchange(ENABLE));
        assertEquals(ACK_3, exchange(DISPENSE_3));

        cash.powerReset();

        assertEquals("01 04 03 00 00 00 00 03 f5", exchange(STATUS));
        assertEquals("01 03 03 00 c0 00 01 38", exchange("03 00 01 a3 59"), "power lost during pay-out");
        assertEquals(NAK_3, exchange(DISPENSE_3), "no longer enabled");
    }

    @Test
    void dispense_replyLost_paidAllTheSame() throws Exception {
        assertEquals(ACK_3, exchange(ENABLE));
        cash.inject(CoinHopper.DISPENSE, BusFault.LOSE_REPLY);

        assertEquals("", exchange(DISPENSE_3));

        await(() -> cash.tray() == 300);
        assertEquals("01 04 03 00 01 00 03 00 f4", exchange(STATUS));
        assertEquals("01 03 03 00 03 00 00 f6", exchange("03 00 01 a8 54"));
    }

    @Test
    void dispense_requestLost_nothingPaid() throws IOException {
        assertEquals(ACK_3, exchange(ENABLE));
        cash.inject(CoinHopper.DISPENSE, BusFault.LOSE_REQUEST);

        assertEquals("", exchange(DISPENSE_3));

        assertEquals("01 04 03 00 00 00 00 00 f8", exchange(STATUS));
        assertEquals(0, cash.tray());
    }

    @Test
    void reply_corrupted_onceWithWrongSum() throws IOException {
        cash.inject(254, BusFault.CORRUPT_REPLY);

        assertEquals("01 00 02 00 ed", exchange("02 00 01 fe ff"));
        assertEquals(ACK_2, exchange("02 00 01 fe ff"));
    }

    @Test
    void reset_acknowledgedAndInhibited() throws IOException {
        open(0b11);

        assertEquals(ACK_2, exchange("02 00 01 01 fc"));

        assertEquals("01 02 02 00 00 00 fb", exchange("02 00 01 e6 17"));
    }

    @Test
    void plug_out_lineCutAndBackAfterwards() throws IOException {
        cash.unplug();
        assertThrows(IOException.class, () -> exchange(CREDITS));
        assertThrows(IOException.class, cash::connect);

        cash.plugIn();
        line = cash.connect();
        assertEquals(ACK_2, exchange("02 00 01 fe ff"));
    }

    @Test
    void echo_off_onlyTheReply() throws IOException {
        cash.echo(false);
        line.write(bytes("02 00 01 fe ff"));

        assertEquals(ACK_2, read(5, PATIENCE));
    }

    @Test
    void frame_inPieces_putTogether() throws IOException {
        line.out().write(2);
        line.out().write(new byte[] {0, 1, (byte) 0xfe, (byte) 0xff, 9}, 0, 4);

        assertEquals(
                "02 00 01 fe ff " + ACK_2,
                HexFormat.ofDelimiter(" ").formatHex(line.in().readNBytes(10)));
    }

    @Test
    void hopper_overfilled_programmersError() {
        assertThrows(IllegalArgumentException.class, () -> cash.fillHopper(CoinHopper.CAPACITY + 1));
    }

    private void slow() throws IOException {
        cash.close();
        start(Duration.ofHours(1));
    }

    private void open(int channels) throws IOException {
        assertEquals(ACK_2, exchange(frame(2, 231, channels & 0xFF, channels >> 8)));
        assertEquals(ACK_2, exchange("02 01 01 e4 01 17"));
    }

    private String credits(int firstBytes) throws IOException {
        String data = exchange(CREDITS).substring("01 0b 02 00 ".length());
        return data.substring(0, 3 * firstBytes - 1);
    }

    private String status() {
        try {
            return exchange(STATUS);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Sends, checks the echo, answers what follows: a whole frame, or nothing. */
    private String exchange(String frame) throws IOException {
        byte[] sent = bytes(frame);
        line.write(sent);
        assertEquals(frame, read(sent.length, PATIENCE), "echo");
        String head = read(2, SILENCE);
        return head.isEmpty() ? "" : head + " " + read(3 + Integer.parseInt(head.substring(3), 16), PATIENCE);
    }

    private String read(int count, Duration atMost) throws IOException {
        ByteArrayOutputStream got = new ByteArrayOutputStream();
        while (got.size() < count) {
            byte[] piece = new byte[count - got.size()];
            int length = line.read(piece, atMost);
            if (length == 0) {
                break;
            }
            got.write(piece, 0, length);
        }
        return HexFormat.ofDelimiter(" ").formatHex(got.toByteArray());
    }

    private static byte[] bytes(String hex) {
        return HexFormat.ofDelimiter(" ").parseHex(hex);
    }

    private static String frame(int destination, int header, int... data) {
        byte[] frame = new byte[5 + data.length];
        frame[0] = (byte) destination;
        frame[1] = (byte) data.length;
        frame[2] = 1;
        frame[3] = (byte) header;
        int sum = destination + data.length + 1 + header;
        for (int i = 0; i < data.length; i++) {
            frame[4 + i] = (byte) data[i];
            sum += data[i];
        }
        frame[frame.length - 1] = (byte) -sum;
        return HexFormat.ofDelimiter(" ").formatHex(frame);
    }

    private void await(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            if (changes.poll(10, TimeUnit.SECONDS) == null) {
                throw new AssertionError("nothing happens: " + status());
            }
        }
    }
}
