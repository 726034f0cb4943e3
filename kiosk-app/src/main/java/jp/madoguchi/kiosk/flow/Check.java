package jp.madoguchi.kiosk.flow;

import java.util.Locale;
import java.util.function.UnaryOperator;
import jp.madoguchi.devices.card.TokenKind;

/**
 * The certificate check as the screen needs it.
 *
 * @param wrong whether the password that was entered last was a wrong one
 */
public record Check(Page page, TokenFacts token, boolean wrong, Slip slip) {
    /** What is shown, one after the other. */
    public enum Page {
        AUTHENTICATION,
        SIGNATURE,
        CARD,
        /** What each certificate is for. */
        USES;

        /** The name in texts and addresses. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The reminder on paper: one for each visit, whatever comes of it. */
    public enum Slip {
        NONE,
        ON_ITS_WAY,
        PRINTED,
        FAILED;

        /** The name in texts. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** A Juki card has no other certificate than the one for signatures. */
    static Check of(TokenFacts token) {
        Page first = token.kind() == TokenKind.JUKI_CARD ? Page.SIGNATURE : Page.AUTHENTICATION;
        return new Check(first, token, false, Slip.NONE);
    }

    Check at(Page next) {
        return new Check(next, token, wrong, slip);
    }

    Check token(UnaryOperator<TokenFacts> change) {
        return new Check(page, change.apply(token), wrong, slip);
    }

    Check wrong(boolean now) {
        return new Check(page, token, now, slip);
    }

    Check slip(Slip now) {
        return new Check(page, token, wrong, now);
    }
}
