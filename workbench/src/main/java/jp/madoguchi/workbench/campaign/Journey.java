package jp.madoguchi.workbench.campaign;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.madoguchi.devices.cash.cctalk.SerialLine;
import jp.madoguchi.kiosk.Kiosk;
import jp.madoguchi.kiosk.flow.Money;
import jp.madoguchi.kiosk.terms.Stage;
import jp.madoguchi.simulators.card.JpkiCard;
import jp.madoguchi.simulators.printer.AfterJam;
import jp.madoguchi.simulators.printer.PrinterSettings;
import jp.madoguchi.workbench.Visitor;
import jp.madoguchi.workbench.Workbench;
import org.jsoup.nodes.Element;

/**
 * One whole visit in a world of its own: a wrong PIN, the right one, a document of more than one side, coins, a note, change, paper, receipt.
 * One exchange of it is struck; then the world is put right, and the kiosk must come back by itself and serve the next.
 */
final class Journey implements AutoCloseable {
    private static final int MOST_PLACEMENTS = 3;
    private static final List<Integer> COINS = List.of(100, 100);
    private static final int NOTE = 1000;

    /** Slow enough to be asked after several times. */
    private static final Duration PER_SIDE = Duration.ofMillis(600);

    /** The PIN's file in the card. */
    private static final int PIN = 0x18;

    private static final String NEXT = "kakuu-ichiro";

    private final Path data;
    private final Token token;
    private final Optional<Strike> strike;
    private final Aim aim;
    private final List<StruckPrinter> cables = new ArrayList<>();
    private final Workbench world;
    private final JpkiCard card;
    private final StruckCard hand;

    private final Map<Device, List<String>> exchanges = new EnumMap<>(Device.class);
    private int placements;
    private int typed;
    private int offered;

    /** @param dir holds cards and keys already; everything else is made in it */
    Journey(Path dir, Token token, Optional<Strike> strike) throws IOException, Kiosk.Unusable {
        this.data = dir.resolve("data");
        this.token = token;
        this.strike = strike;
        this.aim = new Aim(strike);
        this.world = Workbench.start(
                dir,
                new Workbench.Settings(
                        0, Optional.empty(), new PrinterSettings(PER_SIDE, Clock.systemUTC()), new Cables()));
        this.card = world.cards().open(token.cardName());
        this.hand = new StruckCard(aim, world.readers(), Workbench.READER);
    }

    /** The cables that can be struck. */
    private final class Cables implements Workbench.Between {
        @Override
        public SerialLine serial(SerialLine line) {
            return new StruckLine(line, aim, () -> world.cash().powerReset());
        }

        @Override
        public URI printer(URI uri) {
            try {
                StruckPrinter cable = new StruckPrinter(uri, operation -> aim.next(Device.PRINTER, operation), () -> {
                    world.printer().powerOff();
                    world.printer().powerOn();
                });
                cables.add(cable);
                return cable.uri();
            } catch (IOException noPort) {
                throw new IllegalStateException(noPort);
            }
        }
    }

    /** Plays it, and the next, and says what came of it. */
    Row play() throws IOException, InterruptedException {
        Visitor visitor = new Visitor(
                world,
                token.cardName(),
                Map.of(
                        "place-card", this::placeCard,
                        "enter-pin", this::enterPin,
                        "choose-options", Journey::twoCopies,
                        "confirm", this::beforeMoney,
                        "pay", this::pay,
                        "take-card", this::readerIsThere,
                        "ended", this::readerIsThere));
        visitor.awaitStage(Stage.WELCOME);
        Visitor.Result struck = visitor.play();
        aim.end();
        for (Device device : Device.values()) {
            exchanges.put(device, aim.seen(device));
        }
        putRight();
        List<String> violations = new ArrayList<>();
        Visitor.Result next = new Visitor.Result("nobody", "", Money.NONE, Map.of());
        try {
            visitor.awaitStage(Stage.WELCOME);
            next = nextVisit();
            if (turnedAway(next)) {
                // What was asked of a device before it was put right is told after: one may be turned away.
                visitor.awaitStage(Stage.WELCOME);
                next = nextVisit();
            }
            visitor.awaitUntil("the end in the ledger", () -> Paperwork.of(data).allEnded());
        } catch (IllegalStateException neverComes) {
            violations.add(String.valueOf(neverComes.getMessage()));
        }
        Truth truth = new Truth(
                typed,
                card.commands(),
                card.triesLeft(PIN).orElseThrow(),
                offered + visitor.rejected(),
                world.cash().world(),
                aim.seen(Device.CASH),
                world.printer().printed());
        Paperwork paperwork = Paperwork.of(data);
        violations.addAll(Rules.broken(truth, paperwork, struck, next));
        return new Row(
                strike.orElse(new Strike(token, Blow.CARD_PULLED, 0)),
                aim.struck().orElse("-"),
                struck.end(),
                truth.money(paperwork),
                truth.paper(paperwork),
                violations);
    }

    /** The exchanges with a device that this visit had. */
    List<String> exchanges(Device device) {
        return exchanges.getOrDefault(device, List.of());
    }

    private boolean placeCard(Visitor visitor, Element screen) throws IOException, InterruptedException {
        placements++;
        if (placements > MOST_PLACEMENTS) {
            visitor.tap(screen, "[data-do=cancel]");
            return false;
        }
        if (placements == 1) {
            hand.script(card, strike);
        } else {
            hand.awaitHand();
            putReaderRight();
        }
        world.readers().place(Workbench.READER, card);
        return false;
    }

    private boolean enterPin(Visitor visitor, Element screen) throws IOException {
        typed++;
        visitor.enter(screen, typed == 1 ? "9999" : "1234");
        return false;
    }

    private static boolean twoCopies(Visitor visitor, Element screen) throws IOException {
        visitor.tap(screen, "[data-do=options]", Map.of("copies", "2"));
        return false;
    }

    /** Somebody has plugged it in again by now. */
    private boolean readerIsThere(Visitor visitor, Element screen) {
        putReaderRight();
        return true;
    }

    private boolean beforeMoney(Visitor visitor, Element screen) {
        aim.begin(Device.PRINTER);
        aim.begin(Device.CASH);
        return true;
    }

    /** Coins and a note; what the machine does not take is the resident's again. */
    private boolean pay(Visitor visitor, Element screen) throws InterruptedException {
        for (int coin : COINS) {
            if (visitor.offer(coin)) {
                offered += coin;
            }
        }
        if (visitor.offerNote()) {
            offered += NOTE;
        }
        return false;
    }

    /** Before anything was asked of the resident: with a last screen, or back to the first, which says why. */
    private static boolean turnedAway(Visitor.Result visit) {
        return (visit.end().isEmpty() || visit.end().endsWith("-not-ready"))
                && visit.money().inserted().isZero();
    }

    private Visitor.Result nextVisit() throws IOException, InterruptedException {
        return new Visitor(world, NEXT, Map.of("pay", this::payAgain)).play();
    }

    private boolean payAgain(Visitor visitor, Element screen) throws IOException, InterruptedException {
        visitor.drop(500);
        offered += 500;
        return false;
    }

    private void putReaderRight() {
        world.readers().run(true);
        world.readers().add(Workbench.READER);
    }

    /** What staff and time do. */
    private void putRight() {
        putReaderRight();
        world.readers().take(Workbench.READER);
        world.printer().clearJam(AfterJam.ABORT);
    }

    @Override
    public void close() {
        world.close();
        cables.forEach(StruckPrinter::close);
    }
}
