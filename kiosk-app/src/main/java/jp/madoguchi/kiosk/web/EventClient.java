package jp.madoguchi.kiosk.web;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.eclipse.jetty.util.IteratingCallback;
import org.jspecify.annotations.Nullable;

/**
 * One open event stream. Holds at most one message of each kind: a newer one takes the place of one that was not sent yet,
 * so that a slow browser costs no memory. Any thread; never blocks.
 */
final class EventClient extends IteratingCallback {
    private static final byte[] BEAT = ":\n\n".getBytes(US_ASCII);

    private final Exchange exchange;
    private @Nullable String opening;
    private byte @Nullable [] message;
    private boolean beating;
    private boolean ending;
    private boolean ended;
    private Optional<String> farewell = Optional.empty();

    EventClient(Exchange exchange, String opening) {
        this.exchange = exchange;
        this.opening = opening;
    }

    void tell(byte[] next) {
        synchronized (this) {
            message = next;
        }
        iterate();
    }

    /** Writes what means nothing, to find out whether anyone listens. */
    void beat() {
        synchronized (this) {
            beating = true;
        }
        iterate();
    }

    void end(Optional<String> lastWords) {
        synchronized (this) {
            ending = true;
            farewell = lastWords;
        }
        iterate();
    }

    @Override
    protected Action process() {
        byte[] next;
        boolean last;
        synchronized (this) {
            if (ended) {
                return Action.SUCCEEDED;
            }
            next = next();
            last = ending;
            ended = ending;
        }
        if (next.length == 0 && !last) {
            return Action.IDLE;
        }
        exchange.response().write(last, ByteBuffer.wrap(next), this);
        return Action.SCHEDULED;
    }

    private byte[] next() {
        if (opening != null) {
            byte[] first = opening.getBytes(US_ASCII);
            opening = null;
            return first;
        }
        if (ending) {
            return farewell.orElse("").getBytes(US_ASCII);
        }
        if (message != null) {
            byte[] told = message;
            message = null;
            return told;
        }
        byte[] beat = beating ? BEAT : new byte[0];
        beating = false;
        return beat;
    }

    @Override
    protected void onCompleteSuccess() {
        exchange.callback().succeeded();
    }

    @Override
    protected void onCompleteFailure(Throwable cause) {
        exchange.callback().failed(cause);
    }
}
