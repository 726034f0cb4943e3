package jp.madoguchi.devices.cash.cctalk;

import com.google.errorprone.annotations.CheckReturnValue;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import jp.madoguchi.devices.cash.Yen;

/** A coin acceptor's commands, one method each. */
@CheckReturnValue
final class CoinAcceptor {
    private static final int ADDRESS = 2;
    private static final int CHANNELS = 16;

    /**
     * Part 3, table 2: the errors after which no coin can be trusted to fall: sensors and gates that are stuck (6, 7, 14, 15, 26,
     * 29 to 33, 35), a swallowed coin (36), an alarm without a name (255). After any other the coin was handed back.
     */
    private static final Set<Integer> FAULTS = Set.of(6, 7, 14, 15, 26, 29, 30, 31, 32, 33, 35, 36, 255);

    private final CcTalkLine line;

    CoinAcceptor(CcTalkLine line) {
        this.line = line;
    }

    static boolean isFault(int errorCode) {
        return FAULTS.contains(errorCode);
    }

    Reply poll() {
        return line.ask(ADDRESS, Header.SIMPLE_POLL, 0);
    }

    /** Takes coins at all, or none. */
    Reply master(boolean accept) {
        return line.ask(ADDRESS, Header.MODIFY_MASTER_INHIBIT_STATUS, 0, accept ? 1 : 0);
    }

    /** Takes the coins whose channel's bit is set; channel 1 is bit 0. */
    Reply open(int channels) {
        return line.ask(ADDRESS, Header.MODIFY_INHIBIT_STATUS, 0, channels & 0xFF, channels >> 8);
    }

    /** The newest events, {@link CreditBuffer#LENGTH} bytes. */
    Reply credits() {
        return line.ask(ADDRESS, Header.READ_BUFFERED_CREDIT, CreditBuffer.LENGTH);
    }

    /** What each channel's coin is worth, without those that are no yen. Empty when the acceptor stops answering. */
    Optional<Map<Integer, Yen>> channels() {
        Map<Integer, Yen> values = new TreeMap<>();
        for (int channel = 1; channel <= CHANNELS; channel++) {
            Reply reply = line.ask(ADDRESS, Header.REQUEST_COIN_ID, 6, channel);
            if (reply instanceof Reply.Silent) {
                return Optional.empty();
            }
            if (reply instanceof Reply.Given given) {
                int at = channel;
                CoinId.value(given.data()).ifPresent(value -> values.put(at, value));
            }
        }
        return Optional.of(values);
    }
}
