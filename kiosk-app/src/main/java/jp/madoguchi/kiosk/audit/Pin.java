package jp.madoguchi.kiosk.audit;

import jp.madoguchi.kiosk.terms.Sha256;

/**
 * What a signed checkpoint remembers of the log.
 *
 * @param who in words
 */
record Pin(long sequence, Sha256 hash, String who) {}
