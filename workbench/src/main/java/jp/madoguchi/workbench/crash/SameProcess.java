package jp.madoguchi.workbench.crash;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.Kiosk;
import jp.madoguchi.kiosk.KioskConfig;
import jp.madoguchi.kiosk.Wires;
import jp.madoguchi.simulators.card.SimulatedTerminals;
import jp.madoguchi.workbench.ScreenClient;
import jp.madoguchi.workbench.Surroundings;
import jp.madoguchi.workbench.Workbench;

/**
 * The program in this JVM. Stopped, it can no more reach its ledger or the world, and the next run goes on with a copy of the
 * ledger's files as they were on the disk at that instant; a write in whose midst it was stopped is there in part.
 */
public final class SameProcess implements Machine {
    private static final String LEDGER = "ledger.db";
    private static final String LOG = "ledger.db-wal";

    private static final Duration SWEEPING = Duration.ofSeconds(90);

    private final LastingCard card = new LastingCard();
    private final Place place;
    private final Random random;
    private final UnaryOperator<LedgerWatch> between;
    private final List<Thread> closing = new CopyOnWriteArrayList<>();
    private Optional<Gate> gate = Optional.empty();
    private Path next;
    private int runs;

    /**
     * @param random says how much of a write in whose midst the program was stopped is on the disk
     * @param between stands between the ledger and what stops the program at its writes
     */
    public SameProcess(Path dir, Random random, UnaryOperator<LedgerWatch> between) throws IOException {
        this.place = Place.within(dir, card);
        this.random = random;
        this.between = between;
        this.next = dir.resolve("run-0");
    }

    @Override
    public Place place() {
        return place;
    }

    @Override
    public Gate gate() {
        return gate.orElseThrow();
    }

    @Override
    public Path data() {
        return next;
    }

    @Override
    public Run start(Mark mark, boolean diskFull) throws IOException, InterruptedException, Kiosk.Unusable {
        Path data = Files.createDirectories(next);
        Path image = place.dir().resolve("run-" + ++runs);
        One run = new One(mark, data, image);
        gate = Optional.of(run.gate);
        run.gate.fill(diskFull);
        next = data;
        run.start();
        return run;
    }

    /** What is on the disk when the program is stopped, in the midst of {@code write}. */
    private void copy(Path from, Path to, LedgerWatch.Write midst) throws SQLException {
        try {
            byte[] ledger = bytes(from.resolve(LEDGER));
            byte[] before = bytes(from.resolve(LOG));
            midst.write();
            copyFiles(from, to);
            byte[] after = bytes(from.resolve(LOG));
            // SQLite moves a log into the file only when all of it is on the disk.
            boolean moved = !Arrays.equals(ledger, bytes(to.resolve(LEDGER)));
            if (!moved && !Arrays.equals(before, after)) {
                Files.write(to.resolve(LOG), torn(before, after));
            }
            next = to;
        } catch (IOException failed) {
            throw new SQLException(failed);
        }
    }

    /** All but what ends with a process: its lock, its socket, and the memory that SQLite shares. */
    private static void copyFiles(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Path target = to.resolve(from.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(target);
                } else if (Files.isRegularFile(each)
                        && !each.getFileName().toString().matches("lock|.*-shm")) {
                    Files.copy(each, target);
                }
            }
        }
    }

    /** What is new begins where both differ, and is there up to some byte. */
    private byte[] torn(byte[] before, byte[] after) {
        int begin = Math.max(0, Arrays.mismatch(before, after));
        int length = begin + random.nextInt(after.length - begin + 1);
        byte[] torn = Arrays.copyOf(before, Math.max(before.length, length));
        System.arraycopy(after, 0, torn, 0, length);
        return torn;
    }

    private static byte[] bytes(Path file) throws IOException {
        return Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
    }

    private final class One implements Run {
        private final Path data;
        private final Gate gate;
        private final Doors doors;
        private final ThreadGroup threads;
        private final Deque<Kiosk> kiosk = new ConcurrentLinkedDeque<>();

        One(Mark mark, Path data, Path image) throws IOException {
            this.data = data;
            this.gate = new Gate(mark, midst -> {
                copy(data, image, midst);
                end();
            });
            this.doors = new Doors(place, gate);
            this.threads = new ThreadGroup("run " + runs);
            LedgerDriver.watch(data.resolve(LEDGER), between.apply(gate));
        }

        /** Its threads are those that are made while it starts, and theirs. */
        void start() throws IOException, InterruptedException, Kiosk.Unusable {
            SimulatedTerminals readers = card.next();
            FutureTask<Kiosk> starting = new FutureTask<>(() -> Kiosk.start(
                    place.world()
                            .config(
                                    data,
                                    new KioskConfig.Web(0, Optional.empty()),
                                    new Surroundings.Found(
                                            doors.printer().uri(),
                                            URI.create("https://localhost:"
                                                    + doors.center().port()),
                                            Map.of(3, Place.COINS, 4, Place.COINS),
                                            place.filling())),
                    new Wires(
                            readers::factory,
                            port -> new GatedLine(Workbench.line(place.world().cash()), gate),
                            place.clock())));
            new Thread(threads, starting, "start").start();
            try {
                kiosk.add(starting.get());
            } catch (ExecutionException failed) {
                doors.close();
                if (failed.getCause() instanceof Kiosk.Unusable unusable) {
                    throw unusable;
                }
                throw new IllegalStateException(failed.getCause());
            }
            if (gate.isShut()) {
                end();
            }
        }

        @Override
        public Gate gate() {
            return gate;
        }

        @Override
        public String threads() {
            return Thread.getAllStackTraces().entrySet().stream()
                    .filter(each -> threads.equals(each.getKey().getThreadGroup()))
                    .map(each -> each.getKey().getName() + " " + each.getKey().getState() + " "
                            + Arrays.toString(each.getValue()))
                    .sorted()
                    .collect(Collectors.joining("\n"));
        }

        @Override
        public ScreenClient screen() throws IOException {
            Kiosk running = kiosk.peek();
            if (running == null) {
                throw new IOException("the program was stopped");
            }
            return new ScreenClient(running.address(), running.screenToken());
        }

        /** Whatever it waits for will not come. Jetty ends its own threads. */
        private void interrupt() {
            Thread[] all = new Thread[2 * threads.activeCount() + 1];
            int count = threads.enumerate(all);
            for (Thread each : List.of(Arrays.copyOf(all, count))) {
                if (!each.getName().startsWith("web") && !each.getName().startsWith("metrics")) {
                    each.interrupt();
                }
            }
        }

        /** It is cut off from everything already: what is left of it is swept up, in no hurry. */
        private void end() {
            Thread sweeper = new Thread(
                    () -> {
                        try {
                            doors.close();
                        } catch (IOException torn) {
                            // as it is meant to be
                        }
                        interrupt();
                        Optional.ofNullable(kiosk.poll()).ifPresent(Kiosk::close);
                        LedgerDriver.leave(data.resolve(LEDGER));
                    },
                    "sweeper");
            sweeper.setDaemon(true);
            sweeper.start();
            closing.add(sweeper);
        }
    }

    @Override
    public void close() {
        gate.ifPresent(Gate::shut);
        try {
            for (Thread each : closing) {
                each.join(SWEEPING.toMillis());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        place.close();
    }
}
