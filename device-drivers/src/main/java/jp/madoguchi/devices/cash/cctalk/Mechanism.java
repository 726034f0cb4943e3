package jp.madoguchi.devices.cash.cctalk;

import com.google.errorprone.annotations.CheckReturnValue;
import java.util.Map;
import java.util.Optional;
import jp.madoguchi.devices.cash.CashDevice;
import jp.madoguchi.devices.cash.CashTrouble;
import jp.madoguchi.devices.cash.Yen;

/** What the coin acceptor and the bill validator have in common: the commands of a slot. */
@CheckReturnValue
interface Mechanism {
    CashDevice device();

    /** Those that both know. */
    SlotCommands commands();

    /** What its fault is called. */
    CashTrouble jam();

    /** In words, for the log. */
    String name();

    /** Takes nothing any more. */
    default Reply shut() {
        return commands().master(false);
    }

    /** Takes money at all; what, says {@link #open}. After a power-up it has to be told how first. */
    default Reply admit() {
        return commands().master(true);
    }

    /** Takes the money whose channel's bit is set; channel 1 is bit 0. */
    default Reply open(int channels) {
        return commands().inhibits(channels);
    }

    /** One byte: bit 0 as {@link #admit} and {@link #shut} left it. Asked once. */
    default Reply admits() {
        return commands().admits();
    }

    /** The newest events, {@link EventBuffer#LENGTH} bytes. Asked once. */
    Reply events();

    /** The fault code first; 0 when there is none. */
    default Reply selfCheck() {
        return commands().selfCheck();
    }

    /** What kind of device it says it is. */
    default Optional<String> category() {
        return commands().category();
    }

    /** Whether {@link #category} is the right one. */
    boolean is(String category);

    /** What each channel's money is worth, without those that are no yen. Empty when it stops answering. */
    Optional<Map<Integer, Yen>> channels();

    /** Gives back what may lie in escrow since an earlier run. */
    Reply clearEscrow();

    /** Moves the note in escrow; no data when it does, a code when it does not. Asked once. */
    Reply route(boolean stack);

    Meaning meaning(EventBuffer.Event event, Map<Integer, Yen> channels);
}
