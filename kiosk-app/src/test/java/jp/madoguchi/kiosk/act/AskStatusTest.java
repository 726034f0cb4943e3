package jp.madoguchi.kiosk.act;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.center.CenterAnswer;
import jp.madoguchi.kiosk.center.IssuanceCenter;
import jp.madoguchi.kiosk.flow.Event;
import jp.madoguchi.kiosk.ledger.Ledger;
import jp.madoguchi.kiosk.terms.CenterTrouble;
import jp.madoguchi.kiosk.terms.CertificateKind;
import jp.madoguchi.kiosk.terms.Refusal;
import jp.madoguchi.kiosk.terms.RevocationReason;
import jp.madoguchi.kiosk.terms.RevocationStatus;
import jp.madoguchi.kiosk.terms.Sha256;
import jp.madoguchi.kiosk.terms.StatusQuestion;
import jp.madoguchi.kiosk.terms.VisitId;
import jp.madoguchi.kiosk.visit.Pads;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AskStatusTest {
    private static final VisitId VISIT = new VisitId("00112233445566778899aabbccddeeff");
    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");

    private static StatusQuestion validFrom(Instant notBefore) {
        return new StatusQuestion(
                new Sha256("0a".repeat(32)), new Sha256("0b".repeat(32)), BigInteger.valueOf(0xB01), notBefore);
    }

    static Stream<Arguments> answers() {
        Instant since = Instant.parse("2026-11-01T00:00:00Z");
        RevocationStatus unavailable = new RevocationStatus.Unavailable();
        Stream<RevocationStatus> told = Stream.of(
                new RevocationStatus.Good(since),
                new RevocationStatus.Revoked(RevocationReason.SUPERSEDED, since),
                new RevocationStatus.Suspended(since),
                new RevocationStatus.UnknownYet(),
                unavailable);
        return Stream.concat(
                told.map(status -> Arguments.of(new CenterAnswer.Given<>(status), status)),
                Stream.of(
                        Arguments.of(
                                new CenterAnswer.Refused<>(Refusal.CERTIFICATE_UNKNOWN_ISSUER),
                                new RevocationStatus.UnknownIssuer()),
                        Arguments.of(new CenterAnswer.Refused<>(Refusal.UNAVAILABLE), unavailable),
                        Arguments.of(new CenterAnswer.Failed<>(CenterTrouble.UNREACHABLE, "cut"), unavailable)));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void status_askedInTheBackground_isTold(CenterAnswer<RevocationStatus> answer, RevocationStatus told)
            throws InterruptedException {
        asked(validFrom(NOW.minus(Duration.ofHours(47))), answer, told);
    }

    /** Its authority knows it after a day or so; what it does not know then, nobody knows. */
    @Test
    void status_unknownLongAfterIssue_isUnavailable() throws InterruptedException {
        asked(
                validFrom(NOW.minus(Duration.ofDays(2))),
                new CenterAnswer.Given<>(new RevocationStatus.UnknownYet()),
                new RevocationStatus.Unavailable());
    }

    private static void asked(StatusQuestion question, CenterAnswer<RevocationStatus> answer, RevocationStatus told)
            throws InterruptedException {
        IssuanceCenter center = mock(IssuanceCenter.class);
        Ledger ledger = mock(Ledger.class);
        when(center.status()).thenReturn(new CenterAnswer.Failed<>(CenterTrouble.UNREACHABLE, "cut"));
        when(ledger.unreported()).thenReturn(Map.of());
        when(center.certificateStatus(question)).thenReturn(answer);
        Told posts = new Told();
        Desk desk = new Desk(
                posts, ledger, Clock.fixed(NOW, ZoneOffset.UTC), new Pads(), new SecureRandom(), new FixedKeys(center));
        desk.begin(VISIT);
        desk.of(VISIT).orElseThrow().keep(CertificateKind.SIGNATURE, Optional.of(question));
        try (CenterHand hand = new CenterHand(desk, new Terminal("K-0001", "S-001"), fee -> true, ready -> false)) {
            hand.start();
            hand.askStatus(VISIT, CertificateKind.SIGNATURE);
            assertEquals(new Event.StatusTold(CertificateKind.SIGNATURE, told), posts.next());
            assertEquals(VISIT, posts.last());
        }
    }
}
