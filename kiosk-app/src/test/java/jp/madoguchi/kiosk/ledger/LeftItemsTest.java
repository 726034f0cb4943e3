package jp.madoguchi.kiosk.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import jp.madoguchi.kiosk.audit.FactEntries;
import jp.madoguchi.kiosk.audit.Heard;
import jp.madoguchi.kiosk.terms.LeftItem;
import jp.madoguchi.kiosk.terms.LeftItemGoal;
import jp.madoguchi.kiosk.terms.VisitId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftItemsTest {
    private static final VisitId VISIT = new VisitId("3f2a91c0445566778899aabbccddeeff");
    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");

    @TempDir
    Path dir;

    private Ledger ledger;
    private LeftItems items;

    @BeforeEach
    void open() {
        ledger = new Ledger(dir.resolve("ledger.db"), Clock.fixed(NOW, ZoneOffset.UTC));
        items = new LeftItems(ledger);
    }

    @AfterEach
    void shut() {
        ledger.close();
    }

    @Test
    void item_thatWasPutAway_isKeptUntilItIsHandedOnOnce() {
        items.keep(VISIT, LeftItem.CARD, "clerk-1");
        items.keep(VISIT, LeftItem.PAPER, "clerk-2");
        items.keep(Ledger.NO_VISIT, LeftItem.PAPER, "clerk-2");
        List<LeftItems.Kept> kept = items.kept();
        assertEquals(new LeftItems.Kept(kept.get(0).number(), NOW, VISIT, LeftItem.CARD, "clerk-1"), kept.get(0));
        assertTrue(items.handOn(kept.get(1).number(), LeftItemGoal.DESTROYED, "clerk-1"));
        assertFalse(items.handOn(kept.get(1).number(), LeftItemGoal.OWNER, "clerk-1"));
        assertEquals(List.of(kept.get(0), kept.get(2)), items.kept());
        assertTrue(items.handOn(kept.get(0).number(), LeftItemGoal.POLICE, "clerk-1"));
        assertEquals(List.of(kept.get(2)), items.kept());
    }

    /** Two cards of one evening are two in the log. */
    @Test
    void item_inTheAuditLog_leavesUnderTheNumberThatItCameBy() {
        Heard audit = new Heard();
        items.keep(VISIT, LeftItem.CARD, "clerk-1");
        ledger.watch(new FactEntries(audit));
        items.keep(Ledger.NO_VISIT, LeftItem.CARD, "clerk-1");
        items.keep(Ledger.NO_VISIT, LeftItem.CARD, "clerk-2");
        long first = items.kept().get(1).number();
        long second = items.kept().get(2).number();
        assertTrue(items.handOn(second, LeftItemGoal.OWNER, "clerk-1"));
        assertEquals(
                List.of(
                        "ITEM_LEFT_BEHIND {account=clerk-1, item=CARD, number=" + first + "}",
                        "ITEM_LEFT_BEHIND {account=clerk-2, item=CARD, number=" + second + "}",
                        "ITEM_HANDED_ON {account=clerk-1, item=CARD, number=" + second + ", result=OWNER}"),
                audit.lines());
    }

    @Test
    void card_isNeverDestroyed() {
        items.keep(VISIT, LeftItem.CARD, "clerk-1");
        assertFalse(items.handOn(items.kept().get(0).number(), LeftItemGoal.DESTROYED, "clerk-1"));
        assertEquals(1, items.kept().size());
    }

    @Test
    void item_leftInAVisitThatIsOver_doesNotOpenIt() {
        Closing.close(ledger, VISIT, "CANCELLED");
        items.keep(VISIT, LeftItem.CARD, "clerk-1");
        assertTrue(ledger.interrupted().isEmpty());
    }
}
