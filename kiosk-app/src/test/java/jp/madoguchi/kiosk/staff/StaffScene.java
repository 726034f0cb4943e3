package jp.madoguchi.kiosk.staff;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import jp.madoguchi.devices.print.PrintOutcome;
import jp.madoguchi.kiosk.audit.AuditEvent;
import jp.madoguchi.kiosk.audit.Detail;
import jp.madoguchi.kiosk.health.AuditState;
import jp.madoguchi.kiosk.health.Checkup;
import jp.madoguchi.kiosk.health.Vitals;
import jp.madoguchi.kiosk.ledger.Books;
import jp.madoguchi.kiosk.ledger.Claims;
import jp.madoguchi.kiosk.ledger.Ledger;
import jp.madoguchi.kiosk.ledger.LeftItems;
import jp.madoguchi.kiosk.paper.OwnPaper;
import jp.madoguchi.kiosk.terms.Part;
import jp.madoguchi.kiosk.visit.Timers;
import jp.madoguchi.kiosk.visit.VisitRunner;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** All parts of the desk but its screens, over a folder of its own, with time that a test lets pass. */
public final class StaffScene implements AutoCloseable {
    /** Nobody's first guess. */
    public static final String PIN = "739152";

    private static final Map<Integer, Integer> HOPPERS = Map.of(3, 100, 4, 10);

    /** What was told to the audit log. */
    public record Entry(AuditEvent event, Map<String, String> details) {}

    /** Devices that have nothing to tell but what a test says. */
    public static final class ToldDevices implements DeviceTests {
        public volatile CompletableFuture<Void> looked = CompletableFuture.completedFuture(null);
        public volatile Tested.Finding finding = Tested.Finding.READER_THERE;

        @Override
        public CompletableFuture<Void> lookNow() {
            return looked;
        }

        @Override
        public CompletableFuture<Tested> test(Part part) {
            return CompletableFuture.completedFuture(new Tested(part, finding));
        }
    }

    /** Of {@link #PIN}, by parameters that cost little; a hash is checked by those that stand beside it. */
    private static final PinHash QUICK = quick();

    public final Path folder = folder();
    public final ManualPace pace = new ManualPace();
    public final List<Entry> told = new CopyOnWriteArrayList<>();
    public final CompletableFuture<Purpose> left = new CompletableFuture<>();
    public final ToldDevices devices = new ToldDevices();
    public final Ledger ledger = new Ledger(folder.resolve("ledger.db"), Clock.systemUTC());
    public final List<OwnPaper> printed = new CopyOnWriteArrayList<>();
    public volatile PrintOutcome printer = new PrintOutcome.Printed(1);

    /** What the devices say of themselves. */
    public final Vitals vitals = new Vitals();

    /** Coins that are certain to be there, by their worth. */
    public volatile Map<Integer, Integer> coins = Map.of(100, 50, 10, 80);

    /** Where requests to the machine go: at once, unless the test has its disk wait. */
    public volatile Executor errands = Runnable::run;

    private final DeskTools tools;

    public StaffScene(VisitRunner runner, Timers timers) {
        SecureRandom random = new SecureRandom();
        Deeds deeds = new Deeds((event, visit, details) -> {
            details.forEach((key, value) -> require(event, key, value));
            told.add(new Entry(event, details));
        });
        try {
            Checkup health = new Checkup(
                    new Checkup.Sources(
                            "K-0001",
                            runner::screen,
                            vitals,
                            List::of,
                            () -> coins,
                            () -> Clock.systemUTC().instant(),
                            () -> new AuditState(true, 1, AuditState.Handed.NOTHING)),
                    Clock.systemUTC(),
                    System::nanoTime);
            ServiceSwitch service = new ServiceSwitch(folder.resolve("settings.json"), runner, deeds);
            Machine machine = new Machine(folder.resolve("machine"), errand -> errands.execute(errand));
            Books books = new Books(ledger, HOPPERS);
            Place place = new Place("K-0001", "S-001");
            DeskPrinter printer = (job, paper) -> {
                printed.add(paper);
                return CompletableFuture.completedFuture(this.printer);
            };
            tools = new DeskTools(
                    new Accounts(folder.resolve("accounts.json"), pace, random),
                    new Invitations(pace, random),
                    service,
                    new Drain(runner, service, machine, timers, pace, deeds, left::complete),
                    machine,
                    devices,
                    new ClaimDesk(new Claims(ledger), place, printer, Clock.systemUTC()),
                    new CashDesk(ledger, books, HOPPERS, Set.of(100, 500, 1000), () -> {}),
                    new DayClosing(books, place, printer, Clock.systemUTC()),
                    new LeftItems(ledger),
                    deeds,
                    pace,
                    health::now);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static PinHash quick() {
        byte[] salt = new byte[16];
        byte[] digest = new byte[32];
        Argon2BytesGenerator argon = new Argon2BytesGenerator();
        argon.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withSalt(salt)
                .withMemoryAsKB(8)
                .withIterations(1)
                .withParallelism(1)
                .build());
        argon.generateBytes(PIN.getBytes(US_ASCII), digest);
        HexFormat hex = HexFormat.of();
        return new PinHash(hex.formatHex(salt), hex.formatHex(digest), 8, 1, 1);
    }

    /** The log takes only what the event is declared with, in its shape. */
    private static void require(AuditEvent event, String key, String value) {
        boolean fits = event.details().stream().anyMatch(detail -> detail.key().equals(key) && detail.fits(value));
        if (!fits) {
            throw new AssertionError(event + " does not take " + key + "=" + value);
        }
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("staff");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public DeskTools tools() {
        return tools;
    }

    /** An account with {@link #PIN}. */
    public void enrolled(String name, Role role) {
        if (!tools.accounts().enrol(name, role, QUICK)) {
            throw new AssertionError("the file cannot be written");
        }
    }

    public void pass(Duration time) {
        pace.pass(time);
    }

    /** What was told, in order. */
    public List<AuditEvent> events() {
        return told.stream().map(Entry::event).toList();
    }

    /** Of the last entry of this event. */
    public String detail(AuditEvent event, Detail detail) {
        return told.stream()
                .filter(entry -> entry.event() == event)
                .reduce((first, second) -> second)
                .map(entry -> entry.details().getOrDefault(detail.key(), ""))
                .orElse("");
    }

    @Override
    public void close() {
        ledger.close();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }
}
