package jp.madoguchi.devices.cash.cctalk;

import com.google.errorprone.annotations.CheckReturnValue;
import java.util.Optional;
import jp.madoguchi.devices.cash.Yen;

/** A hopper's commands, one method each. */
@CheckReturnValue
final class Hopper {
    private static final int ENABLE = 0xA5;
    private static final int LIFETIME_MASK = 0xFFFFFF;

    private final CcTalkLine line;
    private final int address;
    private final Yen coin;

    /** Header 166. {@code event} is 0 after power-up and counts the dispense commands it has taken. */
    record Status(int event, int remaining, int paid, int unpaid) {}

    /** Headers 166 and 168 together: where a hopper stands. {@code lifetime} survives power cuts, 24 bits. */
    record Standing(Status status, int lifetime) {
        /** Coins paid since {@code before}; right across the count's own end. */
        int paidSince(int before) {
            return (lifetime - before) & LIFETIME_MASK;
        }
    }

    /**
     * Header 163.
     *
     * @param timedOut no coin came although its motor turned (register 1, bit 1)
     * @param lostPower while it paid (register 3, bit 0)
     */
    record Flags(boolean timedOut, boolean lostPower) {}

    Hopper(CcTalkLine line, int address, Yen coin) {
        this.line = line;
        this.address = address;
        this.coin = coin;
    }

    int address() {
        return address;
    }

    Yen coin() {
        return coin;
    }

    /** What kind of device it says it is, once it has answered. */
    Reply category() {
        return line.ask(address, Header.REQUEST_EQUIPMENT_CATEGORY, -1);
    }

    Reply poll() {
        return line.ask(address, Header.SIMPLE_POLL, 0);
    }

    /**
     * Whether a sensor says that it is almost empty (header 217: bit 0 below the low level, bit 4 there is such a sensor). False
     * when it has none or does not know the command: many hoppers simply stay silent then.
     */
    boolean sensesLow() {
        return line.ask(address, Header.REQUEST_PAYOUT_HIGH_LOW_STATUS, 1) instanceof Reply.Given given
                && (given.at(0) & 0x11) == 0x11;
    }

    Optional<Status> status() {
        return line.ask(address, Header.REQUEST_HOPPER_STATUS, 4) instanceof Reply.Given given
                ? Optional.of(new Status(given.at(0), given.at(1), given.at(2), given.at(3)))
                : Optional.empty();
    }

    Optional<Standing> standing() {
        return status().flatMap(status ->
                line.ask(address, Header.REQUEST_HOPPER_DISPENSE_COUNT, 3) instanceof Reply.Given given
                        ? Optional.of(new Standing(status, given.count24(0)))
                        : Optional.empty());
    }

    Reply enable() {
        return line.ask(address, Header.ENABLE_HOPPER, 0, ENABLE);
    }

    /** After this it refuses to pay: a command that is still on its way comes to nothing. */
    Reply disable() {
        return line.ask(address, Header.ENABLE_HOPPER, 0, 0);
    }

    /** Where it stands once it can pay no more; empty while that is not certain. A hopper that pays is left to finish. */
    Optional<Standing> idle() {
        Optional<Status> status = status();
        if (status.isEmpty() || status.get().remaining() > 0 || !(disable() instanceof Reply.Given)) {
            return Optional.empty();
        }
        return standing().filter(standing -> standing.status().remaining() == 0);
    }

    Optional<byte[]> code(DispenseCode code) {
        return code.code((header, length, data) -> line.ask(address, header, length, data) instanceof Reply.Given given
                ? Optional.of(given.data())
                : Optional.empty());
    }

    /** Pays, and is the one command that is never asked twice. */
    Reply dispense(byte[] code, int coins) {
        int[] data = new int[code.length + 1];
        for (int i = 0; i < code.length; i++) {
            data[i] = code[i];
        }
        data[code.length] = coins;
        return line.askOnce(address, Header.DISPENSE_HOPPER_COINS, -1, data);
    }

    Reply emergencyStop() {
        return line.ask(address, Header.EMERGENCY_STOP, -1);
    }

    /** What its own flags say of the last pay-out (header 163); all false when it does not tell. */
    Flags flags() {
        if (line.ask(address, Header.TEST_HOPPER, -1) instanceof Reply.Given given && given.data().length > 0) {
            boolean lostPower = given.data().length > 2 && (given.at(2) & 0x01) != 0;
            return new Flags((given.at(0) & 0x02) != 0, lostPower);
        }
        return new Flags(false, false);
    }
}
