package jp.madoguchi.devices.card.jpki;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import jp.madoguchi.devices.Tape;
import jp.madoguchi.devices.card.CardReading;
import jp.madoguchi.devices.card.TokenKind;
import jp.madoguchi.devices.card.apdu.ApduChannel;

/** Any content of the two files that are read before a PIN: what the kiosk takes it for follows from the content alone. */
final class HostileTokenFuzzTest {
    private static final int INFO = 0x06;
    private static final int CERTIFICATE = 0x0A;

    /**
     * First byte: bit 0 the card has no short ids, bit 1 a short file ends with 6282, bit 2 its label is a My Number Card's. Then
     * the length of the token info and the token info; the rest is the certificate file.
     */
    @FuzzTest
    void read_anyFiles_isWhatTheFilesSay(byte[] input) {
        Tape tape = new Tape(input);
        int flags = tape.next();
        byte[] info = tape.take(tape.next());
        if ((flags & 4) != 0) {
            byte[] label = "JPKIAPICCTOKEN2                 ".getBytes(StandardCharsets.US_ASCII);
            info = HostileCard.joined(label, info);
        }
        byte[] file = tape.rest();
        int[] furthest = new int[1];
        ApduChannel card = files((flags & 1) == 0, (flags & 2) != 0, info, file, furthest);

        CardReading reading = new JpkiApplication(card, new ShortIds()).read();

        if (!isTokenInfo(info)) {
            assertInstanceOf(CardReading.Failed.class, reading);
            return;
        }
        String label = new String(info, 0, 32, StandardCharsets.US_ASCII).stripTrailing();
        if (reading instanceof CardReading.NotServed other) {
            assertEquals(label, other.label());
            assertTrue(other.kind() != TokenKind.MY_NUMBER_CARD);
        } else if (reading instanceof CardReading.PinFirst) {
            assertEquals("JPKIAPGPSETOKEN", label);
        } else if (!(reading instanceof CardReading.Failed)) {
            assertEquals("JPKIAPICCTOKEN2", label);
            checkCertificate(reading, file, furthest[0]);
        } else {
            assertTrue(label.startsWith("JPKIAPICCTOKEN"), "nothing of it was read that could fail");
        }
    }

    private static void checkCertificate(CardReading reading, byte[] file, int furthest) {
        if (reading instanceof CardReading.Token token) {
            int length = 4 + ((file[2] & 0xFF) << 8 | (file[3] & 0xFF));
            assertTrue(file[0] == 0x30 && file[1] == (byte) 0x82 && length <= 4096);
            assertArrayEquals(Arrays.copyOf(file, length), token.certificate());
            assertTrue(furthest <= Math.max(256, length), "asked for more than the certificate");
        } else {
            assertInstanceOf(CardReading.NoCertificate.class, reading);
            for (int i = 0; i < Math.min(256, file.length); i++) {
                assertTrue(file[i] == file[0] && (file[0] == 0 || file[0] == -1), "blank");
            }
        }
    }

    /** A label of 32 printable characters, in at most the 160 bytes of CK_TOKEN_INFO, of which no more are asked for. */
    private static boolean isTokenInfo(byte[] info) {
        if (info.length < 32) {
            return false;
        }
        for (int i = 0; i < 32; i++) {
            if (info[i] < 0x20 || info[i] > 0x7E) {
                return false;
            }
        }
        return true;
    }

    private static ApduChannel files(boolean shortIds, boolean warns, byte[] info, byte[] file, int[] furthest) {
        int[] selected = new int[1];
        return command -> {
            int instruction = command[1] & 0xFF;
            if (instruction == 0xA4) {
                selected[0] = command[command.length - 1] & 0xFF;
                return new byte[] {(byte) 0x90, 0x00};
            }
            if (instruction == 0x20) {
                return new byte[] {0x63, (byte) 0xC3};
            }
            int p1 = command[2] & 0xFF;
            if ((p1 & 0x80) != 0) {
                if (!shortIds) {
                    return new byte[] {0x6A, (byte) 0x82};
                }
                selected[0] = p1 & 0x1F;
                p1 = 0;
            }
            byte[] content = switch (selected[0]) {
                case INFO -> info;
                case CERTIFICATE -> file;
                default -> new byte[0];
            };
            int offset = p1 << 8 | (command[3] & 0xFF);
            int wanted = command[4] == 0 ? 256 : command[4] & 0xFF;
            if (selected[0] == CERTIFICATE) {
                furthest[0] = Math.max(furthest[0], offset + wanted);
            }
            if (offset > content.length) {
                return new byte[] {0x6B, 0x00};
            }
            int end = Math.min(content.length, offset + wanted);
            byte[] status =
                    end - offset < wanted && warns ? new byte[] {0x62, (byte) 0x82} : new byte[] {(byte) 0x90, 0};
            return HostileCard.joined(Arrays.copyOfRange(content, offset, end), status);
        };
    }
}
