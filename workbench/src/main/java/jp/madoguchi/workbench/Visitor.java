package jp.madoguchi.workbench;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import jp.madoguchi.kiosk.flow.Money;
import jp.madoguchi.kiosk.terms.Obstacle;
import jp.madoguchi.kiosk.terms.Stage;
import jp.madoguchi.simulators.cash.CoinFate;
import jp.madoguchi.simulators.cash.NoteFate;
import org.jsoup.nodes.Element;

/**
 * Plays a visit over the kiosk's own screens, doing what a willing resident does, except at the stages where a test has
 * something else in mind.
 */
public final class Visitor {
    private static final int NOTE = 1000;
    /** More often than any visit sees one stage: who asks for ever is no visit. */
    private static final int MOST_TIMES = 200;

    private static final int MOST_TRIES = 400;
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    /** What is done when a stage is reached; {@code true} when the usual is to follow. */
    @FunctionalInterface
    public interface Act {
        boolean at(Visitor visitor, Element screen) throws IOException, InterruptedException;
    }

    /**
     * How the visit went.
     *
     * @param end the reason that the last screen gave
     * @param words of that screen
     * @param money as the kiosk held it then
     */
    public record Result(String end, String words, Money money, Map<String, Integer> reached) {}

    private final Workbench world;
    private final ScreenClient client;
    private final String card;
    private final Map<String, Act> acts;
    private String claim = "none";
    private int rejected;
    private final Map<String, Integer> reached = new HashMap<>();

    public Visitor(Workbench world, String card, Map<String, Act> acts) throws IOException {
        this.world = world;
        this.card = card;
        this.acts = acts;
        this.client = new ScreenClient(world.kiosk().address(), world.kiosk().screenToken());
    }

    /** The world that the visit happens in. */
    public Workbench world() {
        return world;
    }

    /** How the screen is used. */
    public ScreenClient client() {
        return client;
    }

    /** From the welcome screen until nobody is served any more, or the screen stands still. */
    public Result play() throws IOException, InterruptedException {
        String end = "";
        String words = "";
        Money money = Money.NONE;
        String number = "";
        boolean visiting = false;
        Element screen = client.screen();
        while (true) {
            String now = screen.attr("data-stage");
            if (screen.attr("data-screen").equals(number)) {
                if (!client.changed(PATIENCE)) {
                    return new Result("stands still at " + now, screen.text(), money, reached);
                }
                screen = client.screen();
                continue;
            }
            number = screen.attr("data-screen");
            if (reached.merge(now, 1, Integer::sum) > MOST_TIMES) {
                return new Result("goes round at " + now, screen.text(), money, reached);
            }
            boolean idle = now.equals("welcome") || now.equals("closed") || now.equals("latched");
            if (visiting && idle) {
                return new Result(end, words, money, reached);
            }
            visiting |= !idle;
            if (now.equals("ended") || now.equals("take-paper")) {
                end = screen.attr("data-end");
                words = screen.select(".body").text();
                money = world.kiosk().screen().visit().money();
                claim = world.kiosk().screen().visit().id().claimNumber();
            }
            if (!acts.containsKey(now) || acts.get(now).at(this, screen)) {
                usual(now, screen);
            }
            screen = client.screen();
        }
    }

    /** As the last screen of this visit shows it when something is owed. */
    public String claimNumber() {
        return claim;
    }

    /** Waits until the kiosk stands at this stage. */
    public void awaitStage(Stage stage) throws InterruptedException {
        awaitUntil(stage.name(), () -> world.kiosk().screen().visit().stage() == stage);
    }

    public void awaitObstacle(Obstacle obstacle) throws InterruptedException {
        awaitUntil(
                obstacle.name(),
                () -> world.kiosk().screen().visit().readiness().all().contains(obstacle));
    }

    public void awaitPrinterStopped() throws InterruptedException {
        awaitUntil(
                "printer stopped",
                () -> !world.kiosk().screen().visit().paper().stopped().isEmpty());
    }

    /** Waits until this is so; throws when it never is. */
    public void awaitUntil(String what, BooleanSupplier happened) throws InterruptedException {
        for (int tries = 0; !happened.getAsBoolean(); tries++) {
            if (tries > MOST_TRIES) {
                throw new IllegalStateException(
                        what + " never comes: " + world.kiosk().screen());
            }
            lookAgain();
        }
    }

    /** Returns at the next change of the screen, or a moment later without one. */
    private void lookAgain() throws InterruptedException {
        boolean ignored = client.changed(Duration.ofMillis(50));
    }

    private void usual(String stage, Element screen) throws IOException, InterruptedException {
        switch (stage) {
            case "welcome" -> tap(screen, "[data-do=begin][data-lang=ja]");
            case "place-card" -> world.readers().place(world.cards().open(card));
            case "enter-pin" -> enter(screen, "1234");
            case "take-card" -> world.readers().take();
            case "choose-document" -> tap(screen, "[data-do=choose]");
            case "choose-options" -> tap(screen, "[data-do=options]");
            case "confirm" -> tap(screen, "[data-do=confirm]");
            case "pay" -> drop(500);
            case "ended" -> {
                world.readers().take();
                tap(screen, "[data-do=acknowledge]");
            }
            case "take-paper" -> tap(screen, "[data-do=acknowledge]");
            default -> {}
        }
    }

    public void enter(Element shown, String pin) throws IOException {
        // A page that was drawn while its screen went has no keys; the browser, too, draws it again.
        Element screen = shown.selectFirst("[data-pin]") == null ? client.screen() : shown;
        if (!screen.attr("data-stage").equals("enter-pin")) {
            return; // the visit went on by itself
        }
        for (int i = 0; i < pin.length(); i++) {
            client.press(screen, pin.charAt(i));
        }
        tap(screen, "[data-do=pin-entered]");
    }

    public void tap(Element screen, String button) throws IOException {
        tap(screen, button, Map.of());
    }

    /** As {@link #tap(Element, String)}, with values chosen in the button's form. */
    public void tap(Element screen, String button, Map<String, String> chosen) throws IOException {
        Element found = screen.selectFirst(button);
        if (found == null) {
            throw new IOException(screen.attr("data-stage") + " has no " + button);
        }
        client.tap(screen, found, chosen);
    }

    /** Drops the coin until it is taken; the slot opens a moment after the screen asks for coins. */
    public void drop(int yen) throws IOException, InterruptedException {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            if (world.hands().drop(yen)) {
                return;
            }
            lookAgain();
        }
        throw new IllegalStateException("the coin of " + yen + " yen is never taken");
    }

    /** Inserts a ¥1,000 note until it is held. */
    public void insertNote() throws InterruptedException {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            if (world.cash().insertNote(NOTE) == NoteFate.HELD) {
                return;
            }
            if (world.cash().takeCoins() != NOTE) {
                throw new IllegalStateException("more than the note that came back lay in the tray");
            }
            lookAgain();
        }
        throw new IllegalStateException("the note is never taken");
    }

    /**
     * Drops the coin until it is taken, for as long as the screen asks for money.
     *
     * @return whether it was taken; if not, it lies in the tray with what the kiosk gave back
     */
    public boolean offer(int yen) throws InterruptedException {
        while (world.kiosk().screen().visit().stage() == Stage.PAY) {
            if (world.cash().drop(yen) == CoinFate.ACCEPTED) {
                return true;
            }
            rejected += yen;
            lookAgain();
        }
        return false;
    }

    /** As {@link #offer} with a ¥1,000 note, which may still be given back after it was held. */
    public boolean offerNote() throws InterruptedException {
        while (world.kiosk().screen().visit().stage() == Stage.PAY) {
            if (world.cash().insertNote(NOTE) == NoteFate.HELD) {
                return true;
            }
            rejected += NOTE;
            lookAgain();
        }
        return false;
    }

    /** Yen that were dropped and fell through. */
    public int rejected() {
        return rejected;
    }
}
