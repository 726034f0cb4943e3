package jp.madoguchi.kiosk.systemd;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import jp.madoguchi.kiosk.terms.VisitId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Real lines of a real logger, read back by the rules of https://systemd.io/JOURNAL_NATIVE_PROTOCOL/. */
@Timeout(60)
class JournalEntryTest {
    private static final VisitId VISIT = new VisitId("3f2a91c0445566778899aabbccddeeff");
    private static final VisitId OTHER = new VisitId("00112233445566778899aabbccddeeff");

    private final Logger logger = (Logger) LoggerFactory.getLogger("jp.madoguchi.kiosk.visit.VisitRunner");
    private final ListAppender<ILoggingEvent> heard = new ListAppender<>();

    @BeforeEach
    void listen() {
        logger.setLevel(Level.TRACE);
        logger.setAdditive(false);
        heard.start();
        logger.addAppender(heard);
    }

    @AfterEach
    void forget() {
        logger.detachAppender(heard);
        logger.setAdditive(true);
        logger.setLevel(null);
        MDC.clear();
    }

    private record Fields(Map<String, String> all) {
        boolean has(String name) {
            return all.containsKey(name);
        }

        String get(String name) {
            return all.getOrDefault(name, "");
        }
    }

    private byte[] entry(Consumer<Logger> line) {
        line.accept(logger);
        return JournalEntry.of(heard.list.get(heard.list.size() - 1));
    }

    private static Fields fields(byte[] entry) {
        Map<String, String> fields = new LinkedHashMap<>();
        ByteBuffer bytes = ByteBuffer.wrap(entry).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            String head = until(bytes, '\n', '=');
            String name = head.substring(0, head.length() - 1);
            assertTrue(name.matches("[A-Z][A-Z0-9_]{0,63}"), name);
            String value;
            if (head.endsWith("=")) {
                value = until(bytes, '\n', '\n');
                value = value.substring(0, value.length() - 1);
            } else {
                byte[] counted = new byte[Math.toIntExact(bytes.getLong())];
                bytes.get(counted);
                value = new String(counted, UTF_8);
                assertEquals('\n', bytes.get());
            }
            fields.put(name, value);
        }
        return new Fields(fields);
    }

    /** Up to and with the first of either. */
    private static String until(ByteBuffer bytes, char one, char other) {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        byte next;
        do {
            next = bytes.get();
            read.write(next);
        } while (next != one && next != other);
        return read.toString(UTF_8);
    }

    @Test
    void line_ofAVisit_isFoundByItsIdAndByItsClaimNumber() {
        Fields fields = fields(entry(log -> log.info("visit {}: {} -> {}", VISIT, "CLOSED", "WELCOME")));
        assertEquals("VisitRunner: visit " + VISIT + ": CLOSED -> WELCOME", fields.get("MESSAGE"));
        assertEquals(VISIT.hex(), fields.get("VISIT"));
        assertEquals("3F2A-91C0", fields.get("CLAIM"));
        assertEquals("madoguchi", fields.get("SYSLOG_IDENTIFIER"));
        assertEquals("jp.madoguchi.kiosk.visit.VisitRunner", fields.get("LOGGER"));
        assertEquals(Thread.currentThread().getName(), fields.get("THREAD"));
    }

    @Test
    void line_writtenWhileAVisitIsServed_isThatVisits_unlessItNamesAnother() {
        MDC.put("visit", VISIT.hex());
        assertEquals(
                VISIT.hex(),
                fields(entry(log -> log.info("a driver's own word"))).get("VISIT"));
        assertEquals(
                OTHER.hex(),
                fields(entry(log -> log.info("visit {} came late", OTHER))).get("VISIT"));
        MDC.clear();
        assertFalse(fields(entry(log -> log.info("nobody's"))).has("VISIT"));
    }

    @ParameterizedTest
    @CsvSource({"ERROR, 3", "WARN, 4", "INFO, 6", "DEBUG, 7", "TRACE, 7"})
    void level_isAPriorityOfSyslog(String level, String priority) {
        byte[] entry =
                entry(log -> log.atLevel(org.slf4j.event.Level.valueOf(level)).log("a line"));
        assertEquals(priority, fields(entry).get("PRIORITY"));
    }

    @Test
    void stack_isOneEntryWithItsLine() {
        Fields fields = fields(
                entry(log -> log.error("a defect", new IllegalStateException("broken\nPRIORITY=0\nVISIT=forged"))));
        assertTrue(
                fields.get("MESSAGE").startsWith("VisitRunner: a defect\njava.lang.IllegalStateException: broken\n"));
        assertTrue(fields.get("MESSAGE").contains("\tat " + JournalEntryTest.class.getName()));
        assertEquals("3", fields.get("PRIORITY"));
        assertFalse(fields.has("VISIT"));
    }

    @Test
    void text_ofAnyLength_fitsADatagram(@TempDir Path dir) throws IOException {
        byte[] entry = entry(log -> log.info("窓".repeat(100_000)));
        String address = dir.resolve("journal").toString();
        try (Receiver journal = Receiver.at(address)) {
            assertTrue(Datagrams.to(address).orElseThrow().send(entry));
            assertTrue(fields(journal.next(entry.length)).get("MESSAGE").startsWith("VisitRunner: 窓窓窓"));
        }
    }
}
