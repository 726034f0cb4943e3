package jp.madoguchi.simulators.card;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import jp.madoguchi.simulators.card.CardOrder.Contents;
import jp.madoguchi.simulators.card.CardOrder.IssuedBy;
import jp.madoguchi.simulators.card.CardOrder.Term;

/**
 * Tokens that a kiosk must tell apart. The Android phone alone has a resident, denwa-sakura; no other is bound to anybody.
 */
public enum SpecialCard {
    /** 住民基本台帳カード: the signature certificate of a prefecture's CA only, long expired. */
    JUKI("JPKIAPICCTOKEN", Contents.JUKI, IssuedBy.OURS, Term.OVER),
    /** A card without any of the applications known here. */
    BANK("", Contents.NONE, IssuedBy.OURS, Term.USUAL),
    /** The same, and its certificate can be read without a password. */
    JUKI_OPEN("JPKIAPICCTOKEN", Contents.JUKI, IssuedBy.OURS, Term.OVER),
    /** A telephone: its certificate can be read after the PIN only. */
    ANDROID("JPKIAPGPSETOKEN", Contents.AUTHENTICATION_ONLY, IssuedBy.OURS, Term.USUAL),
    /** The same, with a certificate that ended yesterday, which shows after the PIN only. */
    ANDROID_EXPIRED("JPKIAPGPSETOKEN", Contents.AUTHENTICATION_ONLY, IssuedBy.OURS, Term.OVER),
    /** An iPhone, of whose profile nothing but the label is known: made like the other telephone. */
    IPHONE("JPKIAPIOSTOKEN", Contents.AUTHENTICATION_ONLY, IssuedBy.OURS, Term.USUAL),
    /** A My Number Card whose certificates ended yesterday. */
    EXPIRED("JPKIAPICCTOKEN2", Contents.BOTH, IssuedBy.OURS, Term.OVER),
    /** Certificates of a CA that has the right name and another key. */
    UNKNOWN_CA("JPKIAPICCTOKEN2", Contents.BOTH, IssuedBy.UNKNOWN, Term.USUAL),
    /** The authentication PIN is blocked. */
    BLOCKED("JPKIAPICCTOKEN2", Contents.BOTH, IssuedBy.OURS, Term.USUAL);

    /** What a contactless reader reports for many cards. */
    private static final String CONTACTLESS_ATR = "3B80800101";

    private static final CardOrder.Person HOLDER =
            new CardOrder.Person("見本 特別", LocalDate.of(1980, 1, 31), "女", "東京都架空区見本町九丁目9番9号", "13999");

    private final String label;
    private final Contents contents;
    private final IssuedBy issuedBy;
    private final Term term;

    SpecialCard(String label, Contents contents, IssuedBy issuedBy, Term term) {
        this.label = label;
        this.contents = contents;
        this.issuedBy = issuedBy;
        this.term = term;
    }

    /** Its directory's name under {@code cards}. */
    public String id() {
        return "special-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    CardOrder order() {
        Map<String, Object> json = CardOrder.ordinary(label);
        switch (this) {
            case BANK -> {
                json = new LinkedHashMap<>();
                json.put("atr", CONTACTLESS_ATR);
            }
            case ANDROID, ANDROID_EXPIRED, IPHONE -> {
                json.put("certificateNeedsPin", true);
                json.put("atr", CONTACTLESS_ATR);
            }
            case JUKI_OPEN -> json.put("signatureOpen", true);
            case BLOCKED -> json.put("tries", 0);
            case JUKI, EXPIRED, UNKNOWN_CA -> {}
        }
        return new CardOrder(id(), HOLDER, contents, issuedBy, term, json);
    }
}
