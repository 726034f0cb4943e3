package jp.madoguchi.workbench.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ChainTest {
    private static final Duration AT_ONCE = Duration.ZERO;

    @Test
    void visit_afterAStartThatNothingHit_begins() throws InterruptedException {
        assertTrue(Chain.begins(new Gate(Mark.early(new Mark.Early(2, Moment.BEFORE)), midst -> {}), AT_ONCE));
    }

    /** The disk is being copied: that ends when the visit waits for it, or has begun in spite of it. */
    @Test
    void visit_whileTheStartIsBeingStopped_doesNotBegin() throws InterruptedException {
        Mark mark = Mark.early(new Mark.Early(1, Moment.BEFORE));
        Thread visitor = Thread.currentThread();
        CountDownLatch begun = new CountDownLatch(1);
        Gate gate = new Gate(mark, midst -> {
            while (visitor.getState() != Thread.State.TIMED_WAITING && begun.getCount() > 0) {
                Thread.onSpinWait();
            }
        });
        assertTrue(mark.hits("Reported", mark.begins("Reported"), Moment.BEFORE));

        CompletableFuture<Void> stopping = CompletableFuture.runAsync(gate::struck);

        boolean begins = Chain.begins(gate, Duration.ofMinutes(1));
        begun.countDown();
        assertFalse(begins);
        assertTrue(gate.isShut());
        stopping.join();
    }

    @Test
    void visit_afterAStepThatWasHitAndNeverCame_beginsAndIsStoppedWhereItShallBe() throws InterruptedException {
        Mark mark = Mark.early(new Mark.Early(1, Moment.BEFORE));
        assertTrue(mark.hits("Get-Jobs", mark.begins("Get-Jobs"), Moment.AFTER));

        assertTrue(Chain.begins(new Gate(mark, midst -> {}), AT_ONCE));

        mark.visit(Optional.of(new Step("Paid", 1, Moment.AFTER)));
        assertEquals(Optional.empty(), mark.hit());
        assertTrue(mark.hits("Paid", mark.begins("Paid"), Moment.AFTER));
    }
}
