package jp.madoguchi.workbench.real;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import jp.madoguchi.kiosk.control.ControlSocket;
import jp.madoguchi.simulators.card.JpkiCard;
import jp.madoguchi.simulators.card.VpcdCard;
import jp.madoguchi.simulators.cash.CashSimulator;
import jp.madoguchi.workbench.ScreenClient;
import jp.madoguchi.workbench.crash.Doors;
import jp.madoguchi.workbench.crash.Gate;
import jp.madoguchi.workbench.crash.KilledMain;
import jp.madoguchi.workbench.crash.Killer;
import jp.madoguchi.workbench.crash.Machine;
import jp.madoguchi.workbench.crash.Mark;
import jp.madoguchi.workbench.crash.Place;

/**
 * The shipped program in a process of its own, on real wires: pcscd with a card on its virtual reader, a pty, IPP and TLS on
 * loopback. Stopped, it is killed (SIGKILL), and the next run finds the files as the kernel has them.
 */
final class KilledProgram implements Machine {
    private static final Duration START = Duration.ofSeconds(60);
    /** It is gone a moment before its kill is over. */
    private static final Duration DYING = Duration.ofSeconds(10);

    private static final Duration BLINK = Duration.ofMillis(20);
    private static final Duration AGAIN = Duration.ofMillis(50);

    private final Path dir;
    private final Random random;
    private final PrivatePcscd pcscd;
    private final Place place;
    private Optional<One> last = Optional.empty();

    KilledProgram(Path dir, Random random) throws IOException {
        this.dir = dir;
        this.random = random;
        this.pcscd = PrivatePcscd.start(dir.resolve("pcsc"));
        this.place = Place.with(dir, CashSimulator.onPty(dir, Place.cashSetup()), new OnVpcd(pcscd.port()));
    }

    private static final class OnVpcd implements Place.Cards {
        private final VpcdCard card;

        OnVpcd(int port) {
            card = new VpcdCard("127.0.0.1", port, AGAIN);
        }

        @Override
        public void place(JpkiCard placed) {
            card.place(placed);
        }

        @Override
        public void take() {
            card.take();
        }

        @Override
        public void close() {
            card.close();
        }
    }

    @Override
    public Place place() {
        return place;
    }

    @Override
    public Gate gate() {
        return last.orElseThrow().gate;
    }

    @Override
    public Path data() {
        return dir.resolve("data");
    }

    @Override
    public Run start(Mark mark, boolean diskFull) throws IOException, InterruptedException {
        if (diskFull) {
            throw new IllegalArgumentException("this machine's disk is real");
        }
        One run = new One(mark);
        last = Optional.of(run);
        run.start();
        return run;
    }

    private final class One implements Run {
        private final Gate gate;
        private final Doors doors;
        private final Killer killer;
        private Optional<Process> program = Optional.empty();

        One(Mark mark) throws IOException {
            gate = new Gate(mark, midst -> kill());
            doors = new Doors(place, gate);
            killer = new Killer(gate, random);
        }

        void start() throws IOException, InterruptedException {
            Map<String, String> environment = new HashMap<>(pcscd.environment());
            ProcessBuilder builder = Jvm.test(
                    environment,
                    KilledMain.class,
                    Integer.toString(killer.port()),
                    data().resolve("ledger.db").toString(),
                    "run",
                    "--config",
                    config().toString());
            Path log = dir.resolve("program.log");
            Process started = builder.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            program = Optional.of(started);
            long begin = System.nanoTime();
            while (!gate.isShut() && !listens()) {
                boolean late = System.nanoTime() - begin > START.toNanos();
                if (late || (!started.isAlive() && !gate.await(DYING))) {
                    started.destroyForcibly();
                    throw new IllegalStateException("the program does not start: " + Files.readString(log));
                }
                boolean ignored = started.waitFor(BLINK.toMillis(), TimeUnit.MILLISECONDS);
            }
            if (gate.isShut()) {
                kill();
            }
        }

        private boolean listens() {
            try {
                return ask("address").startsWith("http");
            } catch (IOException notYet) {
                return false;
            }
        }

        private String ask(String command) throws IOException {
            return ControlSocket.ask(data().resolve("control.sock"), command);
        }

        private void kill() {
            program.ifPresent(each -> {
                each.destroyForcibly(); // SIGKILL
                try {
                    each.waitFor();
                    doors.close();
                    killer.close();
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                } catch (IOException torn) {
                    // as it is meant to be
                }
            });
        }

        private Path config() throws IOException {
            String text = """
                    [kiosk]
                    id = "K-0001"
                    store = "S-001"
                    data = "data"
                    [web]
                    port = 0
                    [card]
                    reader = "%s"
                    anchors = ["auth_ca.pem"]
                    [printer]
                    uri = "%s"
                    [cash]
                    port = "%s"
                    accepts = [100, 500, 1000]
                    hoppers = { 3 = 100, 4 = 10 }
                    hopper-coins = { 3 = %5$d, 4 = %5$d }
                    hopper-filling = "%4$s"
                    [center]
                    url = "https://localhost:%6$d"
                    identity = "kiosk.p12"
                    identity-password-file = "kiosk.p12.password"
                    tls-trust = "center-tls-ca.pem"
                    signer-trust = "center-signer-ca.pem"
                    """.formatted(
                            PrivatePcscd.FIRST_READER,
                            doors.printer().uri(),
                            dir.resolve("cash"),
                            place.filling(),
                            Place.COINS,
                            doors.center().port());
            return Files.writeString(dir.resolve("kiosk.toml"), text);
        }

        @Override
        public Gate gate() {
            return gate;
        }

        @Override
        public String threads() {
            return "";
        }

        @Override
        public ScreenClient screen() throws IOException {
            return new ScreenClient(URI.create(ask("address")), ask("token"));
        }
    }

    @Override
    public void close() {
        last.ifPresent(run -> run.gate.shut());
        place.close();
        pcscd.close();
    }
}
