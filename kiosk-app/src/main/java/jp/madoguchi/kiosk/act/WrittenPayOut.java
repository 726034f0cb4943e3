package jp.madoguchi.kiosk.act;

import jp.madoguchi.devices.cash.PayOutWitness;
import jp.madoguchi.devices.cash.Yen;
import jp.madoguchi.kiosk.ledger.Fact;
import jp.madoguchi.kiosk.ledger.LedgerUnavailable;
import jp.madoguchi.kiosk.terms.VisitId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes one pay-out to the ledger, hopper by hopper, and keeps the counts. On the cash unit's thread. */
final class WrittenPayOut implements PayOutWitness {
    private static final Logger LOG = LoggerFactory.getLogger(WrittenPayOut.class);

    private final VisitId visit;
    private final Unwritten unwritten;
    private final HopperCounts counts;
    private int asked;

    WrittenPayOut(VisitId visit, Unwritten unwritten, HopperCounts counts) {
        this.visit = visit;
        this.unwritten = unwritten;
        this.counts = counts;
    }

    @Override
    public boolean paying(int address, Yen coin, int coins, int lifetimeCount) {
        try {
            unwritten.writeNow(
                    visit, new Fact.PayOutIntended(coin.times(coins).amount(), address, coins, lifetimeCount));
        } catch (LedgerUnavailable failure) {
            LOG.error("visit {}: a pay-out could not be recorded and is not made", visit, failure);
            return false;
        }
        asked = coins;
        counts.of(address).asked(coins);
        return true;
    }

    /** What has come out has; if the ledger refuses it now it is written later. */
    @Override
    public void paid(int address, Yen coin, int coins, boolean certain) {
        counts.of(address).paid(asked, coins, certain);
        unwritten.add(
                visit, new Fact.HopperPaid(address, coins, coin.times(coins).amount(), certain));
        try {
            unwritten.write();
        } catch (LedgerUnavailable failure) {
            LOG.error("visit {}: what hopper {} paid is not recorded yet", visit, address, failure);
        }
    }
}
