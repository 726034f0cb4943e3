package jp.madoguchi.simulators.card;

import java.util.List;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.jspecify.annotations.Nullable;

/** What lies under a file id. */
sealed interface ElementaryFile permits ElementaryFile.Binary, ElementaryFile.Records, ElementaryFile.Key, PinFile {
    /** Readable byte by byte; {@code guard} is the PIN that must have been verified, if any. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Binary(byte[] content, @Nullable PinFile guard) implements ElementaryFile {}

    /** Readable record by record, the first has the number 1. */
    record Records(List<byte[]> records) implements ElementaryFile {}

    /** A key that signs once its PIN has been verified. */
    record Key(RSAKeyParameters key, PinFile guard) implements ElementaryFile {}
}
