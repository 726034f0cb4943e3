package jp.madoguchi.devices.card.jpki;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import jp.madoguchi.devices.card.apdu.ScriptedCard;
import jp.madoguchi.devices.card.apdu.ScriptedCard.Exchange;

/** The conversations with a faultless card, command by command; a test bends one exchange of them. */
final class Script {
    static final byte[] PIN = {'1', '2', '3', '4'};
    static final byte[] DIGEST = random(32, 7);
    static final byte[] SIGNATURE = random(256, 8);

    static final String SELECT_APPLICATION = "00 A4 04 0C 0A D392F000260100000001";
    static final String SELECT_TOKEN_INFO = "00 A4 02 0C 02 0006";
    static final String SELECT_CERTIFICATE = "00 A4 02 0C 02 000A";
    static final String SELECT_PIN = "00 A4 02 0C 02 0018";
    static final String SELECT_KEY = "00 A4 02 0C 02 0017";
    static final String ASK_TRIES = "00 20 00 80";
    static final String VERIFY = "00 20 00 80 04 31323334";
    static final String SIGN = "80 2A 00 80 33 3031300D060960864801650304020105000420" + hex(DIGEST) + "00";

    private Script() {}

    /** Short ids are known not to work. */
    static JpkiApplication bySelect(ScriptedCard card) {
        ShortIds none = new ShortIds();
        none.refusedForReading();
        return new JpkiApplication(card, none);
    }

    /** Ends after the token info. */
    static List<Exchange> upTo(String label) {
        return List.of(
                Exchange.of(SELECT_APPLICATION, "9000"),
                Exchange.of(SELECT_TOKEN_INFO, "9000"),
                Exchange.of("00 B0 00 00 A0", hex(tokenInfo(label)) + "9000"));
    }

    static List<Exchange> reading(byte[] certificate, String tries) {
        List<Exchange> script = new ArrayList<>(upTo("JPKIAPICCTOKEN2"));
        script.add(Exchange.of(SELECT_CERTIFICATE, "9000"));
        script.addAll(blocks(certificate));
        script.add(Exchange.of(SELECT_PIN, "9000"));
        script.add(Exchange.of(ASK_TRIES, tries));
        return List.copyOf(script);
    }

    static List<Exchange> signing() {
        return List.of(
                Exchange.of(SELECT_APPLICATION, "9000"),
                Exchange.of(SELECT_PIN, "9000"),
                Exchange.of(VERIFY, "9000"),
                Exchange.of(SELECT_KEY, "9000"),
                Exchange.of(SIGN, hex(SIGNATURE) + "9000"));
    }

    /** {@code script} with its exchange {@code at} replaced, and nothing expected after it. */
    static List<Exchange> endingAt(List<Exchange> script, int at, Exchange last) {
        List<Exchange> bent = new ArrayList<>(script.subList(0, at));
        bent.add(last);
        return List.copyOf(bent);
    }

    /** {@code length} bytes in the outer shape of a certificate. */
    static byte[] certificate(int length) {
        byte[] certificate = random(length, length);
        certificate[0] = 0x30;
        certificate[1] = (byte) 0x82;
        certificate[2] = (byte) ((length - 4) >> 8);
        certificate[3] = (byte) (length - 4);
        return certificate;
    }

    static byte[] tokenInfo(String label) {
        byte[] info = random(160, 9);
        Arrays.fill(info, 0, 32, (byte) ' ');
        byte[] ascii = label.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(ascii, 0, info, 0, ascii.length);
        return info;
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    static byte[] random(int length, int seed) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    static List<Exchange> blocks(byte[] certificate) {
        List<Exchange> blocks = new ArrayList<>();
        for (int offset = 0; offset < certificate.length; offset += 256) {
            int length = Math.min(256, certificate.length - offset);
            blocks.add(Exchange.of(
                    String.format(Locale.ROOT, "00 B0 %04X %02X", offset, offset == 0 ? 0 : length & 0xFF),
                    hex(Arrays.copyOfRange(certificate, offset, offset + length)) + "9000"));
        }
        return blocks;
    }
}
