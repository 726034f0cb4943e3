package jp.madoguchi.kiosk.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.madoguchi.kiosk.terms.Sha256;

/**
 * One line of the log. Its hash is the SHA-256 of the very bytes of the line before {@code ,"hash":}, so nothing has to be agreed
 * on beside the line itself.
 *
 * @param sequence counts from 1
 * @param at milliseconds of UTC, by the kiosk's clock
 * @param event as {@link AuditEvent} names it; a log may tell of events that this program does not know
 * @param visit 32 hex digits, or {@code -}
 * @param previous the hash of the entry before; of the first one, 64 zeros
 */
public record Entry(
        long sequence, Instant at, String event, String visit, Map<String, String> details, Sha256 previous) {
    static final Sha256 NONE_BEFORE = new Sha256("0".repeat(64));
    static final String NO_VISIT = "-";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final Pattern DETAIL = Pattern.compile("\"([a-z-]+)\":\"([A-Za-z0-9._-]+)\"");
    private static final Pattern LINE = Pattern.compile("(\\{\"seq\":([1-9][0-9]{0,17})"
            + ",\"at\":\"([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z)\""
            + ",\"event\":\"([A-Z][A-Z0-9_]*)\",\"visit\":\"(-|[0-9a-f]{32})\""
            + ",\"details\":\\{((?:" + DETAIL + "(?:," + DETAIL + ")*+)?)\\}"
            + ",\"previous\":\"([0-9a-f]{64})\"),\"hash\":\"([0-9a-f]{64})\"\\}");

    public Entry {
        at = at.truncatedTo(ChronoUnit.MILLIS);
        details = Collections.unmodifiableSortedMap(new TreeMap<>(details));
    }

    /** What {@link AuditEvent} says of it; empty when this program does not know it. */
    public Optional<AuditEvent> known() {
        return Arrays.stream(AuditEvent.values())
                .filter(each -> each.name().equals(event))
                .findFirst();
    }

    Sha256 hash() {
        return Sha256.of(unsealed().getBytes(StandardCharsets.US_ASCII));
    }

    /** As it stands in the file, without the line feed. */
    String line() {
        String unsealed = unsealed();
        return unsealed + ",\"hash\":\"" + Sha256.of(unsealed.getBytes(StandardCharsets.US_ASCII)) + "\"}";
    }

    private String unsealed() {
        return "{\"seq\":" + sequence + ",\"at\":\"" + TIME.format(at) + "\",\"event\":\"" + event + "\",\"visit\":\""
                + visit + "\",\"details\":{"
                + details.entrySet().stream()
                        .map(each -> "\"" + each.getKey() + "\":\"" + each.getValue() + "\"")
                        .collect(Collectors.joining(","))
                + "},\"previous\":\"" + previous + "\"";
    }

    /**
     * What a line says.
     *
     * @param hash as it stands there
     * @param sound whether it is the entry's own
     */
    record Read(Entry entry, Sha256 hash, boolean sound) {}

    /** Empty when no program writes such a line. */
    static Optional<Read> of(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Map<String, String> details = new TreeMap<>();
        Matcher detail = DETAIL.matcher(parts.group(6));
        while (detail.find()) {
            details.put(detail.group(1), detail.group(2));
        }
        Entry entry = new Entry(
                Long.parseLong(parts.group(2)),
                TIME.parse(parts.group(3), Instant::from),
                parts.group(4),
                parts.group(5),
                details,
                new Sha256(parts.group(11)));
        // Of the line as it stands: what is said twice, or in another order, is another line.
        Sha256 hash = Sha256.of(parts.group(1).getBytes(StandardCharsets.US_ASCII));
        Sha256 said = new Sha256(parts.group(12));
        return Optional.of(new Read(entry, said, hash.equals(said)));
    }
}
