package jp.madoguchi.workbench.crash;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import jp.madoguchi.kiosk.KioskMain;

/**
 * The shipped program, whole and on its own wires, in a process that is to be killed. At each write to its ledger it asks whoever
 * kills it, and waits for the answer, which may never come.
 */
public final class KilledMain {
    private KilledMain() {}

    /** @param arguments the port of whoever kills it, the ledger, and what the program itself is told */
    public static void main(String[] arguments) throws IOException {
        Socket killer = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0]));
        killer.setTcpNoDelay(true);
        LedgerDriver.watch(Path.of(arguments[1]), new Asking(killer));
        KioskMain.main(Arrays.copyOfRange(arguments, 2, arguments.length));
    }

    private record Asking(Socket killer) implements LedgerWatch {
        @Override
        public synchronized void commit(String fact, Write write) throws SQLException {
            ask(fact);
            write.write();
            ask("");
        }

        private void ask(String line) throws SQLException {
            try {
                killer.getOutputStream().write((line + "\n").getBytes(StandardCharsets.US_ASCII));
                if (killer.getInputStream().read() < 0) {
                    throw new IOException("nobody answers");
                }
            } catch (IOException alone) {
                throw new SQLException(alone);
            }
        }
    }
}
