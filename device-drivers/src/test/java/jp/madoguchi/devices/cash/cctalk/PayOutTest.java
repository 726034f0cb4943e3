package jp.madoguchi.devices.cash.cctalk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import jp.madoguchi.devices.cash.CashTrouble;
import jp.madoguchi.devices.cash.PayOutWitness;
import jp.madoguchi.devices.cash.Yen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Three coins of 100 yen are asked of hopper 3, which has taken 7 commands since power-up and paid 500 coins in its life. */
final class PayOutTest {
    private static final int[] NONE = {};
    private static final int[] DISPENSE = {0x11, 0x22, 0x33, 3};
    private static final int[] ENABLE = {0xA5};
    private static final int[] DISABLE = {0};

    private static final PayOut.Result PAID = new PayOut.Result.Gave(3, Optional.empty());

    private final ScriptedLine wire = new ScriptedLine().at(3);
    private final List<String> told = new ArrayList<>();

    /** A line and what must come of it; the script begins where {@link #sent} says. */
    private static Arguments of(String name, UnaryOperator<ScriptedLine> script, PayOut.Result outcome) {
        return Arguments.of(name, script, outcome);
    }

    private static PayOut.Result partial(int paid, CashTrouble trouble) {
        return new PayOut.Result.Gave(paid, Optional.of(trouble));
    }

    static Stream<Arguments> nothingAsked() {
        return Stream.of(
                of("status silent", w -> w.silent(3, 166), partial(0, CashTrouble.UNREACHABLE)),
                of("line gone", w -> w.gone(3, 166), partial(0, CashTrouble.UNREACHABLE)),
                of("lifetime silent", w -> status(w, 7, 0, 0, 0).silent(3, 168), partial(0, CashTrouble.UNREACHABLE)),
                of(
                        "still paying what was asked before",
                        w -> standing(w, 7, 2, 1, 0, 500),
                        partial(0, CashTrouble.JAM)),
                of(
                        "serial number silent",
                        w -> standing(w, 7, 0, 0, 0, 500).silent(3, 242),
                        partial(0, CashTrouble.UNREACHABLE)),
                of("enable silent", w -> ready(w).silent(3, 164, ENABLE), partial(0, CashTrouble.UNREACHABLE)),
                of("enable refused", w -> ready(w).refused(164, ENABLE), partial(0, CashTrouble.JAM)));
    }

    static Stream<Arguments> asked() {
        return Stream.of(
                of(
                        "reply lost, command lost",
                        w -> idle(status(sent(w).silent(1, 167, DISPENSE), 7, 0, 0, 0), 7, 0, 0, 500),
                        partial(0, CashTrouble.UNREACHABLE)),
                of(
                        "unplugged at the command",
                        w -> idle(status(sent(w).gone(1, 167, DISPENSE), 7, 0, 0, 0), 7, 0, 0, 500),
                        partial(0, CashTrouble.UNREACHABLE)),
                of(
                        "reply lost, command arrived",
                        w -> idle(status(sent(w).silent(1, 167, DISPENSE), 8, 0, 3, 0), 8, 3, 0, 503),
                        PAID),
                of(
                        "reply garbled, still paying, then done",
                        w -> idle(
                                status(
                                        status(sent(w).says(167, DISPENSE, new byte[] {1, 0, 3, 0, 0}), 8, 2, 1, 0),
                                        8,
                                        0,
                                        3,
                                        0),
                                8,
                                3,
                                0,
                                503),
                        PAID),
                of(
                        "command refused",
                        w -> noFlags(idle(status(sent(w).refused(167, DISPENSE), 7, 0, 0, 0), 7, 0, 0, 500)),
                        partial(0, CashTrouble.JAM)),
                of(
                        "status lost while paying",
                        w -> idle(
                                status(
                                        status(accepted(w), 8, 3, 0, 0)
                                                .silent(3, 166)
                                                .silent(3, 166),
                                        8,
                                        0,
                                        3,
                                        0),
                                8,
                                3,
                                0,
                                503),
                        PAID),
                of(
                        "disable lost once, told again",
                        w -> idle(
                                status(status(accepted(w), 8, 0, 3, 0).silent(3, 164, DISABLE), 8, 0, 3, 0),
                                8,
                                3,
                                0,
                                503),
                        PAID),
                of(
                        "lifetime lost at the end",
                        w -> {
                            status(accepted(w), 8, 0, 3, 0).given(164, DISABLE);
                            status(w, 8, 0, 3, 0).silent(3, 168);
                            return idle(status(w, 8, 0, 3, 0), 8, 3, 0, 503);
                        },
                        PAID),
                of(
                        "command arrives after it seemed lost",
                        w -> {
                            status(sent(w).silent(1, 167, DISPENSE), 7, 0, 0, 0).given(164, DISABLE);
                            standing(w, 8, 2, 1, 0, 501);
                            return idle(status(w, 8, 0, 3, 0), 8, 3, 0, 503);
                        },
                        PAID),
                of(
                        "hopper runs dry",
                        w -> idle(status(accepted(w), 8, 0, 1, 2), 8, 1, 2, 501).given(163, NONE, 0x02),
                        partial(1, CashTrouble.HOPPER_EMPTY)),
                of(
                        "hopper jams",
                        w -> noFlags(idle(status(accepted(w), 8, 0, 2, 1), 8, 2, 1, 502)),
                        partial(2, CashTrouble.JAM)),
                of(
                        "power lost, lifetime count tells",
                        w -> idle(status(accepted(w), 0, 0, 0, 0), 0, 0, 0, 502).given(163, NONE, 0x40, 0, 1),
                        partial(2, CashTrouble.POWER_LOST)),
                of(
                        "power lost, only the flag tells",
                        w -> idle(status(accepted(w), 8, 0, 2, 1), 8, 2, 1, 502).given(163, NONE, 0x40, 0, 1),
                        partial(2, CashTrouble.POWER_LOST)),
                of("power lost after the last coin", w -> idle(status(accepted(w), 0, 0, 0, 0), 0, 0, 0, 503), PAID),
                of(
                        "accepted, and yet not begun",
                        w -> noFlags(idle(status(accepted(w), 7, 0, 0, 0), 7, 0, 0, 500)),
                        partial(0, CashTrouble.JAM)),
                of("paid", w -> idle(status(accepted(w), 8, 0, 3, 0), 8, 3, 0, 503), PAID));
    }

    /** Counters that contradict each other; what was said before does not matter. */
    static Stream<Arguments> contradictions() {
        return Stream.of(
                Arguments.of("paid more than the lifetime count says", standing(8, 3, 0, 502)),
                Arguments.of("paid less than the lifetime count says", standing(8, 2, 1, 503)),
                Arguments.of("neither paid nor unpaid", standing(8, 2, 0, 502)),
                Arguments.of("no command taken and coins gone", standing(7, 0, 0, 501)),
                Arguments.of("another command taken", standing(9, 3, 0, 503)),
                Arguments.of("power lost and more paid than asked", standing(0, 0, 0, 504)),
                Arguments.of("lifetime count gone back", standing(0, 0, 0, 499)));
    }

    private static UnaryOperator<ScriptedLine> standing(int event, int paid, int unpaid, int lifetime) {
        return w -> idle(status(w, event, 0, paid, unpaid), event, paid, unpaid, lifetime);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"nothingAsked", "asked"})
    void pay_script_tellsExactlyWhatCameOut(String name, UnaryOperator<ScriptedLine> script, PayOut.Result outcome) {
        assertEquals(outcome, pay(script.apply(wire)), name);
        wire.assertPlayed();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("contradictions")
    void pay_countersDisagree_isUnknown(String name, UnaryOperator<ScriptedLine> end) {
        assertInstanceOf(PayOut.Result.Uncertain.class, pay(end.apply(accepted(wire))));
        assertEquals("3 0 false", told.get(1));
        wire.assertPlayed();
    }

    @Test
    void pay_lineLostForGood_isUnknownWithinHalfAMinute() {
        accepted(wire);
        wire.gone(300, 166);
        assertInstanceOf(PayOut.Result.Uncertain.class, pay(wire));
        assertTrue(wire.pace.nanos() < Duration.ofSeconds(30).toNanos());
    }

    @Test
    void pay_hopperNeverEnds_isStoppedOnceAndThenUnknown() {
        accepted(wire).always(166, 8, 3, 0, 0).given(172, NONE, 3);
        assertInstanceOf(PayOut.Result.Uncertain.class, pay(wire));
        assertTrue(wire.pace.nanos() < Duration.ofMinutes(1).toNanos());
        wire.assertPlayed();
    }

    @ParameterizedTest
    @CsvSource({"3, 2", "3, 4", "200, 1"})
    void pay_remainingGoesToAndFro_isStoppedOnceAndThenUnknown(int first, int last) {
        AtomicInteger polls = new AtomicInteger();
        accepted(wire).always(166, () -> {
            assertTrue(polls.incrementAndGet() < 5000, "it is asked for ever");
            return new int[] {8, polls.get() % 2 == 0 ? first : last, 0, 0};
        });
        wire.given(172, NONE, 3);
        assertInstanceOf(PayOut.Result.Uncertain.class, pay(wire));
        assertTrue(wire.pace.nanos() < Duration.ofMinutes(1).toNanos());
        wire.assertPlayed();
    }

    /** One coin in nineteen seconds, and twenty were asked for. */
    @Test
    void pay_hopperCrawls_isStoppedInTimeAndTellsWhatCameOut() {
        long begun = wire.pace.nanos();
        List<Integer> stopped = new ArrayList<>();
        ready(wire).given(164, ENABLE).given(167, new int[] {0x11, 0x22, 0x33, 20}, 8);
        wire.always(166, () -> {
            int out =
                    (int) ((wire.pace.nanos() - begun) / Duration.ofSeconds(19).toNanos());
            return stopped.isEmpty()
                    ? new int[] {8, 20 - out, out, 0}
                    : new int[] {8, 0, stopped.get(0), 20 - stopped.get(0)};
        });
        wire.says(172, NONE, () -> {
            stopped.add(6);
            return ScriptedLine.frame(1, 3, 0, 14);
        });
        wire.given(164, DISABLE)
                .given(168, NONE, 0xFA, 1, 0)
                .given(163, NONE, 1)
                .refused(217);
        assertEquals(partial(6, CashTrouble.JAM), payOut(20).pay(new Told(told)));
        assertTrue(wire.pace.nanos() < Duration.ofMinutes(3).toNanos());
        wire.assertPlayed();
    }

    @Test
    void pay_stuckHopperStops_tellsWhatCameOut() {
        Deque<int[]> standing = new ArrayDeque<>(List.of(new int[] {8, 2, 1, 0}));
        accepted(wire).always(166, () -> Objects.requireNonNull(standing.peekLast()));
        wire.says(172, NONE, () -> {
            standing.add(new int[] {8, 0, 1, 2});
            return ScriptedLine.frame(1, 3, 0, 2);
        });
        wire.given(164, DISABLE)
                .given(168, NONE, 0xF5, 1, 0)
                .given(163, NONE, 1)
                .refused(217);
        assertEquals(partial(1, CashTrouble.JAM), pay(wire));
        wire.assertPlayed();
    }

    @Test
    void pay_witnessThrows_commandIsNotSent() {
        ready(wire);
        PayOut payOut = payOut();
        assertThrows(
                IllegalStateException.class,
                () -> payOut.pay(new Told(told) {
                    @Override
                    public boolean paying(int address, Yen coin, int coins, int lifetimeCount) {
                        throw new IllegalStateException("a defect");
                    }
                }));
        wire.assertPlayed();
    }

    @Test
    void pay_witnessDeclines_commandIsNotSentAndNothingIsTold() {
        ready(wire);
        assertEquals(new PayOut.Result.Withheld(), payOut().pay(new Told(told) {
            @Override
            public boolean paying(int address, Yen coin, int coins, int lifetimeCount) {
                return false;
            }
        }));
        assertEquals(List.of(), told);
        wire.assertPlayed();
    }

    @Test
    void pay_lifetimeCountWraps_isPaid() {
        standing(wire, 255, 0, 0, 0, 0xFFFFFE).given(242, NONE, 0x11, 0x22, 0x33);
        wire.given(164, ENABLE).given(167, DISPENSE, 1);
        idle(status(wire, 1, 0, 3, 0), 1, 3, 0, 1);
        assertEquals(PAID, pay(wire));
    }

    @Test
    void pay_command_isSentAfterTheWitnessHasIt() {
        ready(wire);
        PayOut payOut = payOut();
        assertThrows(
                AssertionError.class,
                () -> payOut.pay(new Told(told) {
                    @Override
                    public boolean paying(int address, Yen coin, int coins, int lifetimeCount) {
                        wire.assertPlayed(); // all that was scripted so far is asking
                        return super.paying(address, coin, coins, lifetimeCount);
                    }
                }));
        assertEquals(List.of("3 3 500"), told);
    }

    private PayOut.Result pay(ScriptedLine script) {
        PayOut.Result outcome = payOut().pay(new Told(told));
        assertTrue((told.isEmpty() || told.size() == 2) && script == wire);
        return outcome;
    }

    /** What the witness was told: address, coins, lifetime count; then address, coins, certain. */
    private static class Told implements PayOutWitness {
        private final List<String> told;

        Told(List<String> told) {
            this.told = told;
        }

        @Override
        public boolean paying(int address, Yen coin, int coins, int lifetimeCount) {
            return told.add(address + " " + coins + " " + lifetimeCount);
        }

        @Override
        public void paid(int address, Yen coin, int coins, boolean certain) {
            told.add(address + " " + coins + " " + certain);
        }
    }

    private PayOut payOut() {
        return payOut(3);
    }

    private PayOut payOut(int coins) {
        CcTalkLine line = new CcTalkLine(wire, "port", wire.pace);
        return new PayOut(new Hopper(line, 3, new Yen(100)), DispenseCode.SERIAL_NUMBER, wire.pace, coins);
    }

    private static ScriptedLine status(ScriptedLine w, int event, int remaining, int paid, int unpaid) {
        return w.given(166, NONE, event, remaining, paid, unpaid);
    }

    private static ScriptedLine standing(ScriptedLine w, int event, int remaining, int paid, int unpaid, int lifetime) {
        return status(w, event, remaining, paid, unpaid)
                .given(168, NONE, lifetime & 0xFF, lifetime >> 8 & 0xFF, lifetime >> 16);
    }

    /** All that is asked before the money is committed. */
    private static ScriptedLine ready(ScriptedLine w) {
        return standing(w, 7, 0, 0, 0, 500).given(242, NONE, 0x11, 0x22, 0x33);
    }

    private static ScriptedLine sent(ScriptedLine w) {
        return ready(w).given(164, ENABLE);
    }

    private static ScriptedLine accepted(ScriptedLine w) {
        return sent(w).given(167, DISPENSE, 8);
    }

    private static ScriptedLine idle(ScriptedLine w, int event, int paid, int unpaid, int lifetime) {
        return standing(w.given(164, DISABLE), event, 0, paid, unpaid, lifetime);
    }

    /** Neither a time-out flag nor a level sensor: what is left is a jam. */
    private static ScriptedLine noFlags(ScriptedLine w) {
        return w.given(163, NONE, 0).refused(217);
    }
}
