package jp.madoguchi.kiosk.act;

import java.util.Optional;

/**
 * Who and where this kiosk is, as receipts and slips name it.
 *
 * @param contact whom to call about a claim, beside the staff of the store
 */
public record Terminal(String kiosk, String store, Optional<String> contact) {
    /** Where only the staff can help. */
    public Terminal(String kiosk, String store) {
        this(kiosk, store, Optional.empty());
    }
}
