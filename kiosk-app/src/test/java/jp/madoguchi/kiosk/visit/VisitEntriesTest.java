package jp.madoguchi.kiosk.visit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import jp.madoguchi.devices.cash.Yen;
import jp.madoguchi.kiosk.audit.Heard;
import jp.madoguchi.kiosk.flow.Event;
import jp.madoguchi.kiosk.flow.KioskFlow;
import jp.madoguchi.kiosk.flow.Visit;
import jp.madoguchi.kiosk.terms.Language;
import jp.madoguchi.kiosk.terms.Obstacle;
import jp.madoguchi.kiosk.terms.Part;
import jp.madoguchi.kiosk.terms.Readiness;
import jp.madoguchi.kiosk.terms.RequestId;
import jp.madoguchi.kiosk.terms.Service;
import jp.madoguchi.kiosk.terms.VisitId;
import org.junit.jupiter.api.Test;

class VisitEntriesTest {
    private static final VisitId NOBODY = new VisitId("0".repeat(32));
    private static final VisitId FIRST = new VisitId("a".repeat(32));
    private static final VisitId SECOND = new VisitId("b".repeat(32));
    private static final RequestId REQUEST = new RequestId("c".repeat(32));

    private final Heard audit = new Heard();
    private Visit visit = Visit.waiting(FIRST, REQUEST, Language.JA, Readiness.unknown(), false, false);
    private final VisitEntries entries = new VisitEntries(audit, NOBODY, new Screen(visit, 1, 1));

    private void happens(Event event) {
        visit = KioskFlow.FLOW.apply(visit, event).next();
        entries.accept(new Screen(visit, 1, 1));
    }

    private void ready() {
        for (Part part : Part.values()) {
            happens(new Event.PartChanged(part, Set.of()));
        }
    }

    @Test
    void part_askedForTheFirstTime_isNoTrouble() {
        ready();
        assertEquals(List.of(), audit.lines());
    }

    @Test
    void troubles_areToldOnceWhenTheyBeginAndOnceWhenTheyAreOver() {
        ready();
        happens(new Event.PartChanged(Part.PRINTER, Set.of(Obstacle.PRINTER_JAM)));
        happens(new Event.PartChanged(Part.PRINTER, Set.of(Obstacle.PRINTER_JAM)));
        happens(new Event.PartChanged(Part.PRINTER, Set.of(Obstacle.PRINTER_DOOR_OPEN)));
        happens(new Event.PartChanged(Part.CENTER, Set.of(Obstacle.CLOCK_WRONG)));
        happens(new Event.PartChanged(Part.PRINTER, Set.of()));
        assertEquals(
                List.of(
                        "TROUBLE_BEGAN {code=PRINT-06, obstacle=PRINTER_JAM, part=PRINTER}",
                        "TROUBLE_BEGAN {code=PRINT-05, obstacle=PRINTER_DOOR_OPEN, part=PRINTER}",
                        "TROUBLE_OVER {code=PRINT-06, obstacle=PRINTER_JAM, part=PRINTER}",
                        "TROUBLE_BEGAN {code=none, obstacle=CLOCK_WRONG, part=CENTER}",
                        "TROUBLE_OVER {code=PRINT-05, obstacle=PRINTER_DOOR_OPEN, part=PRINTER}"),
                audit.lines());
    }

    @Test
    void visit_isToldWhenItBegins_andNoMore() {
        ready();
        happens(new Event.Begin(Language.JA));
        happens(new Event.CardPlaced());
        happens(new Event.PartChanged(Part.CENTER, Set.of()));
        assertEquals(List.of("VISIT_BEGUN of " + FIRST + " {service=ISSUING}"), audit.lines());
    }

    @Test
    void practice_isToldByNothing_untilSomethingRealHappens() {
        ready();
        happens(new Event.Begin(Language.JA, Service.PRACTICE));
        happens(new Event.Acknowledged());
        assertEquals(List.of(), audit.lines());
        happens(new Event.CoinInserted(new Yen(100)));
        assertEquals(List.of("VISIT_BEGUN of " + FIRST + " {service=ISSUING}"), audit.lines());
    }

    @Test
    void visit_afterAnother_isToldAsWell() {
        ready();
        happens(new Event.Begin(Language.JA));
        visit = Visit.waiting(SECOND, REQUEST, Language.JA, visit.readiness(), false, false);
        entries.accept(new Screen(visit, 2, 2));
        happens(new Event.Begin(Language.EN));
        assertEquals(
                List.of(
                        "VISIT_BEGUN of " + FIRST + " {service=ISSUING}",
                        "VISIT_BEGUN of " + SECOND + " {service=ISSUING}"),
                audit.lines());
    }
}
