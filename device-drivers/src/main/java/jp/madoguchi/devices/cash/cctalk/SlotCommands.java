package jp.madoguchi.devices.cash.cctalk;

import com.google.errorprone.annotations.CheckReturnValue;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jp.madoguchi.devices.cash.Yen;

/** The commands that are the same for coins and for notes (part 3, 1.3 and 1.5), to one address. */
@CheckReturnValue
final class SlotCommands {
    private static final int CHANNELS = 16;

    private final CcTalkLine line;
    private final int address;

    SlotCommands(CcTalkLine line, int address) {
        this.line = line;
        this.address = address;
    }

    Reply ask(int header, int length, int... data) {
        return line.ask(address, header, length, data);
    }

    Reply askOnce(int header, int length, int... data) {
        return line.askOnce(address, header, length, data);
    }

    Reply master(boolean accept) {
        return ask(Header.MODIFY_MASTER_INHIBIT_STATUS, 0, accept ? 1 : 0);
    }

    Reply inhibits(int channels) {
        return ask(Header.MODIFY_INHIBIT_STATUS, 0, channels & 0xFF, channels >> 8);
    }

    Reply admits() {
        return askOnce(Header.REQUEST_MASTER_INHIBIT_STATUS, 1);
    }

    Reply selfCheck() {
        return line.askOnce(address, Header.PERFORM_SELF_CHECK, -1);
    }

    Optional<String> category() {
        return ask(Header.REQUEST_EQUIPMENT_CATEGORY, -1) instanceof Reply.Given given
                ? Optional.of(given.ascii())
                : Optional.empty();
    }

    /** What a channel's name is worth. */
    @FunctionalInterface
    interface Worth {
        Optional<Yen> of(byte[] name);
    }

    /** Asks every channel its name; empty when an answer does not come. */
    Optional<Map<Integer, Yen>> channels(int header, int length, Worth worth) {
        Map<Integer, Yen> values = new TreeMap<>();
        for (int channel = 1; channel <= CHANNELS; channel++) {
            Reply reply = ask(header, length, channel);
            if (reply instanceof Reply.Silent) {
                return Optional.empty();
            }
            if (reply instanceof Reply.Given given) {
                int at = channel;
                worth.of(given.data()).ifPresent(value -> values.put(at, value));
            }
        }
        return Optional.of(values);
    }
}
