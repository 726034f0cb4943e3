package jp.madoguchi.kiosk.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.audit.Heard;
import jp.madoguchi.kiosk.center.CenterAccess;
import jp.madoguchi.kiosk.center.CenterAnswer;
import jp.madoguchi.kiosk.center.CenterStatus;
import jp.madoguchi.kiosk.center.DocumentBinding;
import jp.madoguchi.kiosk.center.IssuanceCenter;
import jp.madoguchi.kiosk.center.KioskSeal;
import jp.madoguchi.kiosk.center.TestPki;
import jp.madoguchi.kiosk.terms.CenterTrouble;
import jp.madoguchi.kiosk.terms.Circumstances;
import jp.madoguchi.kiosk.terms.Refusal;
import jp.madoguchi.kiosk.terms.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which keys are used when others lie there. */
class KeyRotationTest {
    private static final TestPki.Identity CA = TestPki.authority("CN=Kiosk CA, O=MADOGUCHI-TEST");
    private static final Sha256 TRUST = Sha256.of(new byte[0]);
    private static final CenterAnswer<CenterStatus> OPEN = new CenterAnswer.Given<>(
            new CenterStatus("C", true, TestPki.NOW, Optional.empty(), Optional.empty(), List.of()));

    /** What lies there; a reason instead of keys when it cannot be read. */
    private final Lying lying = new Lying();

    private static final class Lying implements KeySets {
        private Optional<KeySet> keys = Optional.empty();
        private String unreadable = "";

        @Override
        public Optional<KeySet> otherThan(Sha256 known) throws KeysUnusable {
            if (!unreadable.isEmpty()) {
                throw new KeysUnusable(unreadable);
            }
            return keys.filter(each -> !each.mark().equals(known));
        }
    }

    private final Heard audit = new Heard();

    private static X509Certificate certificate(String subject, Consumer<TestPki.Draft> change) {
        return TestPki.leaf(CA, subject, change).certificate();
    }

    private static KeySet keys(X509Certificate certificate, CenterAnswer<CenterStatus> answer) {
        try {
            IssuanceCenter center = mock(IssuanceCenter.class);
            when(center.status()).thenReturn(answer);
            Sha256 fingerprint = Sha256.of(certificate.getEncoded());
            return new KeySet(
                    fingerprint,
                    certificate,
                    TRUST,
                    TRUST,
                    new CenterAccess(center, fingerprint, mock(KioskSeal.class), mock(DocumentBinding.class)));
        } catch (CertificateEncodingException e) {
            throw new AssertionError(e);
        }
    }

    private static KeySet sound() {
        return keys(certificate("CN=K-0001, O=X", draft -> {}), OPEN);
    }

    private KeyRotation begunWith(KeySet first) throws KeysUnusable {
        return new KeyRotation("K-0001", first, lying, Clock.fixed(TestPki.NOW, ZoneOffset.UTC), audit);
    }

    /** the keys that lie there, what is said of them */
    static Stream<Arguments> unusable() {
        X509Certificate good = certificate("CN=K-0001", draft -> {});
        Instant now = TestPki.NOW;
        return Stream.of(
                Arguments.of(
                        keys(certificate("CN=K-0002", draft -> {}), OPEN),
                        "the certificate is of kiosk K-0002 and this is kiosk K-0001 ([kiosk] id)"),
                Arguments.of(
                        keys(certificate("CN=K-0001, CN=K-0002", draft -> {}), OPEN),
                        "the certificate is of kiosk K-0001, K-0002 and this is kiosk K-0001 ([kiosk] id)"),
                Arguments.of(
                        keys(certificate("CN=K-0001", draft -> draft.notAfter = now.minusSeconds(1)), OPEN),
                        "the certificate ended on 2026-11-22"),
                Arguments.of(
                        keys(certificate("CN=K-0001", draft -> draft.notBefore = now.plusSeconds(1)), OPEN),
                        "the certificate begins only on 2026-11-22"),
                Arguments.of(
                        keys(good, new CenterAnswer.Refused<>(Refusal.WRONG_KIOSK, Circumstances.NONE)),
                        "the center refuses them: WRONG_KIOSK"),
                Arguments.of(
                        keys(good, new CenterAnswer.Failed<>(CenterTrouble.UNTRUSTED, "no path")),
                        "no answer of the center with them: UNTRUSTED (no path)"),
                Arguments.of(
                        keys(good, new CenterAnswer.Failed<>(CenterTrouble.UNREACHABLE, "no route")),
                        "no answer of the center with them: UNREACHABLE (no route)"));
    }

    @ParameterizedTest
    @MethodSource("unusable")
    void keys_thatCannotBeUsed_areToldAndTheOldOnesUsedUntilMended(KeySet next, String why) throws KeysUnusable {
        KeySet first = sound();
        KeyRotation keys = begunWith(first);
        lying.keys = Optional.of(next);
        assertFalse(keys.look());
        assertSame(first.access(), keys.now());
        assertTrue(keys.state().startsWith("certificate " + first.mark() + " until 2026-11-23"), keys.state());
        assertTrue(keys.state().endsWith("; refused: " + why), keys.state());
        keys.look();
        assertEquals(
                List.of(
                        "KEYS_IN_USE {certificate=" + first.mark() + ", until=2026-11-23}",
                        "KEYS_REFUSED {certificate=" + next.mark() + "}"),
                audit.lines());

        KeySet mended = sound();
        lying.keys = Optional.of(mended);
        assertTrue(keys.look());
        assertSame(mended.access(), keys.now());
        assertEquals(
                "certificate " + mended.mark()
                        + " until 2026-11-23, tls-trust e3b0c44298fc1c14, signer-trust e3b0c44298fc1c14",
                keys.state());
    }

    /** Whoever reads the log later knows each certificate that was tried, also one that comes after another that was refused. */
    @Test
    void keys_ofEachCertificateThatIsRefused_areToldOnce() throws KeysUnusable {
        KeyRotation keys = begunWith(sound());
        KeySet one = keys(certificate("CN=K-0002", draft -> {}), OPEN);
        KeySet other = keys(certificate("CN=K-0003", draft -> {}), OPEN);
        for (KeySet next : List.of(one, one, other, other, one)) {
            lying.keys = Optional.of(next);
            assertFalse(keys.look());
        }
        lying.keys = Optional.empty();
        assertFalse(keys.look());
        lying.keys = Optional.of(one);
        assertFalse(keys.look());
        assertEquals(
                Stream.of(one, other, one, one)
                        .map(next -> "KEYS_REFUSED {certificate=" + next.mark() + "}")
                        .toList(),
                audit.lines().subList(1, audit.lines().size()));
    }

    @Test
    void keys_unreadableAndThenTheOldOnesAgain_areNotRefusedAnyMore() throws KeysUnusable {
        KeySet first = sound();
        KeyRotation keys = begunWith(first);
        lying.unreadable = "/kiosk.p12: not a PKCS#12 file";
        assertFalse(keys.look());
        assertTrue(keys.state().endsWith("; refused: /kiosk.p12: not a PKCS#12 file"), keys.state());
        lying.unreadable = "";
        lying.keys = Optional.of(first);
        assertFalse(keys.look());
        assertFalse(keys.state().contains(KeyRotation.REFUSED), keys.state());
    }

    /** A wrong roll-out is one of many kiosks; other files are looked at at once, as the test of what is mended shows. */
    @Test
    void keys_withoutAnAnswer_areAskedWithOnceAMinute() throws KeysUnusable {
        Clock clock = mock(Clock.class);
        when(clock.instant()).thenReturn(TestPki.NOW);
        KeyRotation keys = new KeyRotation("K-0001", sound(), lying, clock, audit);
        KeySet next = keys(
                certificate("CN=K-0001", draft -> {}), new CenterAnswer.Failed<>(CenterTrouble.UNTRUSTED, "no path"));
        lying.keys = Optional.of(next);
        assertFalse(keys.look());
        assertFalse(keys.look());
        assertTrue(keys.state().endsWith("; refused: no answer of the center with them: UNTRUSTED (no path)"));
        verify(next.access().center(), times(1)).status();

        when(next.access().center().status()).thenReturn(OPEN);
        when(clock.instant()).thenReturn(TestPki.NOW.plusSeconds(60));
        assertTrue(keys.look());
        assertSame(next.access(), keys.now());
    }

    @Test
    void start_withACertificateOfAnotherKiosk_isRefused() {
        KeySet other = keys(certificate("CN=K-0002", draft -> {}), OPEN);
        assertEquals(
                "the certificate is of kiosk K-0002 and this is kiosk K-0001 ([kiosk] id)",
                assertThrows(KeysUnusable.class, () -> begunWith(other)).getMessage());
    }

    /** The clock may be wrong, and the next certificate may come: neither is worth a dark screen. */
    @Test
    void start_withAnExpiredCertificate_goesOnUntilTheNextOneComes() throws KeysUnusable {
        KeySet expired =
                keys(certificate("CN=K-0001", draft -> draft.notAfter = TestPki.NOW.minus(Duration.ofDays(1))), OPEN);
        KeyRotation keys = begunWith(expired);
        assertSame(expired.access(), keys.now());
        KeySet next = sound();
        lying.keys = Optional.of(next);
        assertTrue(keys.look());
        assertSame(next.access(), keys.now());
    }

    @ParameterizedTest
    @CsvSource({"-1, -1", "0, 0", "86399, 0", "86400, 1", "-86401, -2"})
    void daysLeft_areWholeDays(long seconds, long days) {
        X509Certificate certificate =
                certificate("CN=K-0001", draft -> draft.notAfter = TestPki.NOW.plusSeconds(seconds));
        assertEquals(days, KioskCertificate.of(keys(certificate, OPEN)).daysLeft(TestPki.NOW));
    }
}
