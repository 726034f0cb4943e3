package jp.madoguchi.workbench.papers;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.List;
import java.util.SortedMap;
import jp.madoguchi.kiosk.center.Authentication;
import jp.madoguchi.kiosk.center.VisitKey;
import jp.madoguchi.kiosk.terms.DocumentOrder;
import jp.madoguchi.kiosk.terms.Offer;
import jp.madoguchi.kiosk.terms.RequestId;
import jp.madoguchi.kiosk.terms.VisitId;

/** A resident at the counter, until this is closed. */
final class Served implements Counter.Answer, AutoCloseable {
    private final SecureRandom random = new SecureRandom();
    private final Counter counter;
    private final String resident;
    private final Identified who;
    private final List<Offer> offers;

    /** The center knows who stands there. */
    record Identified(VisitId visit, VisitKey key, Authentication proof) {}

    Served(Counter counter, String resident, Identified who, List<Offer> offers) {
        this.counter = counter;
        this.resident = resident;
        this.who = who;
        this.offers = offers;
    }

    /** The name of the card. */
    String resident() {
        return resident;
    }

    /** What can be had now. */
    List<Offer> offers() {
        return offers;
    }

    /** One copy; of chosen members, {@link Choices#members all but the resident}. */
    Paper issue(Offer offer, SortedMap<String, String> options) throws IOException {
        return counter.issue(
                resident,
                who,
                new DocumentOrder(
                        RequestId.random(random),
                        offer.municipality(),
                        offer.kind(),
                        options,
                        Choices.members(offer, options),
                        1,
                        offer.fee()));
    }

    @Override
    public void close() {
        who.key().close();
    }
}
