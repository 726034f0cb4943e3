package jp.madoguchi.devices.cash.cctalk;

import com.google.errorprone.annotations.CheckReturnValue;
import java.util.Optional;

/** The bytes that a hopper wants to see before the count in header 167. Each maker has its own way to work them out. */
@FunctionalInterface
@CheckReturnValue
public interface DispenseCode {
    /** Hoppers without a cipher: the serial number, three bytes, as header 242 gives it. */
    DispenseCode SERIAL_NUMBER = hopper -> hopper.ask(Header.REQUEST_SERIAL_NUMBER, 3);

    /** Works out the code for the next dispense command; empty when the hopper does not answer what was asked. */
    Optional<byte[]> code(Asking hopper);

    /** Puts a question to the hopper; only questions that may be asked again without harm. */
    @FunctionalInterface
    @CheckReturnValue
    interface Asking {
        /** The data of the answer, {@code length} bytes; empty when it is refused or does not come. */
        Optional<byte[]> ask(int header, int length, int... data);
    }
}
