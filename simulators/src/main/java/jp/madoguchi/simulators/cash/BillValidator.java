package jp.madoguchi.simulators.cash;

import java.util.Map;
import java.util.Optional;

/**
 * A bill validator at address 40 with escrow and stacker. A note lies in escrow until the host routes it; the motor then needs a
 * turn to move it, and only the event after that says where it went.
 */
final class BillValidator implements CcTalkDevice {
    static final int ADDRESS = 40;
    static final int RESET = 1;
    static final int MODIFY_MODE = 153;
    static final int REQUEST_MODE = 152;
    static final int ROUTE = 154;
    static final int REQUEST_SCALING = 156;
    static final int REQUEST_BILL_ID = 157;
    static final int READ_BUFFERED_EVENTS = 159;
    static final int REQUEST_MASTER_INHIBIT = 227;
    static final int MODIFY_MASTER_INHIBIT = 228;
    static final int REQUEST_INHIBIT = 230;
    static final int MODIFY_INHIBIT = 231;
    static final int SELF_CHECK = 232;

    /** Notes that fit into the stacker. */
    static final int STACKER = 300;

    // Part 3, appendix on bill events: B of an event whose A is 0.
    static final int MASTER_INHIBITED = 0;
    static final int RETURNED_FROM_ESCROW = 1;
    static final int INVALID = 2;
    static final int INHIBITED = 4;
    static final int JAMMED_IN_TRANSPORT = 6;
    static final int PULLED_BACKWARDS = 8;
    static final int STACKER_OK = 10;
    static final int STACKER_REMOVED = 11;
    static final int STACKER_INSERTED = 12;
    static final int STACKER_FULL = 14;
    // B of an event whose A is a bill type.
    private static final int STACKED = 0;
    private static final int HELD = 1;

    private static final Map<Integer, String> BILL_IDS = Map.of(1, "JP0001A", 2, "JP0005A", 3, "JP0010A");
    private static final Map<Integer, Integer> TYPE_OF_YEN = Map.of(1000, 1, 5000, 2, 10_000, 3);
    private static final int TYPES = 16;
    /** Header 156: the four digits of a bill id count thousands, with no decimal places. */
    private static final int SCALING = 1000;

    private static final int ROUTE_RETURN = 0;
    private static final int ROUTE_STACK = 1;
    private static final int ROUTE_EXTEND = 255;
    private static final int ESCROW_EMPTY = 254;
    private static final int ROUTE_FAILED = 255;
    private static final int USE_STACKER = 1;
    private static final int USE_ESCROW = 2;

    /** Fault code of header 232. */
    private static final int UNSPECIFIED_FAULT = 255;

    private enum Motor {
        REST,
        STACKING,
        RETURNING
    }

    private final Identity identity = new Identity("Bill Validator", "SIM-BV", 0x0B111);
    private final EventLog events = new EventLog();
    private final ReturnTray tray;
    private int openTypes;
    private boolean accepts;
    private int mode;
    private int escrow;
    private Motor motor = Motor.REST;
    private int stacked;
    private int notes;
    private boolean stackerThere = true;
    private boolean stuck;
    private boolean stacksAtPowerUp;

    BillValidator(ReturnTray tray) {
        this.tray = tray;
    }

    @Override
    public int address() {
        return ADDRESS;
    }

    @Override
    public Optional<Reply> answer(int header, byte[] data) {
        return switch (header) {
            case READ_BUFFERED_EVENTS -> when(data.length == 0, events.reply());
            case REQUEST_INHIBIT -> when(data.length == 0, Reply.of(openTypes, openTypes >> 8));
            case REQUEST_MASTER_INHIBIT -> when(data.length == 0, Reply.of(accepts ? 1 : 0));
            case SELF_CHECK -> when(data.length == 0, Reply.of(stuck ? UNSPECIFIED_FAULT : 0));
            case REQUEST_MODE -> when(data.length == 0, Reply.of(mode));
            case REQUEST_BILL_ID -> data.length == 1 ? Optional.of(billId(data[0] & 0xFF)) : Optional.empty();
            case REQUEST_SCALING -> data.length == 2 ? Optional.of(scaling(data)) : Optional.empty();
            case MODIFY_INHIBIT -> data.length == 2 ? open(data) : Optional.empty();
            case MODIFY_MASTER_INHIBIT -> data.length == 1 ? master(data[0]) : Optional.empty();
            case MODIFY_MODE -> data.length == 1 ? mode(data[0]) : Optional.empty();
            case ROUTE -> data.length == 1 ? Optional.of(route(data[0] & 0xFF)) : Optional.empty();
            case RESET -> data.length == 0 ? reset() : Optional.empty();
            default -> identity.answer(header, data);
        };
    }

    /** A note at the mouth. */
    NoteFate insert(int yen) {
        Integer type = TYPE_OF_YEN.get(yen);
        if (escrow > 0) {
            return handBack(yen);
        }
        if (!accepts) {
            events.report(0, MASTER_INHIBITED);
            return handBack(yen);
        }
        if (type == null) {
            events.report(0, INVALID);
            return handBack(yen);
        }
        if ((openTypes & 1 << (type - 1)) == 0 || full() || !stackerThere) {
            events.report(0, INHIBITED);
            return handBack(yen);
        }
        escrow = yen;
        if ((mode & USE_ESCROW) != 0) {
            events.report(type, HELD);
            return NoteFate.HELD;
        }
        stack();
        return escrow == 0 ? NoteFate.STACKED : handBack(yen);
    }

    /** The resident pulls the note out of the escrow; nothing happens when none is there. */
    void pull() {
        if (escrow > 0) {
            giveBack();
            events.report(0, PULLED_BACKWARDS);
        }
    }

    @Override
    public boolean busy() {
        return motor != Motor.REST;
    }

    @Override
    public void turn() {
        if (motor == Motor.REST) {
            return;
        }
        if (stuck) {
            motor = Motor.REST;
            events.report(0, JAMMED_IN_TRANSPORT);
        } else if (motor == Motor.STACKING) {
            stack();
        } else {
            giveBack();
            events.report(0, RETURNED_FROM_ESCROW);
        }
    }

    private void stack() {
        motor = Motor.REST;
        if (!stackerThere || full()) {
            events.report(0, stackerThere ? STACKER_FULL : STACKER_REMOVED);
            return;
        }
        int type = TYPE_OF_YEN.getOrDefault(escrow, 0);
        stacked += escrow;
        notes++;
        escrow = 0;
        events.report(type, STACKED);
        if (full()) {
            events.report(0, STACKER_FULL);
        }
    }

    private void giveBack() {
        motor = Motor.REST;
        tray.add(escrow);
        escrow = 0;
    }

    private NoteFate handBack(int yen) {
        tray.add(yen);
        return NoteFate.RETURNED;
    }

    private boolean full() {
        return notes >= STACKER;
    }

    /** So many notes lie in the stacker, of ¥1,000 each for the sake of the truth. */
    void fillStacker() {
        stacked += 1000 * (STACKER - notes);
        notes = STACKER;
        events.report(0, STACKER_FULL);
    }

    /** Empties it; answers how much it was in yen. */
    int emptyStacker() {
        int taken = stacked;
        stacked = 0;
        notes = 0;
        events.report(0, STACKER_OK);
        return taken;
    }

    void stackerThere(boolean now) {
        stackerThere = now;
        events.report(0, now ? STACKER_INSERTED : STACKER_REMOVED);
    }

    /** What the motor is told to move stays where it is. */
    void stuck(boolean now) {
        stuck = now;
    }

    /** Whether a note in escrow goes into the stacker, unheard, when the current comes back; otherwise it is given back. */
    void stacksAtPowerUp(boolean now) {
        stacksAtPowerUp = now;
    }

    int escrow() {
        return escrow;
    }

    int stacked() {
        return stacked;
    }

    @Override
    public void powerUp() {
        if (escrow > 0 && stacksAtPowerUp && !stuck) {
            stack();
        } else if (escrow > 0 && !stuck) {
            giveBack();
        }
        motor = Motor.REST;
        events.powerUp();
        openTypes = 0;
        accepts = false;
        mode = 0;
    }

    private static Reply billId(int type) {
        return type < 1 || type > TYPES ? Reply.nak() : Reply.of(BILL_IDS.getOrDefault(type, "......."));
    }

    /** {@code [factor, low byte first][decimal places]}; all 0 for a country that it does not know. */
    private static Reply scaling(byte[] country) {
        boolean known = country[0] == 'J' && country[1] == 'P';
        return known ? Reply.of(SCALING, SCALING >> 8, 0) : Reply.of(0, 0, 0);
    }

    private Reply route(int where) {
        if (where != ROUTE_RETURN && where != ROUTE_STACK && where != ROUTE_EXTEND) {
            return Reply.nak();
        }
        if (escrow == 0) {
            return Reply.of(ESCROW_EMPTY);
        }
        if (motor != Motor.REST || (where == ROUTE_STACK && (mode & USE_STACKER) == 0)) {
            return Reply.of(ROUTE_FAILED);
        }
        if (where != ROUTE_EXTEND) {
            motor = where == ROUTE_STACK ? Motor.STACKING : Motor.RETURNING;
        }
        return Reply.ack();
    }

    private Optional<Reply> open(byte[] mask) {
        openTypes = (mask[0] & 0xFF) | (mask[1] & 0xFF) << 8;
        return Optional.of(Reply.ack());
    }

    private Optional<Reply> master(byte state) {
        accepts = (state & 1) == 1;
        return Optional.of(Reply.ack());
    }

    private Optional<Reply> mode(byte mask) {
        mode = mask & (USE_STACKER | USE_ESCROW);
        return Optional.of(Reply.ack());
    }

    private Optional<Reply> reset() {
        powerUp();
        return Optional.of(Reply.ack());
    }

    private static Optional<Reply> when(boolean wellFormed, Reply reply) {
        return wellFormed ? Optional.of(reply) : Optional.empty();
    }
}
