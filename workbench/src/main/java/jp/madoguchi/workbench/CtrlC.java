package jp.madoguchi.workbench;

import java.util.concurrent.CountDownLatch;

/** Interrupts a thread, and lets the JVM end only when that thread has cleared up: Ctrl-C. Any thread. */
final class CtrlC {
    private final CountDownLatch answered = new CountDownLatch(1);
    private volatile boolean asked;

    private CtrlC() {}

    /** Of the calling thread, which must end with {@link #answered}. */
    static CtrlC ofThisThread() {
        Thread worker = Thread.currentThread();
        CtrlC asking = new CtrlC();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> asking.ask(worker), "ctrl-c"));
        return asking;
    }

    private void ask(Thread worker) {
        asked = true;
        worker.interrupt();
        try {
            answered.await();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    boolean asked() {
        return asked;
    }

    void answered() {
        answered.countDown();
    }
}
