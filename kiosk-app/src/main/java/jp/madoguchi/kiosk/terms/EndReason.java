package jp.madoguchi.kiosk.terms;

/** How a visit ended. Each has a screen text of its own: what happened, what to do, where and when. */
public enum EndReason {
    /** The document is in the resident's hands. */
    DELIVERED,
    CANCELLED,
    TIME_UP,

    CARD_REMOVED,
    /** Removed while the PIN was being checked: a try may have been spent. */
    CARD_REMOVED_AT_PIN,
    CARD_UNREADABLE,
    READER_FAILED,
    NOT_JPKI_CARD,
    JUKI_CARD,
    PHONE_NOT_SERVED,
    TOKEN_UNKNOWN,
    NO_CERTIFICATE,
    PIN_BLOCKED,
    /** This very attempt blocked the PIN. */
    PIN_BLOCKED_NOW,

    CERTIFICATE_EXPIRED,
    CERTIFICATE_NOT_YET_VALID,
    CERTIFICATE_UNKNOWN_ISSUER,
    CERTIFICATE_UNSUITABLE,
    CERTIFICATE_REVOKED,
    CERTIFICATE_SUSPENDED,
    /** Issued so lately that the validity service does not know it yet. */
    CERTIFICATE_UNKNOWN_YET,

    CENTER_UNREACHABLE,
    /** Something was sent and no answer came. */
    CENTER_UNCERTAIN,
    /** Who answered is not the center. */
    CENTER_UNTRUSTED,
    CENTER_CLOSED,
    /** The center refused this kiosk or its clock: nothing that the resident can change. */
    CENTER_REFUSED_KIOSK,
    /** The center answered what its protocol does not allow. */
    CENTER_GARBLED,
    RESIDENT_UNKNOWN,
    RESIDENT_REFUSED,
    NOTHING_OFFERED,
    NOT_OFFERED,
    FEE_CHANGED,
    /** The document's signature does not hold. */
    DOCUMENT_UNTRUSTED,
    /** The document is not valid at this hour: it came too late, or the kiosk's clock is wrong. */
    DOCUMENT_OUT_OF_TIME,
    /** The document was meant for something else: the kiosk latches off. */
    DOCUMENT_MISBOUND,

    PRINTER_NOT_READY,
    CASH_NOT_READY,
    /** The printer is certain to have printed nothing: the fee is given back. */
    NOT_PRINTED,
    /** Nobody can say what came out: neither reprinted nor refunded by itself, but a claim. */
    PRINT_UNKNOWN,

    LEDGER_FAILED,
    DEFECT
}
