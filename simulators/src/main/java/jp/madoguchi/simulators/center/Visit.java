package jp.madoguchi.simulators.center;

import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the center remembers of one visit. Guarded by the {@link Center}. */
final class Visit {
    static final Duration NONCE_LIFETIME = Duration.ofSeconds(60);

    private final String id;
    private final String kiosk;
    private final Instant opened;
    private String nonce = "";
    private Instant nonceGiven = Instant.EPOCH;
    private boolean nonceSpent = true;
    private @Nullable Attempt lastAttempt;
    private @Nullable Authenticated authenticated;
    private @Nullable Household household;

    Visit(String id, String kiosk, Instant opened) {
        this.id = id;
        this.kiosk = kiosk;
        this.opened = opened;
    }

    /** An attempt to authenticate and what it was told, so that its repetition is told the same. */
    record Attempt(Proof proof, Answer answer) {}

    /** Who the visit belongs to: the hash of {@code T}, the visit's key and the resident's certificate. */
    record Authenticated(String t, PublicKey key, X509Certificate certificate) {}

    String id() {
        return id;
    }

    String kiosk() {
        return kiosk;
    }

    Instant opened() {
        return opened;
    }

    void renew(String freshNonce, Instant now) {
        nonce = freshNonce;
        nonceGiven = now;
        nonceSpent = false;
        lastAttempt = null;
    }

    /** Spends the nonce when it is the last one given and unused; answers whether it was. */
    boolean spend(String named) {
        if (nonceSpent || !nonce.equals(named)) {
            return false;
        }
        nonceSpent = true;
        return true;
    }

    boolean nonceIsTooOld(Instant now) {
        return now.isAfter(nonceGiven.plus(NONCE_LIFETIME));
    }

    @Nullable
    Attempt lastAttempt() {
        return lastAttempt;
    }

    void remember(Attempt attempt) {
        lastAttempt = attempt;
    }

    @Nullable
    Authenticated authenticated() {
        return authenticated;
    }

    /** The handles of this visit, drawn when they are first needed. */
    Household household(Resident resident, SecureRandom random) {
        if (household == null) {
            household = Household.of(resident, random);
        }
        return household;
    }

    void belongsTo(Authenticated owner) {
        authenticated = owner;
    }
}
