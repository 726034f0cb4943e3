package jp.madoguchi.kiosk;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import jp.madoguchi.devices.Pace;
import jp.madoguchi.devices.cash.CashDevice;
import jp.madoguchi.devices.cash.Yen;
import jp.madoguchi.kiosk.act.HopperCounts;
import jp.madoguchi.kiosk.act.KioskHands;
import jp.madoguchi.kiosk.act.Terminal;
import jp.madoguchi.kiosk.audit.Audit;
import jp.madoguchi.kiosk.audit.AuditLog;
import jp.madoguchi.kiosk.audit.FactEntries;
import jp.madoguchi.kiosk.audit.Head;
import jp.madoguchi.kiosk.control.ControlSocket;
import jp.madoguchi.kiosk.flow.KioskFlow;
import jp.madoguchi.kiosk.health.AuditState;
import jp.madoguchi.kiosk.health.Beats;
import jp.madoguchi.kiosk.health.Checkup;
import jp.madoguchi.kiosk.health.Door;
import jp.madoguchi.kiosk.health.Health;
import jp.madoguchi.kiosk.health.HealthJson;
import jp.madoguchi.kiosk.health.Heartbeat;
import jp.madoguchi.kiosk.health.Metrics;
import jp.madoguchi.kiosk.health.Pulse;
import jp.madoguchi.kiosk.health.ServiceManager;
import jp.madoguchi.kiosk.health.Vitals;
import jp.madoguchi.kiosk.identity.TrustAnchors;
import jp.madoguchi.kiosk.keys.KeyRotation;
import jp.madoguchi.kiosk.keys.KeysUnusable;
import jp.madoguchi.kiosk.ledger.Books;
import jp.madoguchi.kiosk.ledger.Claims;
import jp.madoguchi.kiosk.ledger.Interruption;
import jp.madoguchi.kiosk.ledger.Ledger;
import jp.madoguchi.kiosk.ledger.LeftItems;
import jp.madoguchi.kiosk.paper.PaperFont;
import jp.madoguchi.kiosk.staff.Accounts;
import jp.madoguchi.kiosk.staff.CashDesk;
import jp.madoguchi.kiosk.staff.ClaimDesk;
import jp.madoguchi.kiosk.staff.DayClosing;
import jp.madoguchi.kiosk.staff.Deeds;
import jp.madoguchi.kiosk.staff.DeskPrinter;
import jp.madoguchi.kiosk.staff.DeskTools;
import jp.madoguchi.kiosk.staff.Drain;
import jp.madoguchi.kiosk.staff.Invitations;
import jp.madoguchi.kiosk.staff.Machine;
import jp.madoguchi.kiosk.staff.Place;
import jp.madoguchi.kiosk.staff.Purpose;
import jp.madoguchi.kiosk.staff.ServiceSwitch;
import jp.madoguchi.kiosk.visit.Pads;
import jp.madoguchi.kiosk.visit.Screen;
import jp.madoguchi.kiosk.visit.Timers;
import jp.madoguchi.kiosk.visit.VisitEntries;
import jp.madoguchi.kiosk.visit.VisitRunner;
import jp.madoguchi.kiosk.voice.Clips;
import jp.madoguchi.kiosk.web.KioskWeb;
import jp.madoguchi.kiosk.web.MetricsWeb;
import jp.madoguchi.kiosk.web.SessionTokens;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The composition root: here, and in {@link Adapters}, the parts of the program meet. Any thread. */
public final class Kiosk implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Kiosk.class);

    /** The visit's thread does no I/O, and the web server answers at once. */
    private static final Duration LONGEST_STANDSTILL = Duration.ofSeconds(30);

    private final Opened opened;
    private final VisitRunner runner;
    private final SessionTokens tokens;
    private final KioskWeb web;
    private final Checkup checkup;
    private final Optional<MetricsWeb> metrics;
    private final CompletableFuture<Purpose> leaving = new CompletableFuture<>();

    private Kiosk(KioskConfig config, Wires wires, ServiceManager manager, Opened opened)
            throws IOException, KeysUnusable {
        this.opened = opened;
        opened.add(DataFolder.claim(config.kiosk().data()));
        AuditLog audit =
                opened.add(AuditLog.open(config.kiosk().audit(), config.kiosk().id(), wires.clock()));
        Adapters adapters = Adapters.of(config);
        CenterFiles files = new CenterFiles(config.center());
        KeyRotation keys = new KeyRotation(config.kiosk().id(), files.read(), files, wires.clock(), audit);
        PaperFont font = opened.add(new PaperFont(PaperFont.DEBIAN));
        Ledger ledger = opened.add(Ledger.unopened(config.kiosk().data().resolve("ledger.db"), wires.clock()));
        ledger.watch(new FactEntries(audit));
        SecureRandom random = new SecureRandom();
        Pads pads = new Pads();
        Vitals vitals = new Vitals();
        TrustAnchors anchors = adapters.anchors().authentication();
        if (!anchors.production()) {
            LOG.warn("not every card CA is a published one: 見本 TEST stands on every screen and sheet");
        }
        ScheduledExecutorService loop = new ScheduledThreadPoolExecutor(
                1,
                task -> new Thread(task, "visit"),
                new ThreadPoolExecutor.DiscardPolicy()); // an event that comes when all is being closed
        opened.add(loop::shutdownNow);
        Timers timers = (delay, call) -> {
            Future<?> pending = loop.schedule(call, delay.toMillis(), TimeUnit.MILLISECONDS);
            return () -> pending.cancel(false);
        };
        runner = new VisitRunner(KioskFlow.FLOW, random, loop, timers, System::nanoTime, audit);
        runner.watch(new VisitEntries(audit, Ledger.NO_VISIT, runner.screen()));
        Predicate<Yen> payable = adapters.payable();
        Beginning beginning = opened.add(new Beginning(ledger, runner, timers, () -> {
            Interruption.Open interrupted = Interruption.settle(ledger);
            HopperCounts coins = new HopperCounts(ledger, config.cash().fillings());
            Map<CashDevice, Integer> counters = lastCounters(ledger);
            KioskHands.Tools tools = new KioskHands.Tools(
                    new Terminal(
                            config.kiosk().id(),
                            config.kiosk().store(),
                            config.kiosk().contact()),
                    adapters.reader(wires),
                    anchors,
                    adapters.anchors().signature(),
                    adapters.anchors().older(),
                    adapters.printer(),
                    adapters.receipts(),
                    interrupted,
                    font,
                    coins,
                    witness -> adapters.cash(wires, coins::at, counters, witness),
                    keys,
                    payable,
                    ledger,
                    config.records().keep(),
                    audit,
                    wires.clock(),
                    pads,
                    random,
                    vitals);
            return new KioskHands(tools, runner);
        }));
        Beats turns = new Beats(System::nanoTime);
        Future<?> turning = loop.scheduleWithFixedDelay(turns::beat, 1, 1, TimeUnit.SECONDS);
        opened.add(() -> turning.cancel(false));
        Beats answered = new Beats(System::nanoTime);
        Pulse visitPulse = turns.pulse("visit", LONGEST_STANDSTILL);
        Pulse webPulse = answered.pulse("web", LONGEST_STANDSTILL);
        checkup = new Checkup(
                new Checkup.Sources(
                        config.kiosk().id(),
                        runner::screen,
                        vitals,
                        () -> pulses(beginning, visitPulse, webPulse),
                        () -> beginning.hands().map(KioskHands::coins).orElse(Map.of()),
                        keys::ends,
                        () -> new AuditState(
                                audit.sound(), audit.head().map(Head::sequence).orElse(0L), vitals.checkpoints())),
                wires.clock(),
                System::nanoTime);
        DeskTools desk = desk(config, ledger, beginning, timers, random, audit, wires.clock());
        tokens = opened.add(new SessionTokens(random, wires.clock(), audit, timers));
        web = opened.add(KioskWeb.start(
                new KioskWeb.Settings(
                        config.web().port(),
                        config.web().sessionOpener(),
                        !anchors.production(),
                        config.kiosk().id(),
                        config.cash().accepts(),
                        config.web().voice().map(Clips::in).orElse(Clips.NONE)),
                runner,
                pads,
                tokens,
                wires.clock(),
                timers,
                random,
                desk));
        runner.watch(screen -> checkup.look());
        Metrics metrics = new Metrics(checkup::now, vitals, runner.screen(), System::nanoTime);
        runner.watch(metrics::follow);
        ledger.time(metrics::wrote);
        this.metrics = config.metrics().isPresent()
                ? Optional.of(opened.add(MetricsWeb.start(config.metrics().getAsInt(), metrics::page)))
                : Optional.empty();
        opened.add(ControlSocket.open(
                config.kiosk().control(),
                Map.of(
                        "token",
                        tokens::mint,
                        "address",
                        () -> address().toString(),
                        "stage",
                        () -> screen().visit().stage().slug(),
                        "health",
                        () -> HealthJson.write(health()),
                        "keys",
                        keys::state),
                new StaffOrders(desk, () -> screen().visit().stage()).all(),
                audit));
        // Before the ledger is checked, which takes as long as it is large: the screen is served, and says that it
        // begins.
        opened.add(new Heartbeat(checkup, new Door(web.port()), answered, manager))
                .start();
        beginning.begin();
        desk.service().start();
    }

    /** Of the hands, once there are any, and of what is there from the beginning. */
    private static List<Pulse> pulses(Beginning beginning, Pulse... others) {
        List<Pulse> pulses = new ArrayList<>(List.of(others));
        beginning.hands().ifPresent(hands -> pulses.addAll(hands.pulses()));
        return pulses;
    }

    private DeskTools desk(
            KioskConfig config,
            Ledger ledger,
            Beginning beginning,
            Timers timers,
            SecureRandom random,
            Audit audit,
            Clock clock)
            throws IOException {
        Path data = config.kiosk().data();
        KioskConfig.Cash cash = config.cash();
        Books books = new Books(ledger, cash.hoppers());
        Place place = new Place(config.kiosk().id(), config.kiosk().store());
        DeskPrinter printer = beginning.printer();
        Pace pace = Pace.real();
        Deeds deeds = new Deeds(audit);
        ServiceSwitch service = new ServiceSwitch(data.resolve("staff-settings.json"), runner, deeds);
        ExecutorService errands = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                task -> new Thread(task, "machine"),
                new ThreadPoolExecutor.DiscardPolicy()); // as for the visit's
        opened.add(errands::shutdown);
        Machine machine = new Machine(data.resolve("machine"), errands);
        machine.forget();
        return new DeskTools(
                new Accounts(data.resolve("staff-accounts.json"), pace, random),
                new Invitations(pace, random),
                service,
                new Drain(runner, service, machine, timers, pace, deeds, leaving::complete),
                machine,
                beginning.devices(),
                new ClaimDesk(new Claims(ledger), place, printer, clock),
                new CashDesk(ledger, books, cash.hoppers(), cash.accepts(), beginning::recount),
                new DayClosing(books, place, printer, clock),
                new LeftItems(ledger),
                deeds,
                pace,
                checkup::now);
    }

    private static Map<CashDevice, Integer> lastCounters(Ledger ledger) {
        Map<CashDevice, Integer> last = new EnumMap<>(CashDevice.class);
        for (CashDevice device : CashDevice.values()) {
            ledger.lastCounter(device.name()).ifPresent(counter -> last.put(device, counter));
        }
        return last;
    }

    /**
     * Starts everything; devices and center may still be away and the ledger not be usable, the screen says so.
     *
     * @throws Unusable when what the configuration names cannot be used: files, keys, addresses, the data folder, the port
     */
    public static Kiosk start(KioskConfig config, Wires wires) throws Unusable {
        return start(config, wires, ServiceManager.NONE);
    }

    /**
     * As {@link #start(KioskConfig, Wires)}.
     *
     * @param manager is told how the program is
     */
    public static Kiosk start(KioskConfig config, Wires wires, ServiceManager manager) throws Unusable {
        Opened opened = new Opened();
        try {
            return new Kiosk(config, wires, manager, opened);
        } catch (IOException | KeysUnusable | IllegalArgumentException broken) {
            opened.close();
            throw new Unusable(FileTrouble.words(broken), broken);
        }
    }

    /** The address of the screen. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + web.port() + "/");
    }

    /** Where the metrics are read; empty when the configuration wants none. */
    public Optional<URI> metrics() {
        return metrics.map(MetricsWeb::address);
    }

    /** A one-time token with which a display session opens the screen. */
    public String screenToken() {
        return tokens.mint();
    }

    /** How everything is now. */
    public Health health() {
        return checkup.now();
    }

    /** What the screen shows now. */
    public Screen screen() {
        return runner.screen();
    }

    /** Done when the program is to end and to be started anew: nobody is served then, and nobody can begin. */
    public CompletableFuture<Purpose> leaving() {
        return leaving.copy();
    }

    /** Lets every hand finish what it does. */
    @Override
    public void close() {
        opened.close();
    }

    /** The program cannot start with this configuration; the message is for the technician. */
    public static final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;

        Unusable(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
