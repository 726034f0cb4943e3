package jp.madoguchi.devices.cash.cctalk;

import com.google.errorprone.annotations.CheckReturnValue;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import jp.madoguchi.devices.cash.CashDevice;
import jp.madoguchi.devices.cash.CashTrouble;
import jp.madoguchi.devices.cash.Yen;
import org.jspecify.annotations.Nullable;

/** A bill validator's commands, one method each (part 3, 1.5): with escrow and stacker, without encryption. */
@CheckReturnValue
final class BillValidator implements Mechanism {
    static final int ADDRESS = 40;

    private static final int STACKER_AND_ESCROW = 3;
    private static final int STACKED = 0;
    private static final int HELD = 1;

    private static final int RETURNED_FROM_ESCROW = 1;
    private static final int PULLED_BACKWARDS = 8;
    private static final int STACKER_OK = 10;
    private static final int STACKER_REMOVED = 11;
    private static final int STACKER_INSERTED = 12;
    private static final int STACKER_FULL = 14;

    /** Jammed in transport or stacker (6, 7, 15, 16), a faulty stacker (13), a fraud or its alarm faulty (9, 17, 18, 19). */
    private static final Set<Integer> FAULTS = Set.of(6, 7, 9, 13, 15, 16, 17, 18, 19);

    private final SlotCommands commands;

    BillValidator(CcTalkLine line) {
        this.commands = new SlotCommands(line, ADDRESS);
    }

    @Override
    public CashDevice device() {
        return CashDevice.BILL;
    }

    @Override
    public SlotCommands commands() {
        return commands;
    }

    @Override
    public CashTrouble jam() {
        return CashTrouble.NOTE_JAM;
    }

    @Override
    public String name() {
        return "bill validator";
    }

    /** {@inheritDoc} Without the mode a note would be stacked unasked. */
    @Override
    public Reply admit() {
        Reply mode = commands.ask(Header.MODIFY_BILL_OPERATING_MODE, 0, STACKER_AND_ESCROW);
        return mode instanceof Reply.Given ? Mechanism.super.admit() : mode;
    }

    @Override
    public Reply events() {
        return commands.askOnce(Header.READ_BUFFERED_BILL_EVENTS, EventBuffer.LENGTH);
    }

    @Override
    public boolean is(String category) {
        return category.startsWith("Bill");
    }

    @Override
    public Optional<Map<Integer, Yen>> channels() {
        OptionalInt scaling = scaling();
        return scaling.isEmpty()
                ? Optional.empty()
                : commands.channels(Header.REQUEST_BILL_ID, 7, name -> BillId.value(name, scaling.getAsInt()));
    }

    /** Header 156: what the digits of a bill id are multiplied with; 1 for a device that does not know the command. */
    private OptionalInt scaling() {
        Reply reply = commands.ask(Header.REQUEST_COUNTRY_SCALING_FACTOR, 3, 'J', 'P');
        if (reply instanceof Reply.Given given) {
            int factor = given.at(0) | given.at(1) << 8;
            for (int places = given.at(2); places > 0; places--) {
                factor /= 10;
            }
            return OptionalInt.of(Math.max(1, factor));
        }
        return reply instanceof Reply.Refused ? OptionalInt.of(1) : OptionalInt.empty();
    }

    @Override
    public Reply clearEscrow() {
        return commands.ask(Header.ROUTE_BILL, -1, 0);
    }

    @Override
    public Reply route(boolean stack) {
        return commands.askOnce(Header.ROUTE_BILL, -1, stack ? 1 : 0);
    }

    @Override
    public Meaning meaning(EventBuffer.Event event, Map<Integer, Yen> channels) {
        return event.a() == 0 ? status(event.b()) : note(event, channels.get(event.a()));
    }

    private static Meaning status(int code) {
        return switch (code) {
            case STACKER_REMOVED -> new Meaning.Condition(CashTrouble.STACKER_REMOVED, true);
            case STACKER_INSERTED -> new Meaning.Condition(CashTrouble.STACKER_REMOVED, false);
            case STACKER_FULL -> new Meaning.Condition(CashTrouble.STACKER_FULL, true);
            case STACKER_OK -> new Meaning.Condition(CashTrouble.STACKER_FULL, false);
            default ->
                FAULTS.contains(code)
                        ? new Meaning.Fault(CashTrouble.NOTE_JAM, "bill validator event " + code)
                        : new Meaning.HandedBack(code, code == RETURNED_FROM_ESCROW || code == PULLED_BACKWARDS);
        };
    }

    private static Meaning note(EventBuffer.Event event, @Nullable Yen worth) {
        if (worth == null || (event.b() != STACKED && event.b() != HELD)) {
            return new Meaning.Fault(
                    CashTrouble.UNSUITABLE, "a note without a value: type " + event.a() + ", state " + event.b());
        }
        return event.b() == STACKED ? new Meaning.Credit(worth) : new Meaning.Held(worth);
    }
}
