package jp.madoguchi.devices.card.apdu;

import jp.madoguchi.devices.card.CardFailure;

/** The conversation with the card broke off. Caught inside the card packages, where it becomes an outcome of the port. */
public final class CardFaultException extends Exception {
    private static final long serialVersionUID = 1L;

    private final CardFailure failure;

    /** @param detail for the log of a technician; names commands and status words, never data */
    public CardFaultException(CardFailure failure, String detail) {
        super(detail);
        this.failure = failure;
    }

    public CardFailure failure() {
        return failure;
    }
}
