package jp.madoguchi.kiosk.web;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import jp.madoguchi.devices.cash.CashTrouble;
import jp.madoguchi.devices.print.PrinterTrouble;
import jp.madoguchi.kiosk.audit.Heard;
import jp.madoguchi.kiosk.flow.Event;
import jp.madoguchi.kiosk.flow.Hands;
import jp.madoguchi.kiosk.flow.ResidentFlow;
import jp.madoguchi.kiosk.health.Owed;
import jp.madoguchi.kiosk.ledger.Closing;
import jp.madoguchi.kiosk.ledger.Fact;
import jp.madoguchi.kiosk.ledger.Ledger;
import jp.madoguchi.kiosk.ledger.LeftItems;
import jp.madoguchi.kiosk.staff.Clerk;
import jp.madoguchi.kiosk.staff.Purpose;
import jp.madoguchi.kiosk.staff.Role;
import jp.madoguchi.kiosk.staff.StaffScene;
import jp.madoguchi.kiosk.staff.StopReason;
import jp.madoguchi.kiosk.terms.Language;
import jp.madoguchi.kiosk.terms.LeftItem;
import jp.madoguchi.kiosk.terms.LeftItemGoal;
import jp.madoguchi.kiosk.terms.Obstacle;
import jp.madoguchi.kiosk.terms.Part;
import jp.madoguchi.kiosk.terms.Slug;
import jp.madoguchi.kiosk.terms.VisitId;
import jp.madoguchi.kiosk.visit.VisitRunner;
import org.eclipse.jetty.util.Fields;

/** Writes every page of the staff desk as a page that a browser opens from disk, to be looked at and measured. */
public final class DeskGallery {
    private static final Clerk MANAGER = new Clerk("manager-1", Role.MANAGER);

    private final Path directory;
    private final ManualTimers timers = new ManualTimers();
    private final VisitRunner runner = new VisitRunner(
            ResidentFlow.TABLE, new SecureRandom(), Runnable::run, timers, SampleScreens.PACE::nanos, new Heard());
    private final StaffScene scene = new StaffScene(runner, timers);
    private final DeskPages pages = new DeskPages(runner, scene.tools());
    private final DeskRenderer renderer = new DeskRenderer("K-0001", true, new StaticFiles().paths(), new Templates());
    private int number;

    private DeskGallery(Path directory) {
        this.directory = directory;
    }

    public static void main(String[] arguments) throws IOException {
        write(Path.of(arguments[0]));
    }

    public static void write(Path directory) throws IOException {
        Files.createDirectories(directory);
        ScreenGallery.writeFiles(directory);
        DeskGallery gallery = new DeskGallery(directory);
        try {
            gallery.door();
            gallery.troubles();
            gallery.pages();
            gallery.money();
            gallery.during();
        } finally {
            gallery.scene.close();
        }
    }

    private void door() throws IOException {
        SignIn signIn = new SignIn(scene.tools(), new SecureRandom());
        signIn.begin();
        save("door-nobody", renderer.door(signIn.view(), csrf()));
        for (int i = 1; i <= 5; i++) {
            scene.enrolled("clerk-" + i, Role.CLERK);
        }
        scene.enrolled("manager-1", Role.MANAGER);
        save("door", renderer.door(signIn.view(), csrf()));
        signIn.choose("clerk-1");
        save("door-pin", renderer.door(signIn.view(), csrf()));
        for (int miss = 0; miss < 3; miss++) {
            for (int digit = 0; digit < 6; digit++) {
                press(signIn, "1");
            }
            if (signIn.enter().isPresent()) {
                throw new IllegalStateException("that was wrong");
            }
        }
        save("door-locked", renderer.door(signIn.view(), csrf()));
        signIn.askCode();
        save("door-code", renderer.door(signIn.view(), csrf()));
    }

    private static void press(SignIn signIn, String label) {
        for (Object each : (List<?>) Objects.requireNonNull(signIn.view().get("pad"))) {
            View key = (View) each;
            if (label.equals(key.get("label"))
                    && !signIn.press(String.valueOf(key.get("name")).getBytes(US_ASCII))) {
                throw new IllegalStateException("the key stands there");
            }
        }
    }

    private void troubles() throws IOException {
        runner.begin(idleHands(), false);
        for (Part part : Part.values()) {
            runner.post(new Event.PartChanged(part, Set.of()));
        }
        page("home", "home-well", Optional.empty());
        scene.vitals.owed(new Owed(2, 700, 1));
        page("home", "home-owed", Optional.empty());
        scene.vitals.told(Part.PRINTER, Set.of(PrinterTrouble.PAPER_LOW, PrinterTrouble.TONER_LOW));
        scene.vitals.told(Part.CASH, Set.of(CashTrouble.STACKER_FULL));
        scene.coins = Map.of(100, 12, 10, 80);
        page("home", "home-soon-owed", Optional.empty());
        scene.vitals.owed(Owed.NOTHING);
        page("home", "home-soon", Optional.empty());
        scene.vitals.told(Part.PRINTER, Set.of(PrinterTrouble.OUT_OF_PAPER, PrinterTrouble.TONER_LOW));
        scene.vitals.told(Part.CASH, Set.of());
        scene.coins = Map.of(100, 50, 10, 80);
        runner.post(new Event.PartChanged(Part.PRINTER, Set.of(Obstacle.PRINTER_OUT_OF_PAPER)));
        page("home", "home-now-and-soon", Optional.empty());
        scene.vitals.told(Part.PRINTER, Set.of());
        for (Obstacle obstacle : EnumSet.complementOf(EnumSet.of(Obstacle.STOPPING))) {
            runner.post(new Event.PartChanged(Part.PRINTER, Set.of(obstacle)));
            page("home", "home-" + Slug.of(obstacle), Optional.empty());
        }
        runner.post(new Event.PartChanged(Part.PRINTER, Set.of(Obstacle.PRINTER_JAM)));
        runner.post(new Event.PartChanged(Part.CASH, Set.of(Obstacle.CASH_NO_CHANGE)));
        page("home", "home-two", Optional.of(DeskPage.Said.bad("said.looked.trouble")));
        runner.post(new Event.PartChanged(Part.PRINTER, Set.of()));
        runner.post(new Event.PartChanged(Part.CASH, Set.of()));
    }

    /** Hands that do nothing. */
    private static Hands idleHands() {
        return (Hands) Proxy.newProxyInstance(
                Hands.class.getClassLoader(), new Class<?>[] {Hands.class}, (hands, act, what) -> null);
    }

    private void pages() throws IOException {
        for (String name : List.of("left-behind", "service", "self-test", "settings", "power", "accounts")) {
            page(name, name, Optional.empty());
        }
        page("accounts", "accounts-code", Optional.of(DeskPage.Said.good("said.invited", "clerk-6", "0482 7731", 30)));
        Fields test = new Fields();
        test.put("part", "printer");
        pages.open("self-test", MANAGER).orElseThrow().act(MANAGER, test).join();
        page("self-test", "self-test-done", Optional.empty());
        if (scene.tools().service().stop(StopReason.SUPPLIES, "manager-1")) {
            page("service", "service-stopped", Optional.of(DeskPage.Said.good("said.stopped")));
            page("home", "home-stopped", Optional.empty());
        }
        if (!scene.tools().service().resume("manager-1")) {
            throw new IOException("the service stays stopped");
        }
    }

    private void money() throws IOException {
        page("claims", "claims-none", Optional.empty());
        VisitId owed = new VisitId("3f2a91c0445566778899aabbccddeeff");
        VisitId doubtful = new VisitId("0a7b22c1445566778899aabbccddeeff");
        told(Ledger.NO_VISIT, new Fact.HopperCounted(3, 50, "", 100), new Fact.HopperCounted(4, 80, "", 10));
        told(owed, new Fact.Ordered(owed.hex(), 300), new Fact.CoinInserted(500, 1, "COIN"));
        Closing.close(scene.ledger, owed, "CANCELLED");
        told(
                doubtful,
                new Fact.Ordered(doubtful.hex(), 300),
                new Fact.CoinInserted(500, 2, "COIN"),
                new Fact.PayOutIntended(200, 3, 2, 40),
                new Fact.HopperPaid(3, 0, 0, false),
                new Fact.PayOutEnded(0, 200, false),
                new Fact.PrintIntended("D-1", "00", 2),
                new Fact.PrintEnded("UNKNOWN", 1));
        Closing.close(scene.ledger, doubtful, "INTERRUPTED");
        page("claims", "claims", Optional.empty());
        act("claims", "open", doubtful.hex());
        page("claims", "claims-ways", Optional.empty());
        act("claims", "how", "void");
        page("claims", "claims-reasons", Optional.empty());
        act("claims", "reason", "paper-found");
        act("claims", "key", "1");
        page("claims", "claims-amount", Optional.empty());
        act("claims", "back", "");
        act("claims", "open", owed.hex());
        act("claims", "reason", "money-not-given-back");
        page("claims", "claims-certain", Optional.empty());
        page("claims", "claims-refused", Optional.of(DeskPage.Said.bad("said.claim.changed")));
        for (int back = 0; back < 3; back++) {
            act("claims", "back", "");
        }
        page("claims", "claims-settled", Optional.of(DeskPage.Said.bad("said.claim.pay.unprinted", "¥500")));
        page("cash", "cash", Optional.empty());
        act("cash", "count", "coins");
        act("cash", "key", "2");
        page("cash", "cash-count", Optional.empty());
        act("cash", "back", "");
        page("cash", "cash-less", Optional.of(DeskPage.Said.bad("said.cash.less", "おつりの箱3（100円）", "¥100")));
        page("closing", "closing", Optional.empty());
        for (int i = 1; i <= 2; i++) {
            if (!scene.tools().closing().close(i, "manager-1")) {
                throw new IOException("period " + i + " is not the one");
            }
        }
        page("closing", "closing-done", Optional.of(DeskPage.Said.bad("said.closed.unprinted")));
        act("closing", "earlier", "");
        page("closing", "closing-earlier", Optional.empty());
        kept(owed, doubtful);
        VisitId jammed = new VisitId("91d04b7e445566778899aabbccddeeff");
        VisitId cut = new VisitId("5c18e63a445566778899aabbccddeeff");
        told(
                jammed,
                new Fact.Ordered(jammed.hex(), 300),
                new Fact.CoinInserted(500, 3, "COIN"),
                new Fact.PrintIntended("D-2", "00", 2));
        told(cut, new Fact.CoinInserted(500, 4, "COIN"), new Fact.PayOutIntended(200, 3, 2, 42));
        page("claims", "claims-awaited", Optional.empty());
        told(
                new VisitId("c2a4057d445566778899aabbccddeeff"),
                new Fact.PayOutIntended(100, 9, 2, 40),
                new Fact.HopperPaid(9, 0, 0, false),
                new Fact.PayOutEnded(0, 100, false));
        act("cash", "count", "hopper-9");
        page("cash", "cash-nothing", Optional.empty());
        act("cash", "back", "");
    }

    private void kept(VisitId one, VisitId other) throws IOException {
        page("kept", "kept-none", Optional.empty());
        LeftItems left = scene.tools().left();
        left.keep(one, LeftItem.CARD, "clerk-1");
        page("left-behind", "left-behind-kept", Optional.of(DeskPage.Said.good("said.kept")));
        left.keep(other, LeftItem.PAPER, "clerk-2");
        left.keep(Ledger.NO_VISIT, LeftItem.PAPER, "clerk-2");
        left.keep(Ledger.NO_VISIT, LeftItem.CARD, "manager-1");
        for (LeftItems.Kept item : left.kept().subList(2, 4)) {
            LeftItemGoal to = item.item() == LeftItem.CARD ? LeftItemGoal.POLICE : LeftItemGoal.DESTROYED;
            if (!left.handOn(item.number(), to, "clerk-1")) {
                throw new IOException("it was there");
            }
        }
        left.keep(Ledger.NO_VISIT, LeftItem.CARD, "clerk-3");
        page("kept", "kept", Optional.empty());
        for (LeftItems.Kept item : left.kept().subList(0, 2)) {
            act("kept", "open", Long.toString(item.number()));
            page("kept", "kept-" + Slug.of(item.item()), Optional.empty());
        }
        act("kept", "hand-on", "owner");
        page("kept", "kept-handed", Optional.of(DeskPage.Said.good("said.handed-on.owner")));
    }

    private void told(VisitId visit, Fact... facts) {
        for (Fact fact : facts) {
            scene.ledger.record(visit, fact);
        }
    }

    private void act(String page, String what, String value) {
        Fields tapped = new Fields();
        tapped.put("do", what);
        tapped.put("value", value);
        pages.open(page, MANAGER).orElseThrow().act(MANAGER, tapped).join();
    }

    private void during() throws IOException {
        runner.post(new Event.CardPlaced());
        page("left-behind", "left-behind-card-lies", Optional.empty());
        runner.post(new Event.CardTaken());
        runner.post(new Event.Begin(Language.JA));
        page("home", "during-visit", Optional.empty());
        page("left-behind", "left-behind-during-visit", Optional.empty());
        runner.post(new Event.PartChanged(Part.PRINTER, Set.of(Obstacle.PRINTER_JAM)));
        page("home", "during-visit-jam", Optional.empty());
        runner.post(new Event.PartChanged(Part.PRINTER, Set.of()));
        if (scene.tools().drain().begin(Purpose.RESTART, Duration.ofSeconds(60), "manager-1")) {
            page("home", "during-drain", Optional.of(DeskPage.Said.good("said.restart")));
        }
    }

    private void page(String name, String as, Optional<DeskPage.Said> said) throws IOException {
        DeskPage page = pages.open(name, MANAGER).orElseThrow();
        DeskRenderer.Around around = new DeskRenderer.Around(
                MANAGER,
                pages.menu(MANAGER),
                DeskModel.beat(runner.screen().visit(), scene.tools(), Duration.ofMinutes(3)),
                said);
        save(as, renderer.page(page, around, csrf()));
    }

    private static Secret csrf() {
        return Secret.fresh(new SecureRandom());
    }

    private void save(String name, String html) throws IOException {
        Files.writeString(
                directory.resolve(String.format(Locale.ROOT, "%03d-%s.html", number++, name)),
                html.replaceAll("/static/\\w+/", ""));
    }
}
