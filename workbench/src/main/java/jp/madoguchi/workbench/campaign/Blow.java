package jp.madoguchi.workbench.campaign;

/** What strikes one exchange between the kiosk and a device. */
public enum Blow {
    CARD_PULLED(Device.CARD, "pulled before the command"),
    CARD_ANSWER_LOST(Device.CARD, "pulled before the answer"),
    CARD_GARBLED(Device.CARD, "garbage for an answer"),
    CARD_RESET(Device.CARD, "reset by another program"),
    READER_UNPLUGGED(Device.CARD, "reader unplugged"),
    READER_SERVICE_STOPPED(Device.CARD, "PC/SC service restarted"),

    PRINTER_REQUEST_LOST(Device.PRINTER, "request lost"),
    PRINTER_REQUEST_CUT(Device.PRINTER, "request cut in the middle"),
    PRINTER_REPLY_LOST(Device.PRINTER, "reply lost"),
    PRINTER_POWER_BEFORE(Device.PRINTER, "power lost before"),
    PRINTER_POWER_AFTER(Device.PRINTER, "power lost after"),

    CASH_REQUEST_LOST(Device.CASH, "request lost"),
    CASH_REPLY_LOST(Device.CASH, "reply lost"),
    CASH_REPLY_GARBLED(Device.CASH, "a bit of the reply turned"),
    CASH_LINE_CUT(Device.CASH, "line cut before"),
    CASH_LINE_CUT_AFTER(Device.CASH, "line cut after"),
    CASH_RESET(Device.CASH, "devices lose power before"),
    CASH_SILENT(Device.CASH, "silent from here on");

    private final Device device;
    private final String words;

    Blow(Device device, String words) {
        this.device = device;
        this.words = words;
    }

    public Device device() {
        return device;
    }

    /** For the table. */
    public String words() {
        return words;
    }
}
