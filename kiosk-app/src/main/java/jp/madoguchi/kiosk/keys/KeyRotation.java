package jp.madoguchi.kiosk.keys;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import jp.madoguchi.kiosk.audit.Audit;
import jp.madoguchi.kiosk.audit.AuditEvent;
import jp.madoguchi.kiosk.audit.Detail;
import jp.madoguchi.kiosk.center.CenterAccess;
import jp.madoguchi.kiosk.center.CenterAnswer;
import jp.madoguchi.kiosk.center.CenterKeys;
import jp.madoguchi.kiosk.center.CenterStatus;
import jp.madoguchi.kiosk.ledger.Ledger;
import jp.madoguchi.kiosk.terms.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Uses the keys it began with until others lie there that the center answers to. What cannot be used is told and looked at again
 * the next time; meanwhile nothing changes, so that no wrong roll-out takes a kiosk out of service.
 */
public final class KeyRotation implements CenterKeys {
    /** Stands in {@link #state()} when what lies there is not used. */
    public static final String REFUSED = "; refused: ";

    private static final Logger LOG = LoggerFactory.getLogger(KeyRotation.class);
    private static final int DAYS_OF_WARNING = 30;

    /** What lies there says not even of which certificate it is. */
    private static final String UNREADABLE = "unreadable";

    /** A roll-out that is wrong in every kiosk must not have them all shake hands with the center every few seconds. */
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMinutes(1);

    /** Keys with which the center did not answer, and when it was asked with them. */
    private record Attempt(Sha256 mark, String why, Instant at) {}

    private final String kiosk;
    private final KeySets laid;
    private final Clock clock;
    private final Audit audit;
    private volatile KeySet used;
    private volatile Optional<String> refused = Optional.empty();
    private Optional<Attempt> failed = Optional.empty();

    /** The fingerprint of the certificate that was told as refused last and still is. */
    private Optional<String> toldRefused = Optional.empty();

    private String told = "";

    /**
     * A certificate out of its time is no reason not to start: the clock may be wrong until the network has set it right, and the
     * next certificate may come while the program runs.
     *
     * @throws KeysUnusable when the certificate is of another kiosk
     */
    public KeyRotation(String kiosk, KeySet first, KeySets laid, Clock clock, Audit audit) throws KeysUnusable {
        this.kiosk = kiosk;
        this.laid = laid;
        this.clock = clock;
        this.audit = audit;
        this.used = first;
        KioskCertificate.of(first).requireFor(kiosk);
        tellInUse();
        tell();
    }

    @Override
    public CenterAccess now() {
        return used.access();
    }

    @Override
    public boolean look() {
        Optional<KeySet> next = Optional.empty();
        Optional<String> reason = Optional.empty();
        Optional<String> unusable = Optional.empty();
        try {
            next = laid.otherThan(used.mark());
            if (next.isPresent()) {
                requireUsable(next.get());
            }
        } catch (KeysUnusable why) {
            unusable = Optional.of(
                    next.map(keys -> KioskCertificate.of(keys).fingerprint().hex())
                            .orElse(UNREADABLE));
            next = Optional.empty();
            reason = Optional.of(String.valueOf(why.getMessage()));
        }
        used = next.orElse(used);
        if (next.isPresent()) {
            tellInUse();
        }
        tellRefused(unusable);
        refused = reason;
        tell();
        return next.isPresent();
    }

    /** An anchor too few or a certificate that is not registered yet shows only when the center is asked. */
    private void requireUsable(KeySet next) throws KeysUnusable {
        KioskCertificate certificate = KioskCertificate.of(next);
        certificate.requireFor(kiosk);
        certificate.requireValidAt(clock.instant());
        Instant now = clock.instant();
        Optional<Attempt> early = failed.filter(last -> last.mark().equals(next.mark())
                && Duration.between(last.at(), now).abs().compareTo(BETWEEN_ATTEMPTS) < 0); // a clock may be set back
        if (early.isPresent()) {
            throw new KeysUnusable(early.get().why());
        }
        Optional<String> why = whyUnanswered(next.access().center().status());
        failed = why.map(words -> new Attempt(next.mark(), words, now));
        if (why.isPresent()) {
            throw new KeysUnusable(why.get());
        }
    }

    private static Optional<String> whyUnanswered(CenterAnswer<CenterStatus> answer) {
        if (answer instanceof CenterAnswer.Refused<CenterStatus> no) {
            return Optional.of("the center refuses them: " + no.refusal());
        }
        return answer instanceof CenterAnswer.Failed<CenterStatus> failure
                ? Optional.of("no answer of the center with them: " + failure.trouble() + " (" + failure.detail() + ")")
                : Optional.empty();
    }

    /** Until when the center knows this kiosk by what is used now. Any thread. */
    public Instant ends() {
        return KioskCertificate.of(used).ends();
    }

    /** One line for the operator: what is used, and why what lies there is not. Any thread. */
    public String state() {
        KeySet now = used;
        return KioskCertificate.of(now).words() + ", tls-trust " + shortened(now.tlsTrust()) + ", signer-trust "
                + shortened(now.signerTrust())
                + refused.map(why -> REFUSED + why).orElse("");
    }

    private void tellInUse() {
        KioskCertificate certificate = KioskCertificate.of(used);
        audit.tell(
                AuditEvent.KEYS_IN_USE,
                Ledger.NO_VISIT,
                Map.of(
                        Detail.CERTIFICATE.key(),
                        certificate.fingerprint().hex(),
                        Detail.UNTIL.key(),
                        certificate.lastDay().toString()));
    }

    /** Once for each certificate, however often it is looked at, and anew when it was taken away meanwhile. */
    private void tellRefused(Optional<String> unusable) {
        if (unusable.isPresent() && !unusable.equals(toldRefused)) {
            audit.tell(
                    AuditEvent.KEYS_REFUSED,
                    Ledger.NO_VISIT,
                    unusable.get().equals(UNREADABLE) ? Map.of() : Map.of(Detail.CERTIFICATE.key(), unusable.get()));
        }
        toldRefused = unusable;
    }

    private static String shortened(Sha256 digest) {
        return digest.hex().substring(0, 16);
    }

    /** To the log, each time that it is otherwise than before: once a day towards the end. */
    private void tell() {
        Instant now = clock.instant();
        KioskCertificate certificate = KioskCertificate.of(used);
        long days = certificate.daysLeft(now);
        String words = state() + (days < DAYS_OF_WARNING ? " (days left: " + days + ")" : "");
        if (words.equals(told)) {
            return;
        }
        told = words;
        if (now.isAfter(certificate.ends()) || now.isBefore(certificate.begins())) {
            LOG.error("keys: {}: out of its time, the center accepts no visit until another lies there", words);
        } else if (days < DAYS_OF_WARNING || refused.isPresent()) {
            LOG.warn("keys: {}", words);
        } else {
            LOG.info("keys: {}", words);
        }
    }
}
