package jp.madoguchi.simulators.center;

import java.io.IOException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/** The center's checks of a proof, in the order of binding.md section 1. */
final class Authentication {
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

    private final String center;
    private final CardCertificates certificates;
    private final Register register;

    Authentication(String center, CardCertificates certificates, Register register) {
        this.center = center;
        this.certificates = certificates;
        this.register = register;
    }

    /** The first thing that is wrong, or who the visit belongs to now. */
    sealed interface Verdict {
        record Refused(Answer.Refused answer) implements Verdict {
            Refused(Reason reason) {
                this(new Answer.Refused(reason));
            }
        }

        record Accepted(Visit.Authenticated owner, Resident resident) implements Verdict {}
    }

    Verdict check(Proof proof, Visit visit, Kiosk peer, Instant now) throws IOException {
        Optional<AuthenticationText> parsed = AuthenticationText.parse(proof.t().content());
        if (parsed.isEmpty()) {
            return new Verdict.Refused(Reason.MALFORMED);
        }
        AuthenticationText text = parsed.get();
        // Spent by whoever names it, whatever else is wrong.
        boolean nonceIsGood = visit.spend(text.nonce());
        if (!text.kiosk().equals(peer.id()) || !text.kioskCertificate().equals(peer.certificate())) {
            return new Verdict.Refused(Reason.WRONG_KIOSK);
        }
        if (!text.center().equals(center)) {
            return new Verdict.Refused(Reason.WRONG_CENTER);
        }
        if (!text.visit().equals(visit.id())) {
            return new Verdict.Refused(Reason.WRONG_VISIT);
        }
        if (!nonceIsGood) {
            return new Verdict.Refused(Reason.WRONG_NONCE);
        }
        if (visit.nonceIsTooOld(now)) {
            return new Verdict.Refused(Reason.NONCE_EXPIRED);
        }
        if (Duration.between(text.issued(), now).abs().compareTo(CLOCK_TOLERANCE) > 0) {
            return new Verdict.Refused(new Answer.Refused(
                    Reason.CLOCK_SKEW,
                    Map.of("time", now.truncatedTo(ChronoUnit.SECONDS).toString())));
        }
        if (!text.visitKey().equals(proof.publicKey().hash())) {
            return new Verdict.Refused(Reason.WRONG_KEY);
        }
        if (!text.resident().equals(proof.certificate().hash())) {
            return new Verdict.Refused(Reason.WRONG_CERTIFICATE);
        }
        return checkResident(proof, now);
    }

    private Verdict checkResident(Proof proof, Instant now) throws IOException {
        PublicKey key;
        X509Certificate certificate;
        try {
            key = proof.parsedKey();
            certificate = proof.parsedCertificate();
        } catch (Malformed e) {
            return new Verdict.Refused(Reason.MALFORMED);
        }
        Optional<Answer.Refused> unfit = certificates.refusal(certificate, now);
        if (unfit.isPresent()) {
            return new Verdict.Refused(unfit.get());
        }
        if (!proof.isSignedBy(certificate)) {
            return new Verdict.Refused(Reason.BAD_SIGNATURE);
        }
        Optional<Resident> resident = register.residentOf(certificate);
        if (resident.isEmpty()) {
            return new Verdict.Refused(Reason.RESIDENT_UNKNOWN);
        }
        Optional<Reason> refusal = resident.get().refusal(now.atZone(JAPAN).toLocalDate());
        if (refusal.isPresent()) {
            return new Verdict.Refused(refusal.get());
        }
        return new Verdict.Accepted(new Visit.Authenticated(proof.t().hash(), key, certificate), resident.get());
    }
}
