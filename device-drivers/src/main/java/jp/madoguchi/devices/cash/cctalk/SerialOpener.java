package jp.madoguchi.devices.cash.cctalk;

import com.google.errorprone.annotations.CheckReturnValue;
import java.io.IOException;

/** Opens serial lines: the seam between the adapter and the machine. */
@FunctionalInterface
@CheckReturnValue
public interface SerialOpener {
    /**
     * Opens the device, which nobody else has open, at 9600 baud 8N1.
     *
     * @param port a device's path or name, such as {@code /dev/ttyUSB0}
     */
    SerialLine open(String port) throws IOException;
}
