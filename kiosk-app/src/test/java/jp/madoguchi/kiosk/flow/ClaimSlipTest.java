package jp.madoguchi.kiosk.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jp.madoguchi.devices.cash.CashOutcome;
import jp.madoguchi.devices.cash.CashTrouble;
import jp.madoguchi.devices.cash.Yen;
import jp.madoguchi.devices.print.PrintOutcome;
import jp.madoguchi.kiosk.flow.CardState.Hint;
import jp.madoguchi.kiosk.flow.Paper.Slip;
import jp.madoguchi.kiosk.terms.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The number of a claim on paper: when it is printed, and how long the screen keeps it. */
class ClaimSlipTest {
    private static final Event PRINTED = new Event.ClaimSlipPrinted(new PrintOutcome.Printed(1));
    private static final Event NOT_PRINTED = new Event.ClaimSlipPrinted(new PrintOutcome.NotPrinted(Set.of(), "paper"));
    private static final Event UNCOUNTED = new Event.MoneyUncounted(CashTrouble.EVENTS_LOST);
    private static final Event LOST = new Event.DocumentPrinted(new PrintOutcome.Unknown(1, Set.of(), "lost"));

    private static Event paidOut(int paid, int owed) {
        return new Event.PaidOut(new CashOutcome.Partial(new Yen(paid), new Yen(owed), CashTrouble.JAM));
    }

    private static Event uncertain(int paid, int uncertain, int owed) {
        return new Event.PaidOut(
                new CashOutcome.Unknown(new Yen(paid), new Yen(uncertain), new Yen(owed), "the line was lost"));
    }

    /** All steps, the last one last. */
    private static Step after(Visit visit, Event... events) {
        Step step = Step.to(visit);
        for (Event event : events) {
            step = ResidentFlow.TABLE.apply(step.next(), event);
        }
        return step;
    }

    private static List<OpenClaim> slips(Visit visit, Event... events) {
        Visit now = visit;
        List<OpenClaim> slips = new ArrayList<>();
        for (Event event : events) {
            Step step = ResidentFlow.TABLE.apply(now, event);
            step.effects().stream()
                    .filter(Effect.PrintClaimSlip.class::isInstance)
                    .forEach(effect -> slips.add(((Effect.PrintClaimSlip) effect).claim()));
            now = step.next();
        }
        return slips;
    }

    static Stream<Arguments> stories() {
        Visit free = Samples.paying(Stage.PRINT, 0);
        return Stream.of(
                Arguments.of(
                        "money that the hopper did not give back",
                        Samples.paying(Stage.RETURN_MONEY, 500),
                        new Event[] {new Event.SlotShut(), paidOut(300, 200)},
                        List.of(new OpenClaim(new Yen(200), Yen.ZERO, false, false))),
                Arguments.of(
                        "a fee of which nobody knows what came of it",
                        Samples.paying(Stage.PRINT, 300),
                        new Event[] {LOST},
                        List.of(new OpenClaim(new Yen(300), Yen.ZERO, false, true))),
                Arguments.of(
                        "paper that cost nothing and may have come",
                        free,
                        new Event[] {LOST},
                        List.of(new OpenClaim(Yen.ZERO, Yen.ZERO, false, true))),
                Arguments.of(
                        "money that may be uncounted",
                        Samples.paying(Stage.RETURN_MONEY, 0),
                        new Event[] {UNCOUNTED, new Event.SlotShut()},
                        List.of(new OpenClaim(Yen.ZERO, Yen.ZERO, true, false))),
                Arguments.of(
                        "money of which no hopper can say whether it came out",
                        Samples.paying(Stage.RETURN_MONEY, 500),
                        new Event[] {new Event.SlotShut(), uncertain(100, 300, 100)},
                        List.of(new OpenClaim(new Yen(400), new Yen(300), false, false))),
                Arguments.of(
                        "money that may be uncounted, and then paper that may have come",
                        Samples.paying(Stage.PRINT, 300),
                        new Event[] {UNCOUNTED, LOST},
                        List.of(new OpenClaim(new Yen(300), Yen.ZERO, true, true))),
                Arguments.of(
                        "change, told when the document is there",
                        Samples.paying(Stage.COUNT_MONEY, 500),
                        new Event[] {
                            new Event.SlotShut(),
                            paidOut(0, 200),
                            new Event.DocumentPrinted(new PrintOutcome.Printed(2)),
                            new Event.ReceiptPrinted(new PrintOutcome.Printed(1))
                        },
                        List.of(new OpenClaim(new Yen(200), Yen.ZERO, false, false))),
                Arguments.of(
                        "nothing is open",
                        Samples.paying(Stage.RETURN_MONEY, 500),
                        new Event[] {new Event.SlotShut(), new Event.PaidOut(new CashOutcome.Paid(new Yen(500)))},
                        List.of()),
                Arguments.of(
                        "a coin that fell in an empty room",
                        Samples.welcome(),
                        new Event[] {new Event.CoinInserted(new Yen(500))},
                        List.of()),
                Arguments.of(
                        "one slip, whatever else comes up",
                        Samples.paying(Stage.PRINT, 300),
                        new Event[] {LOST, UNCOUNTED, PRINTED, new Event.CoinInserted(new Yen(100)), paidOut(0, 100)},
                        List.of(new OpenClaim(new Yen(300), Yen.ZERO, false, true))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stories")
    void slip_isAskedForOnceAndWithAllThatIsOpen(String name, Visit visit, Event[] events, List<OpenClaim> slips) {
        assertEquals(slips, slips(visit, events), name);
    }

    /** While a coin is still on its way back nobody knows how much will be owed. */
    @Test
    void slip_waitsForMoneyThatMoves() {
        Visit moving = after(Samples.paying(Stage.PRINT, 300), new Event.CoinInserted(new Yen(100)))
                .next();
        assertEquals(List.of(), slips(moving, LOST));
        assertEquals(List.of(new OpenClaim(new Yen(400), Yen.ZERO, false, true)), slips(moving, LOST, paidOut(0, 100)));
    }

    @Test
    void number_onASlip_goesWithTheResident() {
        Step printed = after(Samples.paying(Stage.PRINT, 300), LOST, PRINTED);
        assertEquals(Slip.PRINTED, printed.next().paper().claimSlip());
        assertTrue(after(printed.next(), new Event.TimeUp()).over());
    }

    @Test
    void number_onNoSlip_staysUntilSomebodyHasReadIt() {
        Visit alone = after(Samples.paying(Stage.PRINT, 300), LOST, NOT_PRINTED).next();
        Step left = after(alone, new Event.TimeUp(), new Event.Withdrawn(), new Event.TimeUp());
        assertFalse(left.over());
        assertEquals(Stage.ENDED, left.next().stage());
        assertTrue(after(alone, new Event.Acknowledged()).over());
    }

    @Test
    void number_whoseSlipIsOnItsWay_staysAsWell() {
        for (Event unread : List.of(new Event.TimeUp(), new Event.Withdrawn())) {
            Step left = after(Samples.paying(Stage.PRINT, 300), LOST, unread);
            assertFalse(left.over());
            assertEquals(Stage.ENDED, left.next().stage());
        }
    }

    @Test
    void number_onASlip_isNoReasonToStayForWhoHasToLeave() {
        assertTrue(after(Samples.paying(Stage.PRINT, 300), LOST, PRINTED, new Event.Withdrawn())
                .over());
    }

    @ParameterizedTest
    @EnumSource(
            value = Slip.class,
            names = {"PRINTED", "FAILED"})
    void visit_read_isOverOnceThePrinterHasAnswered(Slip slip) {
        Visit read = after(Samples.paying(Stage.PRINT, 300), LOST, new Event.Acknowledged())
                .next();
        assertEquals(Stage.PRINT_SLIP, read.stage());
        assertFalse(after(read, new Event.TimeUp()).over());
        assertTrue(after(read, slip == Slip.PRINTED ? PRINTED : NOT_PRINTED).over());
    }

    @Test
    void visit_readWithTheCardStillThere_waitsForTheCard() {
        Visit printing = Samples.paying(Stage.PRINT, 300);
        Visit card = printing.with(printing.card().present(true));
        Step answered = after(card, LOST, new Event.Acknowledged(), PRINTED);
        assertEquals(Stage.ENDED, answered.next().stage());
        assertEquals(Hint.FORGOTTEN, answered.next().card().hint());
        assertTrue(after(answered.next(), new Event.CardTaken()).over());
    }

    /** Who has read the screen before does not know of it. */
    @Test
    void claim_thatComesUpAfterTheScreenWasRead_isShownAgain() {
        Visit ended = Samples.paying(Stage.ENDED, 0);
        Visit forgotten = after(ended.with(ended.card().present(true)), new Event.Acknowledged())
                .next();
        assertEquals(Hint.FORGOTTEN, forgotten.card().hint());
        Step taken = after(forgotten, UNCOUNTED, NOT_PRINTED, new Event.CardTaken());
        assertFalse(taken.over());
        Visit waiting = after(Samples.paying(Stage.PRINT, 300), LOST, new Event.Acknowledged())
                .next();
        assertEquals(Stage.ENDED, after(waiting, UNCOUNTED).next().stage());
    }
}
