package jp.madoguchi.devices.card;

import com.google.errorprone.annotations.CheckReturnValue;
import java.time.Duration;

/** One card reader, chosen by a pattern on its name. Owned by one thread; every method blocks it. */
@CheckReturnValue
public interface CardReader extends AutoCloseable {
    /** What is at the reader now. */
    ReaderStatus status();

    /** Waits until the status differs from {@code known} or the time is over, and answers the status then. */
    ReaderStatus awaitChange(ReaderStatus known, Duration atMost);

    /** Powers up the card that is on the reader. */
    Opening open();

    /** The answer of {@link #open()}. */
    sealed interface Opening {
        record Opened(CardSession session) implements Opening {}

        record Failed(CardFailure failure) implements Opening {}
    }

    @Override
    void close();
}
