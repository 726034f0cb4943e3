package jp.madoguchi.kiosk.center;

import java.time.Instant;
import java.util.Optional;
import jp.madoguchi.kiosk.terms.LocalText;
import jp.madoguchi.kiosk.terms.RequestId;

/**
 * A 本籍地利用登録 and how it stands.
 *
 * @param municipality the 5-digit code of the one asked
 * @param answer when the office has answered, or will have
 */
public record Registration(
        RequestId request,
        String municipality,
        LocalText municipalityName,
        State state,
        Instant received,
        Optional<Instant> answer) {

    /** What the office said. */
    public enum State {
        PENDING,
        REGISTERED,
        REFUSED
    }

    /**
     * What the resident says of the family register; personal, so not told in logs.
     *
     * @param request one id for one application, kept while it is repeated
     * @param domicile 本籍
     * @param head 筆頭者
     */
    public record Application(RequestId request, String municipality, String domicile, String head) {
        @Override
        public String toString() {
            return "Application[" + request + "]";
        }
    }
}
