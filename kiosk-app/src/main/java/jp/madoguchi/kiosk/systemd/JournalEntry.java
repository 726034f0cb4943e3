package jp.madoguchi.kiosk.systemd;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import jp.madoguchi.kiosk.terms.VisitId;
import org.jspecify.annotations.Nullable;

/**
 * One line of the log in the journal's own protocol (https://systemd.io/JOURNAL_NATIVE_PROTOCOL/): a stack stays one entry, and the
 * visit is a field of it, {@code journalctl VISIT=…}, by its claim number too, {@code journalctl CLAIM=3F2A-91C0}.
 */
final class JournalEntry {
    /** Of a text that is longer, such as a long stack, the beginning: an entry must fit one datagram. */
    private static final int LONGEST = 16 * 1024;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private JournalEntry() {}

    static byte[] of(ILoggingEvent event) {
        JournalEntry entry = new JournalEntry();
        entry.add("MESSAGE", message(event));
        entry.add("PRIORITY", String.valueOf(priority(event.getLevel())));
        entry.add("SYSLOG_IDENTIFIER", "madoguchi");
        entry.add("LOGGER", event.getLoggerName());
        entry.add("THREAD", event.getThreadName());
        visit(event).ifPresent(visit -> {
            entry.add("VISIT", visit.hex());
            entry.add("CLAIM", visit.claimNumber());
        });
        return entry.bytes.toByteArray();
    }

    /** Of which the line speaks, or in which it was written. */
    private static Optional<VisitId> visit(ILoggingEvent event) {
        @Nullable Object[] values = event.getArgumentArray();
        Optional<VisitId> named = values == null
                ? Optional.empty()
                : Arrays.stream(values)
                        .filter(VisitId.class::isInstance)
                        .map(VisitId.class::cast)
                        .findFirst();
        return named.or(() ->
                Optional.ofNullable(event.getMDCPropertyMap().get("visit")).map(VisitId::new));
    }

    private static String message(ILoggingEvent event) {
        String logger = event.getLoggerName();
        String text = logger.substring(logger.lastIndexOf('.') + 1) + ": " + event.getFormattedMessage();
        String whole = event.getThrowableProxy() == null
                ? text
                : text + "\n" + ThrowableProxyUtil.asString(event.getThrowableProxy());
        return whole.length() <= LONGEST ? whole : whole.substring(0, LONGEST) + "…";
    }

    /** syslog(3)'s. */
    private static int priority(Level level) {
        return switch (level.toInt()) {
            case Level.ERROR_INT -> 3;
            case Level.WARN_INT -> 4;
            case Level.INFO_INT -> 6;
            default -> 7;
        };
    }

    /** A value with a line feed in it has its length before it. */
    private void add(String field, String value) {
        byte[] content = value.getBytes(UTF_8);
        bytes.writeBytes(field.getBytes(UTF_8));
        if (value.indexOf('\n') < 0) {
            bytes.write('=');
        } else {
            bytes.write('\n');
            bytes.writeBytes(ByteBuffer.allocate(Long.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(content.length)
                    .array());
        }
        bytes.writeBytes(content);
        bytes.write('\n');
    }
}
