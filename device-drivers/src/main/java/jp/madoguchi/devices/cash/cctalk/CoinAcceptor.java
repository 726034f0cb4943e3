package jp.madoguchi.devices.cash.cctalk;

import com.google.errorprone.annotations.CheckReturnValue;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.madoguchi.devices.cash.CashDevice;
import jp.madoguchi.devices.cash.CashTrouble;
import jp.madoguchi.devices.cash.Yen;

/** A coin acceptor's commands, one method each (part 3, 1.3). */
@CheckReturnValue
final class CoinAcceptor implements Mechanism {
    private static final int ADDRESS = 2;

    /**
     * Part 3, table 2: the errors after which no coin can be trusted to fall: sensors and gates that are stuck (6, 7, 14, 15, 26,
     * 29 to 33, 35), a swallowed coin (36), an alarm without a name (255). After any other the coin was handed back.
     */
    private static final Set<Integer> FAULTS = Set.of(6, 7, 14, 15, 26, 29, 30, 31, 32, 33, 35, 36, 255);

    private final SlotCommands commands;

    CoinAcceptor(CcTalkLine line) {
        this.commands = new SlotCommands(line, ADDRESS);
    }

    @Override
    public CashDevice device() {
        return CashDevice.COIN;
    }

    @Override
    public SlotCommands commands() {
        return commands;
    }

    @Override
    public CashTrouble jam() {
        return CashTrouble.JAM;
    }

    @Override
    public String name() {
        return "coin acceptor";
    }

    @Override
    public Reply events() {
        return commands.askOnce(Header.READ_BUFFERED_CREDIT, EventBuffer.LENGTH);
    }

    @Override
    public boolean is(String category) {
        return category.startsWith("Coin");
    }

    @Override
    public Optional<Map<Integer, Yen>> channels() {
        return commands.channels(Header.REQUEST_COIN_ID, 6, CoinId::value);
    }

    /** {@inheritDoc} There is none. */
    @Override
    public Reply clearEscrow() {
        return new Reply.Given(new byte[0]);
    }

    @Override
    public Reply route(boolean stack) {
        throw new IllegalStateException("a coin acceptor has no escrow");
    }

    @Override
    public Meaning meaning(EventBuffer.Event event, Map<Integer, Yen> channels) {
        if (event.a() == 0 && event.b() == 0) {
            return new Meaning.Missing();
        }
        if (event.a() == 0) {
            return FAULTS.contains(event.b())
                    ? new Meaning.Fault(CashTrouble.JAM, "coin acceptor error " + event.b())
                    : new Meaning.HandedBack(event.b(), false);
        }
        Yen coin = channels.get(event.a());
        return coin == null
                ? new Meaning.Fault(CashTrouble.UNSUITABLE, "a coin without a value fell on channel " + event.a())
                : new Meaning.Credit(coin);
    }
}
