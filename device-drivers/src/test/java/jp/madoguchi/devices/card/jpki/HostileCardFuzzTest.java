package jp.madoguchi.devices.card.jpki;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jp.madoguchi.devices.Tape;
import jp.madoguchi.devices.card.CardInspection;
import jp.madoguchi.devices.card.CardReading;
import jp.madoguchi.devices.card.PinChange;
import jp.madoguchi.devices.card.PinOutcome;
import jp.madoguchi.devices.card.SignatureReading;
import jp.madoguchi.devices.card.jpki.HostileCard.Exchange;

/** Any answers to any command: every service ends with an outcome, and the outcome is what the card said and no more. */
final class HostileCardFuzzTest {
    private static final List<String> LABELS =
            List.of("JPKIAPICCTOKEN2", "JPKIAPGPSETOKEN", "JPKIAPIOSTOKEN", "JPKIAPICCTOKEN", "SOMETHING ELSE");
    private static final List<Integer> REFUSES_REFERENCE =
            List.of(0x6981, 0x6985, 0x6986, 0x6A81, 0x6A82, 0x6A86, 0x6A88, 0x6B00);
    private static final byte[] PIN = "0000".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PASSWORD = "TEST99".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] DIGEST = new byte[32];

    /** First byte: which token; second and third: the length of its certificate; fourth: which service comes after reading. */
    @FuzzTest
    void services_anyAnswers_endWithWhatTheCardSaid(byte[] input) {
        Tape tape = new Tape(input);
        String label = LABELS.get(tape.next() % LABELS.size());
        int length = (tape.next() << 8 | tape.next()) % 2048;
        int service = tape.next() % 5;
        HostileCard card = new HostileCard(label, certificate(length), tape);
        ShortIds shortIds = new ShortIds();

        checkRead(new JpkiApplication(card, shortIds).read(), card.exchanges);
        card.exchanges.clear();
        switch (service) {
            case 0 -> checkSigned(new JpkiApplication(card, shortIds).sign(PIN, DIGEST), card.exchanges);
            case 1 -> {
                List<byte[]> shown = new ArrayList<>();
                PinOutcome outcome = new JpkiApplication(card, shortIds).readAndSign(PIN, certificate -> {
                    shown.add(certificate);
                    return Optional.of(DIGEST);
                });
                shown.forEach(certificate -> assertWasRead(certificate, card.exchanges));
                assertTrue(shown.size() <= 1, "asked once what to sign");
                checkSigned(outcome, card.exchanges);
            }
            case 2 -> checkChanged(new AuthenticationPin(card).change(PIN, PIN), card.exchanges);
            case 3 -> checkSignature(new SignatureCertificate(card).read(PASSWORD), card.exchanges);
            default -> checkInspected(new TokenInspection(card).inspect(), card.exchanges);
        }
    }

    private static byte[] certificate(int length) {
        byte[] file = new byte[length];
        for (int i = 0; i < length; i++) {
            file[i] = (byte) (i * 7 + (i >> 8));
        }
        if (length >= 4) {
            file[0] = 0x30;
            file[1] = (byte) 0x82;
            file[2] = (byte) ((length - 4) >> 8);
            file[3] = (byte) (length - 4);
        }
        return file;
    }

    private static void checkRead(CardReading reading, List<Exchange> exchanges) {
        assertEquals(0, spent(exchanges), "reading spends no try");
        if (reading instanceof CardReading.Token token) {
            assertWasRead(token.certificate(), exchanges);
            Exchange last = exchanges.get(exchanges.size() - 1);
            assertEquals(0x20, last.instruction());
            assertTries(token.triesLeft(), last);
        } else if (reading instanceof CardReading.PinFirst phone) {
            assertTries(phone.triesLeft(), exchanges.get(exchanges.size() - 1));
        } else if (reading instanceof CardReading.NotServed other
                && other.certificate().isPresent()) {
            assertWasRead(other.certificate().get(), exchanges);
        }
    }

    private static void checkInspected(CardInspection inspection, List<Exchange> exchanges) {
        assertEquals(0, spent(exchanges), "looking spends no try");
        if (inspection instanceof CardInspection.Inspected inspected) {
            inspected.authentication().ifPresent(certificate -> assertWasRead(certificate, exchanges));
            inspected.signature().ifPresent(certificate -> assertWasRead(certificate, exchanges));
        }
    }

    private static void checkSigned(PinOutcome outcome, List<Exchange> exchanges) {
        assertTrue(spent(exchanges) <= 1, "VERIFY was sent twice");
        Optional<Exchange> verify = verify(exchanges);
        int status = verify.map(Exchange::status).orElse(-1);
        if (outcome instanceof PinOutcome.Signed signed) {
            Exchange last = exchanges.get(exchanges.size() - 1);
            assertEquals(0x9000, status);
            assertEquals(0x2A, last.instruction());
            assertEquals(0x9000, last.status());
            assertArrayEquals(last.data(), signed.signature());
            assertEquals(256, signed.signature().length);
        } else if (outcome instanceof PinOutcome.Wrong wrong) {
            assertEquals(0x63C0 + wrong.triesLeft(), status);
            assertTrue(wrong.triesLeft() > 0);
            assertLast(verify, exchanges);
        } else if (outcome instanceof PinOutcome.Blocked blocked) {
            assertTrue(blocked.now() ? status == 0x63C0 : status == 0x6983 || status == 0x6984);
            assertLast(verify, exchanges);
        } else if (outcome instanceof PinOutcome.Failed) {
            // No try was spent: nothing was sent, or the card says that it knows no such PIN.
            assertTrue(
                    verify.isEmpty() || REFUSES_REFERENCE.contains(status),
                    () -> "failed after " + Integer.toHexString(status));
        } else if (outcome instanceof PinOutcome.Uncertain) {
            assertTrue(verify.isPresent());
        } else {
            assertEquals(0x9000, status, "only with the right PIN");
        }
        if (status != 0x9000) {
            assertTrue(verify.isEmpty() || exchanges.indexOf(verify.get()) == exchanges.size() - 1);
        }
    }

    private static void checkChanged(PinChange outcome, List<Exchange> exchanges) {
        assertTrue(spent(exchanges) <= 2);
        Optional<Exchange> change =
                exchanges.stream().filter(e -> e.instruction() == 0x24).findAny();
        if (change.isPresent()) {
            assertEquals(0x9000, verify(exchanges).map(Exchange::status).orElse(-1), "CHANGE only after a right PIN");
            assertLast(change, exchanges);
        }
        int changed = change.map(Exchange::status).orElse(-1);
        if (outcome instanceof PinChange.Changed) {
            assertEquals(0x9000, changed);
        } else if (outcome instanceof PinChange.Uncertain uncertain) {
            assertEquals(uncertain.lost() == PinChange.Lost.CHANGE, change.isPresent());
        } else {
            assertTrue(change.isEmpty() || outcome instanceof PinChange.Refused);
        }
    }

    private static void checkSignature(SignatureReading reading, List<Exchange> exchanges) {
        assertTrue(spent(exchanges) <= 1);
        if (reading instanceof SignatureReading.Read read) {
            assertEquals(0x9000, verify(exchanges).map(Exchange::status).orElse(-1));
            assertWasRead(read.certificate(), exchanges);
        } else if (reading instanceof SignatureReading.Failed) {
            assertTrue(verify(exchanges).isEmpty());
        }
    }

    private static long spent(List<Exchange> exchanges) {
        return exchanges.stream().filter(Exchange::spends).count();
    }

    private static Optional<Exchange> verify(List<Exchange> exchanges) {
        return exchanges.stream()
                .filter(e -> e.spends() && e.instruction() == 0x20)
                .findFirst();
    }

    private static void assertLast(Optional<Exchange> exchange, List<Exchange> exchanges) {
        assertEquals(exchanges.get(exchanges.size() - 1), exchange.orElseThrow(), "nothing is sent after that");
    }

    private static void assertTries(int tries, Exchange asked) {
        int status = asked.status();
        assertTrue(
                status == 0x63C0 + tries || (tries == 0 && (status == 0x6983 || status == 0x6984)),
                () -> tries + " tries out of " + Integer.toHexString(status));
    }

    /** The certificate is exactly as long as it says, and stood so in the answers to READ BINARY that followed one another. */
    private static void assertWasRead(byte[] certificate, List<Exchange> exchanges) {
        assertTrue(certificate.length >= 4 && certificate.length <= CertificateFile.MOST_BYTES);
        assertEquals(0x30, certificate[0]);
        assertEquals((byte) 0x82, certificate[1]);
        assertEquals(4 + ((certificate[2] & 0xFF) << 8 | (certificate[3] & 0xFF)), certificate.length);
        byte[][] answers = exchanges.stream()
                .filter(e -> e.instruction() == 0xB0 && (e.status() == 0x9000 || e.status() == 0x6282))
                .map(Exchange::data)
                .toArray(byte[][]::new);
        byte[] read = HostileCard.joined(answers);
        boolean found = false;
        for (int at = 0; at + certificate.length <= read.length && !found; at++) {
            found = Arrays.equals(read, at, at + certificate.length, certificate, 0, certificate.length);
        }
        assertTrue(found, "a certificate that the card never showed");
    }
}
