package jp.madoguchi.kiosk.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.madoguchi.devices.cash.CashOutcome;
import jp.madoguchi.devices.cash.CashTrouble;
import jp.madoguchi.devices.cash.Yen;
import jp.madoguchi.devices.print.PrintOutcome;
import jp.madoguchi.devices.print.PrinterTrouble;
import jp.madoguchi.kiosk.terms.EndReason;
import jp.madoguchi.kiosk.terms.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MoneyUncountedTest {
    private static final Event UNCOUNTED = new Event.MoneyUncounted(CashTrouble.EVENTS_LOST);

    private static Visit after(Visit visit, Event... events) {
        Visit now = visit;
        for (Event event : events) {
            now = ResidentFlow.TABLE.apply(now, event).next();
        }
        return now;
    }

    @ParameterizedTest
    @EnumSource(
            value = Stage.class,
            names = {"OPEN_SLOT", "PAY", "COUNT_MONEY", "RETURN_MONEY"})
    void money_uncountedWhileItIsTaken_isGivenBackAsFarAsKnownAndSaid(Stage stage) {
        Visit returning = after(Samples.paying(stage, 300), UNCOUNTED);
        assertEquals(Stage.RETURN_MONEY, returning.stage());
        Step shut = ResidentFlow.TABLE.apply(returning, new Event.SlotShut());
        assertEquals(List.of(new Effect.PayOut(new Yen(300))), shut.effects());
        Visit ended = after(shut.next(), new Event.PaidOut(new CashOutcome.Paid(new Yen(300))));
        assertEquals(Stage.ENDED, ended.stage());
        assertEquals(Optional.of(new End(EndReason.MONEY_UNCOUNTED)), ended.end());
        assertTrue(ended.claims());
        Visit alone = after(
                ended, new Event.ClaimSlipPrinted(new PrintOutcome.NotPrinted(Set.of(PrinterTrouble.JAM), "jam")));
        assertEquals(Stage.ENDED, after(alone, new Event.TimeUp()).stage());
        assertFalse(ResidentFlow.TABLE.apply(alone, new Event.TimeUp()).over(), "it stands until it is read");
        assertTrue(ResidentFlow.TABLE.apply(alone, new Event.Acknowledged()).over());
    }

    @Test
    void money_uncountedAfterACancellation_isSaidInItsPlace() {
        Visit cancelled = after(Samples.paying(Stage.PAY, 0), new Event.Cancelled());
        assertEquals(Optional.of(new End(EndReason.CANCELLED)), cancelled.end());
        assertEquals(
                Optional.of(new End(EndReason.MONEY_UNCOUNTED)),
                after(cancelled, UNCOUNTED, new Event.SlotShut()).end());
    }

    @ParameterizedTest
    @EnumSource(
            value = Stage.class,
            names = {"GIVE_CHANGE", "PRINT", "PRINT_RECEIPT", "TAKE_PAPER", "ENDED"})
    void money_uncountedWhenTheSlotsWereShut_keepsTheStageAndIsSaidAtItsEnd(Stage stage) {
        Visit told = after(Samples.paying(stage, 300), UNCOUNTED);
        assertEquals(stage, told.stage());
        assertTrue(told.claims());
    }
}
