package jp.madoguchi.kiosk.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.madoguchi.devices.cash.Yen;
import jp.madoguchi.kiosk.terms.EndReason;
import jp.madoguchi.kiosk.terms.Stage;
import org.junit.jupiter.api.Test;

/** Coins that fell while nobody was served, told one after the other. */
class CoinOfNobodyTest {
    private static Step told(Visit visit, int yen) {
        return ResidentFlow.TABLE.apply(visit, new Event.CoinInserted(new Yen(yen)));
    }

    @Test
    void coins_toldToAnEmptyRoom_areOwedTogetherAndNotPaidOut() {
        Step first = told(Samples.welcome(), 100);
        Step second = told(first.next(), 500);
        assertEquals(Optional.of(EndReason.COIN_LEFT), second.next().end().map(End::reason));
        assertEquals(new Yen(600), second.next().money().owed());
        assertEquals(Yen.ZERO, second.next().money().leaving());
        List<Effect> effects = new ArrayList<>(first.effects());
        effects.addAll(second.effects());
        assertTrue(effects.contains(new Effect.Claim(new Yen(600))), effects.toString());
        assertTrue(effects.stream().noneMatch(Effect.PayOut.class::isInstance), effects.toString());
    }

    @Test
    void coin_toldAtTheEndOfAVisit_goesBackToWhoIsThere() {
        Step step = told(Samples.paying(Stage.ENDED, 0), 100);
        assertEquals(List.of(new Effect.PayOut(new Yen(100))), step.effects());
    }
}
