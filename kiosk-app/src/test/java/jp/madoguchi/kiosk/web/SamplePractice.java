package jp.madoguchi.kiosk.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.madoguchi.devices.cash.Yen;
import jp.madoguchi.kiosk.flow.Event;
import jp.madoguchi.kiosk.flow.KioskFlow;
import jp.madoguchi.kiosk.flow.Visit;
import jp.madoguchi.kiosk.terms.Language;
import jp.madoguchi.kiosk.terms.Purpose;
import jp.madoguchi.kiosk.terms.RequestId;
import jp.madoguchi.kiosk.terms.Service;
import jp.madoguchi.kiosk.terms.VisitId;
import jp.madoguchi.kiosk.visit.Screen;

/** Every screen of somebody who practises from the first to the last, as the flow itself leads there. */
final class SamplePractice {
    private static final Map<String, String> OPTIONS =
            Map.of("scope", "household", "domicile", "no", "relationship", "yes", "my-number", "no");

    private SamplePractice() {}

    static List<Screen> all(Language language) {
        List<Screen> all = new ArrayList<>();
        Visit visit = Visit.waiting(
                new VisitId("0f3a91c2445566778899aabbccddeeff"),
                new RequestId("ffeeddccbbaa99887766554433221100"),
                language,
                SampleScreens.ready(),
                false,
                false);
        for (Event event : List.of(
                new Event.Begin(language, Service.PRACTICE),
                new Event.Acknowledged(),
                new Event.PinEntered(SampleScreens.NOON),
                new Event.CardPlaced(),
                new Event.TimeUp(),
                new Event.CardTaken(),
                new Event.PurposeWanted(),
                new Event.PurposeChosen(Purpose.DRIVING_LICENCE),
                new Event.DocumentChosen(0),
                new Event.OptionsChosen(OPTIONS, 2),
                new Event.Confirmed(),
                new Event.CoinPretended(new Yen(500)),
                new Event.CoinPretended(new Yen(500)),
                new Event.CardPlaced(),
                new Event.Acknowledged())) {
            visit = KioskFlow.FLOW.apply(visit, event).next();
            all.add(new Screen(visit, 17, 42));
        }
        return all;
    }
}
