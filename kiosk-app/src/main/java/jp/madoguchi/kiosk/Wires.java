package jp.madoguchi.kiosk;

import java.time.Clock;
import jp.madoguchi.devices.card.pcsc.TerminalSource;
import jp.madoguchi.devices.cash.cctalk.JSerialCommOpener;
import jp.madoguchi.devices.cash.cctalk.SerialOpener;

/** The only seam between the shipped program and a workbench: everything else is a real wire already. */
public record Wires(TerminalSource terminals, SerialOpener serial, Clock clock) {
    /** Those of this machine. */
    public static Wires real() {
        return new Wires(TerminalSource.pcsc(), new JSerialCommOpener(), Clock.systemUTC());
    }
}
