package jp.madoguchi.simulators.card;

import static jp.madoguchi.simulators.card.TestCards.DIGEST_INFO;
import static jp.madoguchi.simulators.card.TestCards.SIGN;
import static jp.madoguchi.simulators.card.TestCards.TRIES;
import static jp.madoguchi.simulators.card.TestCards.VERIFY;
import static jp.madoguchi.simulators.card.TestCards.say;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CardProgramTest {
    @TempDir
    private Path dir;

    /** The commands before the last one prepare; letters stand for the commands that the columns repeat. */
    private static List<String> script(String text) {
        return Arrays.stream(text.split(" "))
                .map(word -> switch (word) {
                    case "J" -> TestCards.SELECT_JPKI;
                    case "C" -> TestCards.SELECT_COMMON;
                    case "P" -> TestCards.SELECT_PIN;
                    case "K" -> TestCards.SELECT_KEY;
                    case "U" -> TestCards.SELECT_CERTIFICATE;
                    case "V" -> VERIFY;
                    case "S" -> SIGN;
                    case "s" -> "802A009733" + DIGEST_INFO + "00";
                    default -> word;
                })
                .toList();
    }

    @ParameterizedTest(name = "{0}: {1} -> {2}")
    @CsvSource({
        "command too short,                    00A404,                         6700",
        "Lc longer than the command,           00A4020C0300,                   6700",
        "two bytes after the data,             00A4020C0200180000,             6700",
        "extended length,                      J U 00B00000000100,             6700",
        "logical channel,                      01A4040C0AD392F000260100000001, 6881",
        "further logical channel,              40A4040C0AD392F000260100000001, 6881",
        "MANAGE CHANNEL,                       0070000001,                     6881",
        "unknown class,                        90A4040C0AD392F000260100000001, 6E00",
        "unknown instruction,                  00CA000000,                     6D00",
        "GET RESPONSE,                         00C0000000,                     6D00",
        "SIGN in the wrong class,              J V 002A0080,                   6D00",
        "VERIFY in the wrong class,            802000800431323334,             6D00",
        "unknown application,                  00A4040C0AD392F000260100000002, 6A82",
        "part of an AID,                       00A4040C05D392F00026,           6A82",
        "application with a template,          00A404000AD392F000260100000001, 6A86",
        "SELECT with Le,                       00A4040C0AD392F00026010000000100, 6700",
        "SELECT without data,                  00A4040C,                       6700",
        "EF without an application,            U,                              6A82",
        "unknown EF,                           J 00A4020C020099,               6A82",
        "EF with a name of three bytes,        J 00A4020C03000A00,             6700",
        "READ BINARY without an EF,            J 00B0000000,                   6986",
        "READ BINARY without Le,               J U 00B00000,                   6700",
        "READ BINARY with data,                J U 00B0000001AA,               6700",
        "READ BINARY past the end,             J U 00B07F0000,                 6B00",
        "READ BINARY of a PIN,                 J P 00B0000000,                 6981",
        "READ BINARY of a key,                 J K 00B0000000,                 6981",
        "short id of no file,                  J 00B0830000,                   6A82",
        "short id with bits that mean nothing, J 00B0CA0000,                   6A86",
        "short id zero,                        J 00B0800000,                   6A86",
        "signature certificate without PIN,    J 00A4020C020001 00B0000000,    6982",
        "application forgets the current EF,   J U J 00B0000000,               6986",
        "READ RECORD of a binary file,         J U 00B2010400,                 6981",
        "READ BINARY of a record file,         C 00A4020C020001 00B0000000,    6981",
        "READ RECORD 2,                        C 00A4020C020001 00B2020400,    6A83",
        "READ RECORD 0,                        C 00A4020C020001 00B2000400,    6A83",
        "READ RECORD in another mode,          C 00A4020C020001 00B2010000,    6A86",
        "READ RECORD shorter than it is,       C 00A4020C020001 00B2010410,    6700",
        "READ RECORD without an EF,            C 00B2010400,                   6986",
        "tries without an EF,                  J 00200080,                     6986",
        "tries of a certificate,               J U 00200080,                   6985",
        "tries with Le,                        J P 0020008000,                 6700",
        "tries with P1,                        J P 00200180,                   6A86",
        "tries without bit 8 of P2,            J P 00200018,                   6A86",
        "tries of a short id of no file,       J 00200083,                     6A82",
        "PIN of three digits,                  J P 0020008003313233,           6700",
        "PIN of five digits,                   J P 00200080053132333435,       6700",
        "SIGN without PIN,                     J K S,                          6982",
        "SIGN without an EF,                   J S,                            6986",
        "SIGN with the PIN's file,             J P V S,                        6985",
        "SIGN without data,                    J P V K 802A008000,             6700",
        "SIGN with other P1-P2,                J P V K 802A9E9A0330303000,     6A86",
        "SIGN of something else,               J P V K 802A00800331323300,     6A80",
        "tries at first,                       J P 00200080,                   63C3",
        "tries by short id,                    J 00200098,                     63C3",
        "tries of the signature password,      J 00A4020C02001B 00200080,      63C5",
        "VERIFY,                               J P V,                          9000",
        "VERIFY by short id,                   J 002000980431323334,           9000",
        "tries do not show the login,          J P V 00200080,                 63C3",
        "availability,                         J 00A4020C020008 00B0000000,    8F8F009000",
        "availability and an unmet Le,         J 00A4020C020008 00B0000004,    8F8F006282",
    })
    void command_wrongOrRight_answersItsStatusWord(String what, String commands, String answer) throws IOException {
        assertEquals(answer, say(TestCards.powered("aomori-hanako", dir), script(commands)), what);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "a digest one byte short,  3030300D06096086480165030402010500041F,   31",
        "a byte after it,          3031300D060960864801650304020105000420,   33",
        "no NULL,                  302F300B06096086480165030402010420,       32",
        "an unknown algorithm,     3031300D060960864801650304027F05000420,   32",
        "MD5,                      3020300C06082A864886F70D020505000410,     16",
        "a length not in DER,      308131300D060960864801650304020105000420, 32"
    })
    void sign_malformedDigestInfo_is6A80(String what, String head, int digest) throws IOException {
        String info = head + "5A".repeat(digest);
        String sign = "802A0080%02X%s00".formatted(info.length() / 2, info);

        assertEquals("6A80", say(TestCards.powered("aomori-hanako", dir), script("J P V K " + sign)), what);
    }

    @Test
    void sign_withoutLe_is6700() throws IOException {
        // What the JDK sends when it has connected with T=0.
        assertEquals("6700", say(TestCards.powered("aomori-hanako", dir), script("J P V K 802A008033" + DIGEST_INFO)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"00B08A0000", "00200098", "002000980431323334", "s"})
    void shortId_onCardWithoutThem_is6A86(String command) throws IOException {
        JpkiCard card = TestCards.powered("aomori-hanako", dir, "\"label\"", "\"shortEf\": false, \"label\"");

        assertEquals("6A86", say(card, script("J P V " + command)));
    }

    @Test
    void anything_fromAnyone_getsAStatusWordAndNoCrash() throws IOException {
        JpkiCard card = TestCards.powered("aomori-hanako", dir);
        Random random = new Random(20261124);
        byte[] instructions = TestCards.bytes("20242AA4B0B2C07000");
        for (int i = 0; i < 20_000; i++) {
            byte[] command = new byte[random.nextInt(20)];
            random.nextBytes(command);
            if (command.length > 1 && random.nextBoolean()) {
                command[0] = (byte) (random.nextBoolean() ? 0x00 : 0x80);
                command[1] = instructions[random.nextInt(instructions.length)];
            }
            assertTrue(card.transmit(command).orElseThrow().length >= 2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"S", "s"})
    void sign_afterVerify_isTheSignatureOfTheCertificatesKey(String sign) throws Exception {
        JpkiCard card = TestCards.powered("aomori-hanako", dir);
        byte[] answer = TestCards.bytes(say(card, script("J P V K " + sign)));
        assertEquals(258, answer.length);

        // The digest is given, so it is the raw RSA operation that is compared.
        var rsa = javax.crypto.Cipher.getInstance("RSA/ECB/PKCS1Padding");
        rsa.init(javax.crypto.Cipher.DECRYPT_MODE, certificate(read(card, 0x0A)).getPublicKey());
        assertEquals(DIGEST_INFO, TestCards.hex(rsa.doFinal(answer, 0, 256)));
    }

    @Test
    void sign_ofARealDigest_verifiesAsSha256WithRsa() throws Exception {
        JpkiCard card = TestCards.powered("aomori-hanako", dir);
        byte[] text = {1, 2, 3};
        String digest =
                TestCards.hex(java.security.MessageDigest.getInstance("SHA-256").digest(text));
        String sign = "802A0080333031300D060960864801650304020105000420" + digest + "00";
        byte[] answer = TestCards.bytes(say(card, script("J P V K " + sign)));

        Signature verifier = Signature.getInstance("SHA256withRSA");
        verifier.initVerify(certificate(read(card, 0x0A)));
        verifier.update(text);
        assertTrue(verifier.verify(answer, 0, 256));
    }

    @Test
    void certificate_readToTheEnd_isTheFileThenFiller() throws IOException {
        byte[] content = read(TestCards.powered("aomori-hanako", dir), 0x0A);
        byte[] der =
                CardStore.readCertificate(TestCards.directory("aomori-hanako").resolve("auth.pem"));

        assertArrayEquals(der, Arrays.copyOf(content, der.length));
        assertEquals("FF".repeat(16), TestCards.hex(Arrays.copyOfRange(content, der.length, content.length)));
        assertEquals(der.length, 4 + ((content[2] & 0xff) << 8 | (content[3] & 0xff)));
    }

    @Test
    void tokenInfo_isPaddedLabelIn160Bytes() throws IOException {
        byte[] info = read(TestCards.powered("aomori-hanako", dir), 0x06);

        assertEquals(160, info.length);
        assertEquals(
                "JPKIAPICCTOKEN2" + " ".repeat(17),
                new String(info, 0, 32, java.nio.charset.StandardCharsets.US_ASCII));
    }

    @ParameterizedTest
    @ValueSource(strings = {"C 00A4020C020001 00B2010400", "C 00B2010C1E"})
    void cardExpiry_record1_isSerialMunicipalityDate(String commands) throws IOException {
        String answer = say(TestCards.powered("aomori-hanako", dir), script(commands));
        String text = new String(TestCards.bytes(answer), 2, 28, java.nio.charset.StandardCharsets.US_ASCII);

        assertTrue(answer.startsWith("011C") && answer.endsWith("9000"), answer);
        assertEquals("TEST000000000010220120360402", text);
    }

    @ParameterizedTest(name = "{0}: {1} -> {2}")
    @CsvSource({
        "special-bank,    J,                           6A82",
        "special-bank,    C,                           6A82",
        "special-juki,    J 00B0860010,                4A504B494150494343544F4B454E20209000",
        "special-juki,    J U,                         6A82",
        "special-juki,    J P,                         6A82",
        "special-juki,    J 00A4020C020002 00B0000001, 309000",
        "special-android, J 00B0860010,                4A504B4941504750534554" + "4F4B454E209000",
        "special-android, J U 00B0000001,              6982",
        "special-android, J P V U 00B0000001,          309000",
        "special-blocked, J P 00200080,                63C0",
        "special-blocked, J P V,                       6984",
    })
    void specialCard_answersAsItsKindDoes(String id, String commands, String answer) throws IOException {
        assertEquals(answer, say(TestCards.powered(id, dir), script(commands)));
    }

    @ParameterizedTest(name = "short ids {0}: {1} -> {2}")
    @CsvSource({
        "none,  J 00B08A0001,            6A86",
        "none,  J 00200098,              6A86",
        "read,  J 00B08A0001,            309000",
        "read,  J 00200098,              6A86",
        "query, J 00200098,              63C3",
        "query, J 002000980431323334,    6A86",
        "query, J P V s,                 6A86",
        "lying, J 00B0860003,            8F8F009000",
        "lying, J 00200098,              6985",
    })
    void shortIds_inPart_areRefusedOrNameAnotherFile(String shortEf, String commands, String answer)
            throws IOException {
        JpkiCard card =
                TestCards.powered("aomori-hanako", dir, "\"label\"", "\"shortEf\": \"" + shortEf + "\", \"label\"");
        assertEquals(answer, say(card, script(commands)));
        assertEquals(3, card.triesLeft(0x0018).orElseThrow());
    }

    /** The new value alone, after a VERIFY of the old one. */
    @ParameterizedTest
    @CsvSource({
        "J P 002401800435363738,                       6982",
        "J P V 0024018003353637,                       6700",
        "J P V 002401800435363741,                     6A80",
        "J P V 00240180,                               6700",
        "J P V 002400800435363738,                     6A86",
        "J U 002401800435363738,                       6985",
        "J 002401800435363738,                         6986",
        "J P V 002401800435363738,                     9000",
        "J P V 002401800435363738 V,                   63C2",
        "J P V 002401800435363738 002000800435363738,  9000",
    })
    void change_ofThePin_wantsTheOldOneVerified(String commands, String answer) throws IOException {
        assertEquals(answer, say(TestCards.powered("aomori-hanako", dir), script(commands)));
    }

    @Test
    void jukiCard_thatIsOpen_givesItsCertificateWithoutAPassword() throws IOException {
        List<String> read = script("J 00A4020C020001 00B0000001");
        assertEquals("6982", say(TestCards.powered("special-juki", dir), read));
        assertEquals("309000", say(TestCards.powered("special-juki-open", dir), read));
    }

    @Test
    void jukiCard_offersOneCertificateOnly() throws IOException {
        assertEquals("8F00009000", say(TestCards.powered("special-juki", dir), script("J 00B0880000")));
    }

    @Test
    void signaturePassword_isAPinOfItsOwn() throws IOException {
        JpkiCard card = TestCards.powered("aomori-hanako", dir);
        String password = "0020009B085445535431323334";

        assertEquals("9000", say(card, script("J " + password)));
        assertEquals("309000", say(card, script("00A4020C020001 00B0000001")));
        assertEquals("6982", say(card, script("K S")));
        assertEquals("63C3", say(card, script("P " + TRIES)));
    }

    private static byte[] read(JpkiCard card, int shortId) {
        say(card, TestCards.SELECT_JPKI);
        say(card, "00A4020C0200%02X".formatted(shortId));
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        while (true) {
            byte[] answer = TestCards.bytes(say(card, "00B0%04X00".formatted(content.size())));
            if (answer.length == 2) {
                assertEquals("6B00", TestCards.hex(answer));
                return content.toByteArray();
            }
            content.write(answer, 0, answer.length - 2);
        }
    }

    private static Certificate certificate(byte[] der) throws Exception {
        return CertificateFactory.getInstance("X.509").generateCertificate(new java.io.ByteArrayInputStream(der));
    }
}
