package jp.madoguchi.simulators.cash;

import java.util.Optional;

/**
 * A hopper of one kind of coin. It pays coin by coin when its motor turns, needs its serial number with each dispense command,
 * and keeps its life-time count and the figures of the last pay-out without current.
 */
final class CoinHopper implements CcTalkDevice {
    static final int CAPACITY = 500;

    /** Below so many coins the low sensor is bare (header 217). */
    static final int LOW_LEVEL = 20;

    static final int HIGH_LEVEL = 400;
    static final int RESET = 1;
    static final int TEST_HOPPER = 163;
    static final int ENABLE_HOPPER = 164;
    static final int REQUEST_STATUS = 166;
    static final int DISPENSE = 167;
    static final int REQUEST_DISPENSE_COUNT = 168;
    static final int EMERGENCY_STOP = 172;
    static final int REQUEST_LEVEL = 217;
    private static final int ENABLE_CODE = 165;

    /** Of the hopper at address 3; the others count on from it. */
    private static final int SERIAL_AT_3 = 0x40_0B_07;

    private final int address;
    private final int coin;
    private final int serial;
    private final Identity identity;
    private final ReturnTray tray;
    private boolean stuck;
    private int coins;
    private boolean enabled;
    private int counter;
    private int remaining;
    private int paid;
    private int unpaid;
    private int lifetime;
    private boolean timedOut;
    private boolean poweredUp = true;
    private boolean powerLostPaying;

    /** @param coin what each of its coins is worth in yen */
    CoinHopper(int address, int coin, int coins, ReturnTray tray) {
        this.address = address;
        this.coin = coin;
        this.serial = SERIAL_AT_3 + address - 3;
        this.identity = new Identity("Payout", "SIM-HP", serial);
        this.coins = coins;
        this.tray = tray;
    }

    @Override
    public int address() {
        return address;
    }

    @Override
    public Optional<Reply> answer(int header, byte[] data) {
        return switch (header) {
            case ENABLE_HOPPER -> data.length == 1 ? Optional.of(enable(data[0] & 0xFF)) : Optional.empty();
            case DISPENSE -> data.length == 4 ? Optional.of(dispense(data)) : Optional.empty();
            default -> data.length == 0 ? ask(header) : Optional.empty();
        };
    }

    private Optional<Reply> ask(int header) {
        return switch (header) {
            case REQUEST_STATUS -> Optional.of(Reply.of(counter, remaining, paid, unpaid));
            case REQUEST_DISPENSE_COUNT -> Optional.of(Reply.of24(lifetime));
            case TEST_HOPPER -> Optional.of(Reply.of(register1(), 0, powerLostPaying ? 1 : 0));
            case REQUEST_LEVEL -> Optional.of(Reply.of(level()));
            case EMERGENCY_STOP -> Optional.of(emergencyStop());
            case RESET -> Optional.of(reset());
            default -> identity.answer(header, new byte[0]);
        };
    }

    @Override
    public boolean busy() {
        return remaining > 0;
    }

    /** A coin falls, or the hopper finds that none comes and gives up. */
    @Override
    public void turn() {
        if (remaining == 0) {
            return;
        }
        if (coins == 0 || stuck) {
            timedOut = true;
            stop();
            return;
        }
        coins--;
        remaining--;
        paid++;
        lifetime = lifetime + 1 & 0xFFFFFF;
        tray.add(coin);
    }

    int coin() {
        return coin;
    }

    int coins() {
        return coins;
    }

    void fill(int now) {
        coins = now;
    }

    /** A coin is wedged before the exit: the motor turns and nothing falls. */
    void stuck(boolean now) {
        stuck = now;
    }

    /** The pay-out in work has ended where it was. */
    @Override
    public void powerUp() {
        powerLostPaying = remaining > 0;
        stop();
        restart();
        poweredUp = true;
    }

    private Reply enable(int code) {
        enabled = code == ENABLE_CODE;
        return Reply.ack();
    }

    /** {@code [serial 1][serial 2][serial 3][coins]}: refused unless enabled, at rest, and meant for this very hopper. */
    private Reply dispense(byte[] data) {
        int asked = data[3] & 0xFF;
        int meant = (data[0] & 0xFF) | (data[1] & 0xFF) << 8 | (data[2] & 0xFF) << 16;
        if (!enabled || remaining > 0 || meant != serial || asked == 0) {
            return Reply.nak();
        }
        counter = counter == 255 ? 1 : counter + 1;
        remaining = asked;
        paid = 0;
        unpaid = 0;
        timedOut = false;
        powerLostPaying = false;
        return Reply.ack();
    }

    private Reply emergencyStop() {
        stop();
        return Reply.of(unpaid);
    }

    private void stop() {
        if (remaining > 0) {
            unpaid = remaining;
            remaining = 0;
        }
    }

    private Reply reset() {
        stop();
        restart();
        poweredUp = false;
        powerLostPaying = false;
        return Reply.ack();
    }

    private void restart() {
        counter = 0;
        enabled = false;
        timedOut = false;
    }

    /** Bit 1 pay-out time-out, bit 6 power-up detected, bit 7 pay-out disabled. */
    private int register1() {
        return (timedOut ? 0x02 : 0) | (poweredUp ? 0x40 : 0) | (enabled ? 0 : 0x80);
    }

    /** Bit 0 below the low sensor, bit 1 at the high sensor, bits 4 and 5: there are such sensors. */
    private int level() {
        return (coins < LOW_LEVEL ? 0x01 : 0) | (coins >= HIGH_LEVEL ? 0x02 : 0) | 0x30;
    }
}
