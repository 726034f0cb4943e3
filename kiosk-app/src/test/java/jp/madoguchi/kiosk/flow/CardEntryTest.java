package jp.madoguchi.kiosk.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Optional;
import java.util.Set;
import jp.madoguchi.devices.card.CardFailure;
import jp.madoguchi.devices.card.TokenKind;
import jp.madoguchi.kiosk.terms.EndReason;
import jp.madoguchi.kiosk.terms.Language;
import jp.madoguchi.kiosk.terms.Obstacle;
import jp.madoguchi.kiosk.terms.Part;
import jp.madoguchi.kiosk.terms.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CardEntryTest {
    /** The resident, or the card by itself, tries once more; not for ever, since others wait. */
    @ParameterizedTest
    @EnumSource(
            value = CardFailure.class,
            names = {"REMOVED", "UNRESPONSIVE", "RESET"})
    void card_thatIsNeverRead_isAskedForNineTimesAndThenUnreadable(CardFailure failure) {
        Visit visit =
                CardEntry.begin(Samples.welcome(), new Event.Begin(Language.JA)).next();
        for (int again = 1; again <= 9; again++) {
            visit = failed(visit, failure);
            assertEquals(Stage.PLACE_CARD, visit.stage(), "after failure " + again);
            assertEquals(CardState.Hint.PLACE_AGAIN, visit.card().hint());
            assertFalse(visit.card().present(), "whatever lies there counts as placed only when it answers anew");
        }
        visit = failed(visit, failure);
        assertEquals(Stage.ENDED, visit.stage());
        assertEquals(EndReason.CARD_UNREADABLE, visit.end().orElseThrow().reason());
    }

    @Test
    void cardTaken_withItsReader_isNotCalledLiftedTooEarly() {
        Visit typing = Samples.paying(Stage.ENTER_PIN, 0);
        Visit lifted = ResidentFlow.TABLE.apply(typing, new Event.CardTaken()).next();
        assertEquals(EndReason.CARD_REMOVED, lifted.end().orElseThrow().reason());
        Visit unplugged = ResidentFlow.TABLE
                .apply(typing, new Event.PartChanged(Part.CARD_READER, Set.of(Obstacle.NO_READER)))
                .next();
        Visit ended = ResidentFlow.TABLE.apply(unplugged, new Event.CardTaken()).next();
        assertEquals(EndReason.READER_FAILED, ended.end().orElseThrow().reason());
    }

    @Test
    void phone_thatHasSigned_isKnownUntilWhenItIsValid() {
        CardState unseen = Samples.welcome().card().placed().read(TokenKind.ANDROID_PHONE, Optional.empty(), 3);
        Visit checking = Samples.paying(Stage.CHECK_PIN, 0).with(unseen);
        Visit signed = ResidentFlow.TABLE
                .apply(checking, new Event.PinAccepted(Samples.NOON))
                .next();
        assertEquals(Optional.of(Samples.NOON), signed.card().certificateEnds());
        assertEquals(Stage.ASK_CENTER, signed.stage());
    }

    @Test
    void menu_withNothingOnIt_endsWhenItHasBeenRead() {
        Visit nothing = Samples.paying(Stage.CHOOSE_DOCUMENT, 0).with(Choice.among(Samples.catalogue()));
        Step read = ResidentFlow.TABLE.apply(nothing, new Event.Acknowledged());
        assertEquals(EndReason.NOTHING_OFFERED, read.next().end().orElseThrow().reason());
        Visit something = Samples.paying(Stage.CHOOSE_DOCUMENT, 0);
        assertEquals(
                something,
                ResidentFlow.TABLE.apply(something, new Event.Acknowledged()).next());
    }

    private static Visit failed(Visit visit, CardFailure failure) {
        Visit reading = ResidentFlow.TABLE.apply(visit, new Event.CardPlaced()).next();
        assertEquals(Stage.READ_CARD, reading.stage());
        return ResidentFlow.TABLE.apply(reading, new Event.CardFailed(failure)).next();
    }
}
