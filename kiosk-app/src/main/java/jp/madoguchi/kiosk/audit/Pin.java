package jp.madoguchi.kiosk.audit;

import jp.madoguchi.kiosk.terms.Sha256;

/**
 * What somebody else remembers of the log.
 *
 * @param who in words
 * @param signed whether the kiosk signed it; the ledger's word is worth no more than the disk that both lie on
 */
public record Pin(long sequence, Sha256 hash, String who, boolean signed) {}
