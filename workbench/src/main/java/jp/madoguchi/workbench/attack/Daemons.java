package jp.madoguchi.workbench.attack;

/** Threads that end with what they wait for, and do not keep the program. */
final class Daemons {
    private Daemons() {}

    static void start(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }
}
