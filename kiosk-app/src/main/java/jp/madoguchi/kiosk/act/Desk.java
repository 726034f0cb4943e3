package jp.madoguchi.kiosk.act;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import jp.madoguchi.kiosk.center.CenterAccess;
import jp.madoguchi.kiosk.center.CenterKeys;
import jp.madoguchi.kiosk.health.Vitals;
import jp.madoguchi.kiosk.ledger.Ledger;
import jp.madoguchi.kiosk.terms.VisitId;
import jp.madoguchi.kiosk.visit.Pads;

/**
 * What all hands work on: where to post, the ledger, the clock, and the belongings of the resident who is there. At most one
 * resident's belongings exist at a time. Any thread.
 */
final class Desk {
    private final Posts posts;
    private final Ledger ledger;
    private final Unwritten unwritten;
    private final Clock clock;
    private final Pads pads;
    private final SecureRandom random;
    private final CenterKeys keys;
    private final Vitals vitals;
    private Optional<Belongings> belongings = Optional.empty();

    /** Of hands whose vitals nobody reads. */
    Desk(Posts posts, Ledger ledger, Clock clock, Pads pads, SecureRandom random, CenterKeys keys) {
        this(posts, ledger, clock, pads, random, keys, new Vitals());
    }

    Desk(Posts posts, Ledger ledger, Clock clock, Pads pads, SecureRandom random, CenterKeys keys, Vitals vitals) {
        this.posts = posts;
        this.ledger = ledger;
        this.unwritten = new Unwritten(ledger);
        this.clock = clock;
        this.pads = pads;
        this.random = random;
        this.keys = keys;
        this.vitals = vitals;
    }

    Posts posts() {
        return posts;
    }

    Ledger ledger() {
        return ledger;
    }

    /** What happened and is not in the ledger yet; one for all hands, so that no visit ends there before what belongs to it. */
    Unwritten unwritten() {
        return unwritten;
    }

    /** What the hands tell of the kiosk that is no visit's. */
    Vitals vitals() {
        return vitals;
    }

    Clock clock() {
        return clock;
    }

    Pads pads() {
        return pads;
    }

    /** Makes room for the resident of this visit; whatever an earlier one left is wiped first. */
    synchronized void begin(VisitId visit) {
        if (of(visit).isEmpty()) {
            wipe();
            belongings = Optional.of(new Belongings(visit, keys.now(), random));
        }
    }

    /** What belongs to this visit; empty once it is over. */
    synchronized Optional<Belongings> of(VisitId visit) {
        return belongings.filter(kept -> kept.visit().equals(visit));
    }

    /** How the center is spoken to: as whoever is there began, or else as it is done now. */
    synchronized CenterAccess access() {
        return belongings.map(Belongings::access).orElseGet(keys::now);
    }

    /** Takes up what was laid there, unless somebody is there; whether it did. From the center's thread. */
    boolean renewKeys() {
        return nobodyIsThere() && keys.look();
    }

    synchronized boolean nobodyIsThere() {
        return belongings.isEmpty();
    }

    /** The resident has left: nothing remains. */
    synchronized void wipe() {
        belongings.ifPresent(Belongings::wipe);
        belongings = Optional.empty();
        pads.clear();
    }
}
