package jp.madoguchi.kiosk.health;

import java.util.List;
import java.util.stream.Stream;
import jp.madoguchi.devices.DeviceFailure;
import jp.madoguchi.devices.card.ReaderTrouble;
import jp.madoguchi.devices.cash.CashTrouble;
import jp.madoguchi.devices.print.PrinterTrouble;
import jp.madoguchi.kiosk.terms.Part;

/** Every failure that a device can report of itself. */
final class DeviceFailures {
    static final List<DeviceFailure> ALL = Stream.<DeviceFailure[]>of(
                    ReaderTrouble.values(), PrinterTrouble.values(), CashTrouble.values())
            .flatMap(Stream::of)
            .toList();

    private DeviceFailures() {}

    /** Whose it is. */
    static Part part(DeviceFailure failure) {
        if (failure instanceof PrinterTrouble) {
            return Part.PRINTER;
        }
        return failure instanceof CashTrouble ? Part.CASH : Part.CARD_READER;
    }
}
