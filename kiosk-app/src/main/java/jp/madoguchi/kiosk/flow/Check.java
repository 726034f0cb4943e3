package jp.madoguchi.kiosk.flow;

import java.util.function.UnaryOperator;
import jp.madoguchi.devices.card.TokenKind;
import jp.madoguchi.kiosk.terms.Slug;

/**
 * The certificate check as the screen needs it.
 *
 * @param wrong whether the password that was entered last was a wrong one
 */
public record Check(Page page, TokenFacts token, boolean wrong) {
    /** What is shown, one after the other. */
    public enum Page {
        AUTHENTICATION,
        SIGNATURE,
        CARD,
        /** What each certificate is for. */
        USES;

        /** The name in texts and addresses. */
        public String slug() {
            return Slug.of(this);
        }
    }

    /** A Juki card has no other certificate than the one for signatures. */
    static Check of(TokenFacts token) {
        Page first = token.kind() == TokenKind.JUKI_CARD ? Page.SIGNATURE : Page.AUTHENTICATION;
        return new Check(first, token, false);
    }

    Check at(Page next) {
        return new Check(next, token, wrong);
    }

    Check token(UnaryOperator<TokenFacts> change) {
        return new Check(page, change.apply(token), wrong);
    }

    Check wrong(boolean now) {
        return new Check(page, token, now);
    }
}
