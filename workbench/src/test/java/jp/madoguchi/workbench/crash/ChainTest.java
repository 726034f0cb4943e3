package jp.madoguchi.workbench.crash;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ChainTest {
    @Test
    void visit_afterAStartThatNothingHit_begins() throws InterruptedException {
        assertTrue(Chain.begins(new Gate(Mark.early(new Mark.Early(2, Moment.BEFORE)), midst -> {})));
    }

    @Test
    void visit_whileTheStartIsBeingStopped_doesNotBegin() throws InterruptedException {
        Mark mark = Mark.early(new Mark.Early(1, Moment.BEFORE));
        Gate gate = new Gate(mark, midst -> {});
        assertTrue(mark.hits("Reported", mark.begins("Reported"), Moment.BEFORE));

        CompletableFuture<Void> stopping = CompletableFuture.runAsync(gate::struck);

        assertFalse(Chain.begins(gate));

        assertTrue(gate.isShut());
        stopping.join();
    }
}
