package jp.madoguchi.kiosk.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.madoguchi.kiosk.terms.Sha256;

/**
 * The log at one moment, in one line that the kiosk signs: whoever keeps it can tell later whether anything up to that entry was
 * changed or taken away. What is signed begins with a purpose of its own, so that it is no other thing that the kiosk's key signs.
 *
 * @param kiosk its name in the log
 * @param at when it was made, by the kiosk's clock
 * @param hash of the entry with that number
 */
public record Checkpoint(String kiosk, long sequence, Instant at, Sha256 hash) {
    private static final String PURPOSE = "MADOGUCHI-AUDIT-CHECKPOINT-V1";
    private static final Pattern CONTENT = Pattern.compile("\\{\"purpose\":\"" + PURPOSE
            + "\",\"kiosk\":\"([A-Za-z0-9._-]{1,64})\",\"seq\":([1-9][0-9]{0,17})"
            + ",\"at\":\"([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z)\",\"hash\":\"([0-9a-f]{64})\"\\}");

    public Checkpoint {
        at = at.truncatedTo(ChronoUnit.SECONDS);
    }

    /** The very bytes that are signed. */
    public byte[] content() {
        return ("{\"purpose\":\"" + PURPOSE + "\",\"kiosk\":\"" + kiosk + "\",\"seq\":" + sequence + ",\"at\":\"" + at
                        + "\",\"hash\":\"" + hash + "\"}")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** Empty when it is none. */
    static Optional<Checkpoint> of(byte[] content) {
        Matcher parts = CONTENT.matcher(new String(content, StandardCharsets.ISO_8859_1));
        return parts.matches()
                ? Optional.of(new Checkpoint(
                        parts.group(1),
                        Long.parseLong(parts.group(2)),
                        Instant.parse(parts.group(3)),
                        new Sha256(parts.group(4))))
                : Optional.empty();
    }
}
