package jp.madoguchi.kiosk.staff;

import java.util.List;
import jp.madoguchi.kiosk.terms.Obstacle;
import jp.madoguchi.kiosk.terms.Slug;

/** What a clerk does about an obstacle, step by step. Each step has a picture, and words {@code remedy.NAME.1}, {@code .2} and so on. */
public enum Remedy {
    WAIT("clock"),
    READER("plug", "recheck"),
    ONE_READER("plug-out", "recheck"),
    RESTART("restart", "phone"),
    PRINTER_CABLE("power", "plug", "recheck"),
    PAPER("cassette-out", "cassette-load", "cassette-in"),
    TONER("printer-open", "toner", "printer-shut"),
    DOOR("printer-shut", "recheck"),
    JAM("printer-open", "sheet-out", "envelope", "printer-shut"),
    TRAY("tray", "envelope", "recheck"),
    PANEL("panel", "recheck"),
    PRINTER_BUSY("clock", "panel"),
    CASH_CABLE("power", "plug", "recheck"),
    CHANGE("hopper", "count", "recheck"),
    COIN_JAM("cash-open", "coin-out", "cash-shut"),
    NOTE_JAM("cash-open", "note-out", "cash-shut"),
    COUNT_CASH("cash-open", "count", "phone"),
    NETWORK("router", "clock", "phone"),
    OPERATOR("phone"),
    RESUME("resume");

    @SuppressWarnings("ImmutableEnumChecker") // of List.of
    private final List<String> pictures;

    Remedy(String... pictures) {
        this.pictures = List.of(pictures);
    }

    /** The picture of each step. */
    public List<String> pictures() {
        return pictures;
    }

    public String slug() {
        return Slug.of(this);
    }

    public static Remedy of(Obstacle obstacle) {
        return switch (obstacle) {
            case NOT_ASKED_YET, CENTER_CLOSED, STOPPING, LEDGER_LOCKED -> WAIT;
            case NO_READER -> READER;
            case SEVERAL_READERS -> ONE_READER;
            case READER_SERVICE_DOWN -> RESTART;
            case PRINTER_UNREACHABLE -> PRINTER_CABLE;
            case PRINTER_OUT_OF_PAPER -> PAPER;
            case PRINTER_OUT_OF_TONER -> TONER;
            case PRINTER_DOOR_OPEN -> DOOR;
            case PRINTER_JAM -> JAM;
            case PRINTER_OUTPUT_FULL -> TRAY;
            case PRINTER_OFFLINE, PRINTER_OTHER -> PANEL;
            case PRINTER_BUSY -> PRINTER_BUSY;
            case CASH_UNREACHABLE -> CASH_CABLE;
            case CASH_NO_CHANGE -> CHANGE;
            case CASH_JAM -> COIN_JAM;
            case CASH_NOTE_JAM -> NOTE_JAM;
            case CASH_EVENTS_LOST -> COUNT_CASH;
            case CENTER_UNREACHABLE -> NETWORK;
            case PRINTER_WRONG_CERTIFICATE,
                    PRINTER_NOT_A_PRINTER,
                    PRINTER_UNSUITABLE,
                    CASH_UNSUITABLE,
                    CENTER_UNTRUSTED,
                    CLOCK_WRONG,
                    LEDGER_FAILED,
                    LEDGER_FULL,
                    LEDGER_READ_ONLY,
                    LEDGER_DAMAGED,
                    LEDGER_NEWER -> OPERATOR;
            case STOPPED_FOR_SUPPLIES, STOPPED_FOR_INSPECTION, STOPPED_FOR_REPAIR, STOPPED_BY_STORE -> RESUME;
        };
    }
}
