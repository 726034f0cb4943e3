package jp.madoguchi.kiosk.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import jp.madoguchi.devices.card.CardFailure;
import jp.madoguchi.devices.card.TokenKind;
import jp.madoguchi.kiosk.flow.Event;
import jp.madoguchi.kiosk.flow.KioskFlow;
import jp.madoguchi.kiosk.flow.TokenFacts;
import jp.madoguchi.kiosk.flow.Visit;
import jp.madoguchi.kiosk.terms.Language;
import jp.madoguchi.kiosk.terms.PinFlaw;
import jp.madoguchi.kiosk.terms.RequestId;
import jp.madoguchi.kiosk.terms.Service;
import jp.madoguchi.kiosk.terms.VisitId;
import jp.madoguchi.kiosk.visit.Screen;

/** Every screen of somebody who changes a PIN, as the flow itself leads there. */
final class SamplePinChanges {
    private static final Event TYPED = new Event.PinEntered(SampleScreens.NOON);

    private final List<Screen> all = new ArrayList<>();
    private final Visit welcome;

    private SamplePinChanges(Language language) {
        welcome = Visit.waiting(
                new VisitId("0f3a91c2445566778899aabbccddeeff"),
                new RequestId("ffeeddccbbaa99887766554433221100"),
                language,
                SampleScreens.ready(),
                false,
                false);
    }

    static List<Screen> all(Language language) {
        return new SamplePinChanges(language).collect();
    }

    private List<Screen> collect() {
        Visit placing = show(welcome, new Event.Begin(welcome.language(), Service.PIN_CHANGE));
        Visit looking = show(placing, new Event.CardPlaced());
        for (TokenKind kind : List.of(TokenKind.JUKI_CARD, TokenKind.ANDROID_PHONE, TokenKind.IPHONE)) {
            show(looking, inspected(kind, 3));
        }
        show(looking, inspected(TokenKind.MY_NUMBER_CARD, 0));
        for (int tries = 1; tries <= TokenFacts.PIN_TRIES; tries++) {
            show(looking, inspected(TokenKind.MY_NUMBER_CARD, tries));
        }
        Visit current = after(looking, inspected(TokenKind.MY_NUMBER_CARD, TokenFacts.PIN_TRIES));
        Visit next = show(current, TYPED);
        for (PinFlaw flaw : PinFlaw.values()) {
            show(next, new Event.NewPinUnfit(flaw));
        }
        Visit again = show(next, new Event.NewPinFit());
        for (Event out :
                List.of(new Event.Cancelled(), new Event.TimeUp(), new Event.CardTaken(), new Event.Withdrawn())) {
            show(again, out);
        }
        Visit changing = show(again, TYPED);
        for (Event answer : List.of(
                new Event.PinChanged(),
                new Event.PinWrong(2),
                new Event.PinWrong(1),
                new Event.PinBlocked(true),
                new Event.PinChangeRefused(),
                new Event.PinUncertain(CardFailure.REMOVED),
                new Event.PinChangeUncertain(CardFailure.REMOVED))) {
            show(changing, answer);
        }
        return all;
    }

    private static Event inspected(TokenKind kind, int tries) {
        return new Event.CardInspected(new TokenFacts(
                kind,
                Optional.empty(),
                OptionalInt.of(tries),
                OptionalInt.empty(),
                new TokenFacts.Finding.Absent(),
                new TokenFacts.Finding.Absent()));
    }

    private static Visit after(Visit visit, Event event) {
        return KioskFlow.FLOW.apply(visit, event).next();
    }

    private Visit show(Visit visit, Event event) {
        Visit now = after(visit, event);
        all.add(new Screen(now, 17, 42));
        return now;
    }
}
