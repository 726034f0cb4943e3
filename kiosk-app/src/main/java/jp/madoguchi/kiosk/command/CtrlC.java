package jp.madoguchi.kiosk.command;

import java.util.concurrent.CountDownLatch;

/**
 * While it is open, Ctrl-C (or SIGTERM) interrupts the thread that opened it, waits until it is closed, and ends the process
 * with {@link Exit#DONE}. Opened before the devices and so closed after them: no device is left as it was.
 */
final class CtrlC implements AutoCloseable {
    private final Thread worker = Thread.currentThread();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook = new Thread(this::ask, "ctrl-c");

    private CtrlC() {}

    static CtrlC interruptsThisThread() {
        CtrlC ctrlC = new CtrlC();
        Runtime.getRuntime().addShutdownHook(ctrlC.hook);
        return ctrlC;
    }

    private void ask() {
        worker.interrupt();
        try {
            closed.await();
            Runtime.getRuntime().halt(Exit.DONE); // any other end of a hook leaves the exit code to the signal
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException goingDown) {
            closed.countDown(); // the hook waits for this
        }
    }
}
