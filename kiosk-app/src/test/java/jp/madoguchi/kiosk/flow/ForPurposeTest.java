package jp.madoguchi.kiosk.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.madoguchi.kiosk.terms.LocalText;
import jp.madoguchi.kiosk.terms.Offer;
import jp.madoguchi.kiosk.terms.OfferOption;
import jp.madoguchi.kiosk.terms.Purpose;
import jp.madoguchi.kiosk.terms.Stage;
import org.junit.jupiter.api.Test;

class ForPurposeTest {
    private static final Offer SEAL =
            new Offer("02201", new LocalText("青森市", "Aomori City"), "seal-registration", 300, 5, List.of());
    private static final Offer FOREIGN = new Offer(
            "02201",
            new LocalText("青森市", "Aomori City"),
            "residence-record",
            300,
            5,
            List.of(
                    new OfferOption("scope", List.of("self", "household"), "self"),
                    new OfferOption("nationality", List.of("no", "yes"), "no"),
                    new OfferOption("my-number", List.of("no", "yes"), "yes")));

    private static Visit after(Visit visit, Event... events) {
        Visit now = visit;
        for (Event event : events) {
            Step step = ResidentFlow.TABLE.apply(now, event);
            assertEquals(List.of(), step.effects(), "choosing asks nobody for anything");
            now = step.next();
        }
        return now;
    }

    private static Visit menu(Offer... offers) {
        return Samples.welcome().with(Choice.among(Samples.catalogue(offers))).at(Stage.CHOOSE_DOCUMENT);
    }

    @Test
    void document_forAPurpose_hasTickedWhatItUsuallyNeeds() {
        Visit options = after(
                menu(SEAL, FOREIGN),
                new Event.PurposeWanted(),
                new Event.PurposeChosen(Purpose.RESIDENCE_STATUS),
                new Event.DocumentChosen(1));
        assertEquals(Stage.CHOOSE_OPTIONS, options.stage());
        assertEquals(
                Map.of("scope", "household", "nationality", "yes", "my-number", "no"),
                options.choice().options());
        Visit changed = after(
                options, new Event.OptionsChosen(Map.of("scope", "self", "nationality", "yes", "my-number", "yes"), 1));
        assertEquals(Stage.CONFIRM, changed.stage(), "it is a proposal");
        assertEquals("yes", changed.choice().options().get("my-number"));
    }

    @Test
    void document_fromTheMenu_hasTickedWhatTheOfficePresets() {
        Visit options = after(menu(SEAL, FOREIGN), new Event.DocumentChosen(1));
        assertEquals(
                Map.of("scope", "self", "nationality", "no", "my-number", "yes"),
                options.choice().options());
    }

    @Test
    void back_fromTheOptions_leadsTheWayThatLedThere() {
        Visit fitting = after(
                menu(SEAL),
                new Event.PurposeWanted(),
                new Event.PurposeChosen(Purpose.BANK),
                new Event.DocumentChosen(0),
                new Event.WentBack());
        assertEquals(Stage.CHOOSE_FITTING, fitting.stage());
        Visit menu = after(fitting, new Event.WentBack(), new Event.WentBack());
        assertEquals(Stage.CHOOSE_DOCUMENT, menu.stage());
        assertEquals(Optional.empty(), menu.choice().purpose(), "the menu is for no purpose");
        assertEquals(
                Stage.CHOOSE_DOCUMENT,
                after(menu, new Event.DocumentChosen(0), new Event.WentBack()).stage());
    }

    @Test
    void purpose_namedAnew_forgetsWhatWasChosen() {
        Visit car = after(
                menu(SEAL),
                new Event.PurposeWanted(),
                new Event.PurposeChosen(Purpose.BANK),
                new Event.DocumentChosen(0),
                new Event.WentBack(),
                new Event.WentBack(),
                new Event.PurposeChosen(Purpose.CAR));
        assertEquals(Optional.of(Purpose.CAR), car.choice().purpose());
        assertEquals(Optional.empty(), car.choice().offer());
    }

    @Test
    void application_askedForByPurpose_leadsBackThere() {
        Visit fitting = after(
                menu(SEAL).with(Applications.of(Samples.CATALOGUE)),
                new Event.RegistrationsTold(List.of()),
                new Event.PurposeWanted(),
                new Event.PurposeChosen(Purpose.PASSPORT));
        assertEquals(fitting, after(fitting, new Event.RegistrationWanted("99999")), "no such office");
        Visit writing = after(fitting, new Event.RegistrationWanted(Samples.ELSEWHERE.municipality()));
        assertEquals(Stage.WRITE_DOMICILE, writing.stage());
        assertEquals(fitting.stage(), after(writing, new Event.WentBack()).stage());
    }

    @Test
    void menu_withNothingOnIt_asksNoPurpose() {
        assertEquals(
                Stage.CHOOSE_DOCUMENT, after(menu(), new Event.PurposeWanted()).stage());
    }
}
