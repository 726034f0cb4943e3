package jp.madoguchi.simulators.cash;

import java.util.Map;
import java.util.Optional;

/** A coin acceptor at address 2. It reports coins by header 229 and takes none before the host has opened it. */
final class CoinAcceptor implements CcTalkDevice {
    static final int ADDRESS = 2;
    static final int RESET = 1;
    static final int REQUEST_COIN_ID = 184;
    static final int REQUEST_MASTER_INHIBIT = 227;
    static final int MODIFY_MASTER_INHIBIT = 228;
    static final int READ_BUFFERED_CREDIT = 229;
    static final int REQUEST_INHIBIT = 230;
    static final int MODIFY_INHIBIT = 231;
    static final int SELF_CHECK = 232;

    // Part 3, appendix 5: error codes of header 229.
    static final int REJECT_COIN = 1;
    static final int INHIBITED_COIN = 2;
    static final int CREDIT_SENSOR_BLOCKED = 14;
    /** Fault code of header 232 (part 3, appendix 10). */
    private static final int FAULT_ON_CREDIT_SENSOR = 3;

    /** Coin ids by channel; the others are not programmed. */
    private static final Map<Integer, String> COIN_IDS = Map.of(1, "JP100A", 2, "JP500A", 3, "JP010A", 4, "JP050A");

    private static final Map<Integer, Integer> CHANNEL_OF_YEN = Map.of(100, 1, 500, 2, 10, 3, 50, 4);
    private static final int CHANNELS = 16;

    private final Identity identity = new Identity("Coin Acceptor", "SIM-CA", 0x0A11CE);
    private final ReturnTray tray;
    /** A is the channel, or 0 and B an error. */
    private final EventLog events = new EventLog();

    private int openChannels;
    private boolean accepts;
    private boolean jammed;
    private int cashbox;

    CoinAcceptor(ReturnTray tray) {
        this.tray = tray;
    }

    @Override
    public int address() {
        return ADDRESS;
    }

    @Override
    public Optional<Reply> answer(int header, byte[] data) {
        return switch (header) {
            case READ_BUFFERED_CREDIT -> when(data.length == 0, events.reply());
            case REQUEST_INHIBIT -> when(data.length == 0, Reply.of(openChannels, openChannels >> 8));
            case REQUEST_MASTER_INHIBIT -> when(data.length == 0, Reply.of(accepts ? 1 : 0));
            case SELF_CHECK -> when(data.length == 0, Reply.of(jammed ? FAULT_ON_CREDIT_SENSOR : 0));
            case REQUEST_COIN_ID -> data.length == 1 ? Optional.of(coinId(data[0] & 0xFF)) : Optional.empty();
            case MODIFY_INHIBIT -> data.length == 2 ? open(data) : Optional.empty();
            case MODIFY_MASTER_INHIBIT -> data.length == 1 ? master(data[0]) : Optional.empty();
            case RESET -> data.length == 0 ? reset() : Optional.empty();
            default -> identity.answer(header, data);
        };
    }

    @Override
    public boolean busy() {
        return false;
    }

    @Override
    public void turn() {}

    /** A coin in the slot. */
    CoinFate drop(int yen) {
        Integer channel = CHANNEL_OF_YEN.get(yen);
        if (jammed || !accepts) {
            return refuse(yen);
        }
        if (channel == null) {
            events.report(0, REJECT_COIN);
            return refuse(yen);
        }
        if ((openChannels & 1 << (channel - 1)) == 0) {
            events.report(0, INHIBITED_COIN);
            return refuse(yen);
        }
        events.report(channel, 0);
        cashbox += yen;
        return CoinFate.ACCEPTED;
    }

    void jam() {
        jammed = true;
        events.report(0, CREDIT_SENSOR_BLOCKED);
    }

    void clearJam() {
        jammed = false;
    }

    int cashbox() {
        return cashbox;
    }

    /** As a reset: nothing is accepted, and events nobody read are lost. */
    @Override
    public void powerUp() {
        events.powerUp();
        openChannels = 0;
        accepts = false;
    }

    private CoinFate refuse(int yen) {
        tray.add(yen);
        return CoinFate.RETURNED;
    }

    private static Reply coinId(int channel) {
        return channel < 1 || channel > CHANNELS ? Reply.nak() : Reply.of(COIN_IDS.getOrDefault(channel, "......"));
    }

    private Optional<Reply> open(byte[] mask) {
        openChannels = (mask[0] & 0xFF) | (mask[1] & 0xFF) << 8;
        return Optional.of(Reply.ack());
    }

    private Optional<Reply> master(byte state) {
        accepts = (state & 1) == 1;
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
