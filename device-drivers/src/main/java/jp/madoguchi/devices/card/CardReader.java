package jp.madoguchi.devices.card;

import com.google.errorprone.annotations.CheckReturnValue;

/** One card reader, chosen by a pattern on its name. Owned by one thread; every method blocks it. */
@CheckReturnValue
public interface CardReader extends AutoCloseable {
    /** What is at the reader now. Never waits for a change: the caller looks again. */
    ReaderStatus status();

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
