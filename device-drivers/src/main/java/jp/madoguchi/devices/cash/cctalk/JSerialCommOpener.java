package jp.madoguchi.devices.cash.cctalk;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.io.IOException;
import java.time.Duration;

/** Real serial ports. No listener is ever set: after a hang-up the library would call it for ever. */
public final class JSerialCommOpener implements SerialOpener {
    private static final int BAUD = 9600;
    private static final int WRITE_TIMEOUT_MILLIS = 1000;

    @Override
    public SerialLine open(String port) throws IOException {
        SerialPort serial;
        try {
            serial = SerialPort.getCommPort(port);
        } catch (SerialPortInvalidPortException e) {
            throw new IOException("no serial port " + port, e);
        }
        // The answer alone counts: on pseudo-terminals the error code is set even when all is well.
        if (!serial.setComPortParameters(BAUD, 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY)
                || !serial.openPort(0)) {
            throw new IOException("cannot open serial port " + port);
        }
        return new Line(serial, port);
    }

    private static final class Line implements SerialLine {
        private final SerialPort serial;
        private final String port;
        private int timeoutMillis = -1;

        Line(SerialPort serial, String port) {
            this.serial = serial;
            this.port = port;
        }

        @Override
        public void write(byte[] bytes) throws IOException {
            if (serial.writeBytes(bytes, bytes.length) != bytes.length) {
                throw new IOException("serial port " + port + " does not take bytes");
            }
        }

        @Override
        public int read(byte[] into, Duration atMost) throws IOException {
            // The library counts in tenths of a second, upwards: asking whether anything is there must not cost one.
            if (atMost.isZero() && serial.bytesAvailable() == 0) {
                return 0;
            }
            wait((int) Math.max(1, atMost.toMillis())); // zero would mean "for ever" to it
            int count = serial.readBytes(into, into.length);
            if (count < 0) { // isOpen() stays true after a hang-up: only this tells
                throw new IOException("serial port " + port + " is gone");
            }
            return count;
        }

        private void wait(int millis) throws IOException {
            if (millis != timeoutMillis) {
                int mode = SerialPort.TIMEOUT_READ_SEMI_BLOCKING | SerialPort.TIMEOUT_WRITE_BLOCKING;
                if (!serial.setComPortTimeouts(mode, millis, WRITE_TIMEOUT_MILLIS)) {
                    throw new IOException("serial port " + port + " is gone");
                }
                timeoutMillis = millis;
            }
        }

        @Override
        public void close() {
            serial.closePort(); // false only says that it was closed already
        }
    }
}
