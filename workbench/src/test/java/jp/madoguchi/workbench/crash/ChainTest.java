package jp.madoguchi.workbench.crash;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ChainTest {
    private static final Duration AT_ONCE = Duration.ZERO;

    @Test
    void visit_afterAStartThatNothingHit_begins() throws InterruptedException {
        assertTrue(Chain.begins(new Gate(Mark.early(new Mark.Early(2, Moment.BEFORE)), midst -> {}), AT_ONCE));
    }

    @Test
    void visit_whileTheStartIsBeingStopped_doesNotBegin() throws InterruptedException {
        Mark mark = Mark.early(new Mark.Early(1, Moment.BEFORE));
        Gate gate = new Gate(mark, midst -> {});
        assertTrue(mark.hits("Reported", mark.begins("Reported"), Moment.BEFORE));

        CompletableFuture<Void> stopping = CompletableFuture.runAsync(gate::struck);

        assertFalse(Chain.begins(gate, Duration.ofMinutes(1)));

        assertTrue(gate.isShut());
        stopping.join();
    }

    @Test
    void visit_afterAStepThatWasHitAndNeverCame_begins() throws InterruptedException {
        Mark mark = Mark.early(new Mark.Early(1, Moment.BEFORE));
        assertTrue(mark.hits("Get-Jobs", mark.begins("Get-Jobs"), Moment.AFTER));

        assertTrue(Chain.begins(new Gate(mark, midst -> {}), AT_ONCE));
    }
}
