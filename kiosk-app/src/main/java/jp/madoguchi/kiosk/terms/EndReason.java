package jp.madoguchi.kiosk.terms;

/** How a visit ended. Each has a screen text of its own: what happened, what to do, where and when. */
public enum EndReason {
    /** The document is in the resident's hands. */
    DELIVERED("M-00"),
    CANCELLED("M-01"),
    TIME_UP("M-02"),
    /** The resident has seen the card's certificates. */
    CHECKED("M-03"),
    /** The kiosk is about to be stopped, or staff have ended the visit: it was undone. */
    WITHDRAWN("M-04"),
    /** The card has the new PIN. */
    PIN_CHANGED("M-05"),

    CARD_REMOVED("M-10"),
    /** Removed while the PIN was being checked: a try may have been spent. */
    CARD_REMOVED_AT_PIN("M-11"),
    CARD_UNREADABLE("M-12"),
    READER_FAILED("M-13"),
    NOT_JPKI_CARD("M-14"),
    JUKI_CARD("M-15"),
    PHONE_NOT_SERVED("M-16"),
    TOKEN_UNKNOWN("M-17"),
    NO_CERTIFICATE("M-18"),
    /** Removed while the signature password was being checked: a try may have been spent. */
    CARD_REMOVED_AT_PASSWORD("M-19"),
    PIN_BLOCKED("M-20"),
    /** This very attempt blocked the PIN. */
    PIN_BLOCKED_NOW("M-21"),
    /** The phone's own password for its certificate, by this attempt or before. */
    PHONE_PIN_BLOCKED("M-22"),
    /** The card was asked to change its PIN, and its answer was lost: the old one or the new one holds. */
    PIN_CHANGE_UNCERTAIN("M-23"),
    /** The card would not take the new PIN: the old one holds. */
    PIN_CHANGE_REFUSED("M-24"),
    /** A Juki card has no such PIN. */
    PIN_CHANGE_JUKI_CARD("M-25"),
    /** A phone's own secret is changed on the phone. */
    PIN_CHANGE_PHONE("M-26"),

    CERTIFICATE_EXPIRED("M-30"),
    CERTIFICATE_NOT_YET_VALID("M-31"),
    CERTIFICATE_UNKNOWN_ISSUER("M-32"),
    CERTIFICATE_UNSUITABLE("M-33"),
    CERTIFICATE_REVOKED("M-34"),
    CERTIFICATE_SUSPENDED("M-35"),
    /** Issued so lately that the validity service does not know it yet. */
    CERTIFICATE_UNKNOWN_YET("M-36"),
    /** Nobody could say whether it still holds. */
    CERTIFICATE_STATUS_UNAVAILABLE("M-37"),

    CENTER_UNREACHABLE("M-40"),
    /** Something was sent and no answer came. */
    CENTER_UNCERTAIN("M-41"),
    /** Who answered is not the center. */
    CENTER_UNTRUSTED("M-42"),
    CENTER_CLOSED("M-43"),
    /** The center refused this kiosk or its clock: nothing that the resident can change. */
    CENTER_REFUSED_KIOSK("M-44"),
    /** The center answered what its protocol does not allow. */
    CENTER_GARBLED("M-45"),
    /** The center does not know this visit any more, or its time ran out: beginning again helps. */
    CENTER_LOST_VISIT("M-46"),
    /** The center refused for a reason that this program does not know: it may be about the resident, and only the office can say. */
    CENTER_REFUSED_OTHERWISE("M-47"),
    RESIDENT_UNKNOWN("M-50"),
    RESIDENT_REFUSED("M-51"),
    NOTHING_OFFERED("M-52"),
    NOT_OFFERED("M-53"),
    FEE_CHANGED("M-54"),
    RESIDENT_UNDER_15("M-55"),
    RESIDENT_TRANSFERRED_OUT("M-56"),
    RESIDENT_DECEASED("M-57"),
    /** The municipality closed, or stopped issuing, during the visit. */
    OFFICE_CLOSED("M-58"),
    /** The document's signature does not hold. */
    DOCUMENT_UNTRUSTED("M-60"),
    /** The document is not valid at this hour: it came too late, or the kiosk's clock is wrong. */
    DOCUMENT_OUT_OF_TIME("M-62"),
    /** It was paid for so late that the document had expired: it is not printed, and the money goes back. */
    PAID_TOO_LATE("M-63"),
    /** The document was meant for something else: the kiosk latches off. */
    DOCUMENT_MISBOUND("M-61"),

    PRINTER_NOT_READY("M-70"),
    CASH_NOT_READY("M-71"),
    /** The printer is certain to have printed nothing: the fee is given back. */
    NOT_PRINTED("M-72"),
    /** Nobody can say what came out: neither reprinted nor refunded by itself, but a claim. */
    PRINT_UNKNOWN("M-73"),

    /** A coin was told when nobody was being served. */
    COIN_LEFT("M-74"),
    /** The cash unit lost count: what is known goes back, and the rest is for the staff to find. */
    MONEY_UNCOUNTED("M-75"),

    /** How the application for 本籍地利用登録 stands has been told. */
    REGISTRATION_TOLD("M-85"),
    /** The municipality takes no application by kiosk. */
    REGISTRATION_NOT_OFFERED("M-86"),
    /** It was sent, and nobody knows whether it arrived. */
    REGISTRATION_UNCERTAIN("M-87"),
    /** The center has another application of this number. */
    REGISTRATION_CONFLICT("M-88"),

    LEDGER_FAILED("M-90"),
    DEFECT("M-91");

    private final String code;

    EndReason(String code) {
        this.code = code;
    }

    /** What a resident can say on the telephone. It stays with the reason for good and is never given to another. */
    public String code() {
        return code;
    }

    /**
     * What was come for was done: nobody asks about it, and no code is shown. An application for a registration that was looked up may
     * stand refused, and then an office is asked.
     */
    public boolean wished() {
        return switch (this) {
            case DELIVERED, CHECKED, PIN_CHANGED -> true;
            default -> false;
        };
    }

    /** The name in templates, texts and addresses: {@code card-removed}. */
    public String slug() {
        return Slug.of(this);
    }
}
