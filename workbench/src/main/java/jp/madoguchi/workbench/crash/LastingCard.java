package jp.madoguchi.workbench.crash;

import java.util.Optional;
import jp.madoguchi.simulators.card.JpkiCard;
import jp.madoguchi.simulators.card.SimulatedTerminals;
import jp.madoguchi.workbench.Workbench;

/**
 * A reader within this JVM whose card lies there from run to run. Each run has its own way to it, which ends with it as PC/SC
 * ends the handles of a program that was killed. Any thread.
 */
final class LastingCard implements Place.Cards {
    private SimulatedTerminals readers = fresh();
    private Optional<JpkiCard> lying = Optional.empty();

    private static SimulatedTerminals fresh() {
        SimulatedTerminals readers = new SimulatedTerminals();
        readers.add(Workbench.READER);
        return readers;
    }

    /** A new run begins: the last one has lost reader and card. */
    synchronized SimulatedTerminals next() {
        readers.remove(Workbench.READER);
        readers = fresh();
        lying.ifPresent(readers::place);
        return readers;
    }

    @Override
    public synchronized void place(JpkiCard card) {
        lying = Optional.of(card);
        readers.place(card);
    }

    @Override
    public synchronized void take() {
        lying = Optional.empty();
        readers.take();
    }
}
