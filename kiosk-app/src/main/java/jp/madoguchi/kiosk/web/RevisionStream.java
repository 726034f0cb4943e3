package jp.madoguchi.kiosk.web;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import jp.madoguchi.kiosk.visit.Timers;

/**
 * The one stream of server-sent events. It carries the revision of the screen and nothing else; the page then asks for the
 * screen. A new stream closes the old. Any thread; never blocks.
 */
final class RevisionStream {
    /** A browser that has gone shows only as a failed write. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);

    /** The page that hears this does not try again. */
    private static final Optional<String> SUPERSEDED = Optional.of("event: superseded\ndata: elsewhere\n\n");

    private final Timers timers;
    private Optional<EventClient> client = Optional.empty();
    private Optional<Timers.Pending> beat = Optional.empty();

    RevisionStream(Timers timers) {
        this.timers = timers;
    }

    /** Keeps the exchange open and tells it the revision now and at every change. */
    synchronized void open(Exchange exchange, LongSupplier revision) {
        end(SUPERSEDED);
        exchange.set("Content-Type", "text/event-stream");
        EventClient opened = new EventClient(exchange, "retry: 1000\n\n");
        client = Optional.of(opened);
        opened.tell(event(revision.getAsLong())); // asked only now: a change before this was told to the old stream
        beatLater(opened);
    }

    /** Whether a page follows it. */
    synchronized boolean isOpen() {
        return client.filter(open -> !open.isClosed() && !open.isFailed()).isPresent();
    }

    synchronized void tell(long revision) {
        client.ifPresent(open -> open.tell(event(revision)));
    }

    /** The session of whoever listens has been revoked. */
    synchronized void revoke() {
        end(SUPERSEDED);
    }

    /** Ends the open stream; the page tries again by itself. */
    synchronized void end() {
        end(Optional.empty());
    }

    private void end(Optional<String> farewell) {
        beat.ifPresent(Timers.Pending::cancel);
        client.ifPresent(open -> open.end(farewell));
        beat = Optional.empty();
        client = Optional.empty();
    }

    private void beatLater(EventClient open) {
        beat = Optional.of(timers.after(HEARTBEAT, () -> beat(open)));
    }

    private synchronized void beat(EventClient open) {
        if (client.filter(open::equals).isPresent() && !open.isClosed() && !open.isFailed()) {
            open.beat();
            beatLater(open);
        }
    }

    private static byte[] event(long revision) {
        return ("event: revision\ndata: " + revision + "\n\n").getBytes(US_ASCII);
    }
}
