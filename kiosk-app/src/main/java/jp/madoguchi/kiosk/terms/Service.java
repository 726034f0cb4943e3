package jp.madoguchi.kiosk.terms;

import java.util.Arrays;

/** What a resident can come for. */
public enum Service {
    /** A certificate on paper (証明書の交付). */
    ISSUING,
    /** To see the digital certificates of a card (証明書表示). The center and the printer add to it what they can. */
    CERTIFICATE_CHECK,
    /** To change the PIN of the user-authentication certificate (暗証番号の変更): between the holder and the card alone. */
    PIN_CHANGE,
    /** To practise issuing (練習): without card, center, money and paper. */
    PRACTICE;

    /** Whether it cannot go on without this part. */
    public boolean needs(Part part) {
        return switch (this) {
            case ISSUING -> true;
            case PRACTICE -> part == Part.STAFF;
            case CERTIFICATE_CHECK, PIN_CHANGE -> part == Part.CARD_READER || part == Part.STAFF;
        };
    }

    /** Whether everything is there that it cannot do without. By a clock that is known to be wrong nothing is dated. */
    public boolean possible(Readiness readiness) {
        return Arrays.stream(Part.values()).filter(this::needs).allMatch(readiness::ready)
                && !readiness.all().contains(Obstacle.CLOCK_WRONG);
    }

    /** The name in texts and addresses: {@code certificate-check}. */
    public String slug() {
        return Slug.of(this);
    }
}
