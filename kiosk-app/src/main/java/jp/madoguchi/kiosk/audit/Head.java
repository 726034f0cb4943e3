package jp.madoguchi.kiosk.audit;

import java.time.Instant;
import jp.madoguchi.kiosk.terms.Sha256;

/** The youngest entry that is on the disk. Whoever knows it knows all before it. */
public record Head(long sequence, Instant at, Sha256 hash) {}
