package jp.madoguchi.kiosk.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.List;
import jp.madoguchi.kiosk.terms.DocumentOrder;
import jp.madoguchi.kiosk.terms.RequestId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactTest {
    private static final String REQUEST = "0123456789abcdef0123456789abcdef";

    /** What the center calls it may be anything, and does not get into the ledger. */
    @ParameterizedTest
    @CsvSource({"seal-registration, seal-registration", "something-new, other", "a-name, other"})
    void order_ofADocument_isToldByKindAndMunicipality(String kind, String told) {
        DocumentOrder order =
                new DocumentOrder(new RequestId(REQUEST), "13101", kind, Collections.emptySortedMap(), 2, 600);
        assertEquals(new Fact.Ordered(REQUEST, 600, "13101", told, 2), Fact.Ordered.of(order));
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "2"})
    void order_thatCounts_isTheLastOne(int orders) {
        List<Fact> facts = List.<Fact>of(new Fact.Ordered("a", 300), new Fact.Ordered("b", 400))
                .subList(0, orders);
        assertEquals(List.of(0, 300, 400).get(orders), Fact.Ordered.last(facts).fee());
    }
}
