package jp.madoguchi.kiosk.web;

import java.security.SecureRandom;
import java.util.Optional;

/** The one browser that may show and touch the screen. A new session revokes the old. Any thread. */
final class ScreenSession {
    /**
     * @param cookie what the browser proves itself with
     * @param csrf what the page proves with that a tap comes from it
     */
    record Keys(Secret cookie, Secret csrf) {}

    private final SessionTokens tokens;
    private final SecureRandom random;
    private Optional<Keys> keys = Optional.empty();

    ScreenSession(SessionTokens tokens, SecureRandom random) {
        this.tokens = tokens;
        this.random = random;
    }

    /** A new session for whoever holds a one-time token; empty, and the old session stays, when it is not good. */
    synchronized Optional<Keys> open(String token) {
        if (!tokens.redeem(token)) {
            return Optional.empty();
        }
        keys = Optional.of(new Keys(Secret.fresh(random), Secret.fresh(random)));
        return keys;
    }

    /** The keys of the session that has this cookie. */
    synchronized Optional<Keys> of(String cookie) {
        return keys.filter(current -> current.cookie().is(cookie));
    }
}
