package jp.madoguchi.kiosk.act;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
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
import jp.madoguchi.kiosk.terms.VisitId;
import jp.madoguchi.kiosk.visit.Pads;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AskStatusTest {
    private static final VisitId VISIT = new VisitId("00112233445566778899aabbccddeeff");
    private static final byte[] CERTIFICATE = {0x30, 0x03, 0x02, 0x01, 0x05};

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
        IssuanceCenter center = mock(IssuanceCenter.class);
        Ledger ledger = mock(Ledger.class);
        when(center.status()).thenReturn(new CenterAnswer.Failed<>(CenterTrouble.UNREACHABLE, "cut"));
        when(ledger.unreported()).thenReturn(Map.of());
        when(center.certificateStatus(any())).thenReturn(answer);
        Told posts = new Told();
        Desk desk = new Desk(posts, ledger, Clock.systemUTC(), new Pads(), new SecureRandom(), new FixedKeys(center));
        desk.begin(VISIT);
        desk.of(VISIT).orElseThrow().show(CertificateKind.SIGNATURE, CERTIFICATE.clone());
        try (CenterHand hand = new CenterHand(desk, new Terminal("K-0001", "S-001"), fee -> true)) {
            hand.start();
            hand.askStatus(VISIT, CertificateKind.SIGNATURE);
            assertEquals(new Event.StatusTold(CertificateKind.SIGNATURE, told), posts.next());
            assertEquals(VISIT, posts.last());
        }
    }
}
