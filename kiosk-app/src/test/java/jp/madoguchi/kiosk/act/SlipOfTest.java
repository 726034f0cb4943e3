package jp.madoguchi.kiosk.act;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import jp.madoguchi.devices.card.TokenKind;
import jp.madoguchi.kiosk.flow.TokenFacts;
import jp.madoguchi.kiosk.flow.TokenFacts.Finding;
import jp.madoguchi.kiosk.paper.Slip;
import jp.madoguchi.kiosk.paper.Standing;
import jp.madoguchi.kiosk.terms.CertificateFacts;
import jp.madoguchi.kiosk.terms.CertificateFacts.State;
import jp.madoguchi.kiosk.terms.RevocationReason;
import jp.madoguchi.kiosk.terms.RevocationStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A slip is carried home and believed: it says of each certificate what is known, and no more. */
class SlipOfTest {
    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
    private static final Instant ENDS = Instant.parse("2031-03-03T14:59:59Z");
    private static final Instant SINCE = Instant.parse("2026-09-30T15:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 10, 1);

    static Stream<Arguments> certificates() {
        RevocationStatus good = new RevocationStatus.Good(SINCE);
        RevocationStatus revoked = new RevocationStatus.Revoked(RevocationReason.SUPERSEDED, SINCE);
        return Stream.of(
                of(State.VALID, ENDS, good, Standing.IN_FORCE, DAY),
                of(State.VALID, ENDS, null, Standing.UNANSWERED, null),
                of(State.VALID, ENDS, new RevocationStatus.Unavailable(), Standing.UNANSWERED, null),
                of(State.VALID, ENDS, new RevocationStatus.UnknownYet(), Standing.UNREGISTERED, null),
                of(State.VALID, ENDS, new RevocationStatus.UnknownIssuer(), Standing.UNVERIFIED, null),
                of(State.VALID, ENDS, revoked, Standing.REVOKED, DAY),
                of(State.VALID, ENDS, new RevocationStatus.Suspended(SINCE), Standing.ON_HOLD, DAY),
                of(State.VALID, NOW.minusSeconds(1), good, Standing.ENDED, DAY),
                of(State.NOT_YET_VALID, ENDS, null, Standing.NOT_BEGUN, null),
                of(State.ENDED, SINCE, null, Standing.ENDED, null),
                of(State.ENDED, SINCE, revoked, Standing.ENDED, DAY),
                of(State.UNKNOWN_ISSUER, ENDS, null, Standing.UNVERIFIED, null),
                of(State.UNSUITABLE, ENDS, null, Standing.UNVERIFIED, null));
    }

    private static Arguments of(
            State state,
            Instant ends,
            @Nullable RevocationStatus status,
            Standing standing,
            @Nullable LocalDate since) {
        CertificateFacts facts = new CertificateFacts(
                state,
                ends,
                new CertificateFacts.Issuer("JPKI for user authentication", OptionalInt.empty()),
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(status));
        return Arguments.of(facts, standing, Optional.ofNullable(since));
    }

    @ParameterizedTest
    @MethodSource("certificates")
    void certificate_asItWasSeen_standsSoOnItsSlip(
            CertificateFacts facts, Standing standing, Optional<LocalDate> since) {
        TokenFacts token = new TokenFacts(
                TokenKind.MY_NUMBER_CARD,
                Optional.empty(),
                OptionalInt.of(3),
                OptionalInt.of(5),
                new Finding.Seen(facts),
                new Finding.Hidden());
        Slip slip = SlipOf.token(token, NOW, "K-0001");
        assertEquals(1, slip.certificates().size());
        assertEquals(standing, slip.certificates().get(0).standing());
        assertEquals(since, slip.certificates().get(0).since());
    }
}
