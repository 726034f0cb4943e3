package jp.madoguchi.workbench;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Element;

/** One resident who plays a whole visit over the kiosk's own screens. One thread. */
public final class Resident {
    private static final int COIN = 500;
    private static final int MOST_TRIES = 50;
    /** A menu with nothing on it has but one way out. */
    private static final String LEAVE = "[data-do=cancel], [data-do=acknowledge]";

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private final URI address;

    private final String token;
    private final OutsideHands hands;
    private final Wish wish;
    private final PrintWriter out;
    private final long begun = System.nanoTime();
    private boolean typed;

    /**
     * What this resident wants.
     *
     * @param card names one of the cards of {@code IssuedCards}
     */
    public record Wish(String card, String pin, String document, int copies) {}

    /** How the visit went: empty when the document was delivered, else the reason in the screen's words. */
    public record Ended(Optional<String> refusal) {}

    /**
     * Somebody in front of a screen.
     *
     * @param address of the screen
     * @param token that opens it, fresh
     * @param hands what places the card and drops the coins
     * @param out told what happens
     */
    public Resident(URI address, String token, OutsideHands hands, Wish wish, PrintWriter out) {
        this.address = address;
        this.token = token;
        this.hands = hands;
        this.wish = wish;
        this.out = out;
    }

    /** Plays from the welcome screen back to it. A line for each stage, with the time at which it was reached. */
    public Ended play() throws IOException, InterruptedException {
        try (ScreenClient client = new ScreenClient(address, token)) {
            String stage = "";
            boolean visiting = false;
            Optional<String> refusal = Optional.empty();
            Element screen = client.screen();
            while (true) {
                String now = screen.attr("data-stage");
                boolean arrived = !now.equals(stage);
                if (arrived) {
                    stage = now;
                    tell(screen);
                    if (visiting && (now.equals("welcome") || now.equals("closed") || now.equals("latched"))) {
                        return new Ended(refusal);
                    }
                    if (refusal.isEmpty()) {
                        refusal = refused(screen);
                    }
                    visiting |= now.equals("place-card") || now.equals("read-card");
                }
                Optional<Element> next = Optional.empty();
                if (arrived) {
                    boolean over = refusal.isPresent() && !now.equals("ended");
                    next = over ? tap(client, screen, LEAVE, Map.of()) : act(client, screen);
                }
                if (next.isPresent() && !next.get().attr("data-stage").equals(now)) {
                    screen = next.get();
                    continue;
                }
                if (!client.changed(PATIENCE)) {
                    return new Ended(Optional.of("the screen stands still at " + stage + ": " + words(screen)));
                }
                screen = client.screen();
            }
        }
    }

    /** Why there is no going on at this screen: it says so, or it lacks what is wanted. A PIN is never tried twice. */
    private Optional<String> refused(Element screen) {
        return switch (screen.attr("data-stage")) {
            case "enter-pin" ->
                typed ? Optional.of(screen.select("[role=alert]").text()) : Optional.empty();
            case "choose-document" ->
                lacking(
                        "document",
                        wish.document(),
                        screen.select("[data-kind]").eachAttr("data-kind"));
            case "choose-options" ->
                lacking(
                        "copies",
                        Integer.toString(wish.copies()),
                        screen.select("[name=copies]").eachAttr("value"));
            case "ended" -> screen.attr("data-end").equals("delivered") ? Optional.empty() : Optional.of(words(screen));
            default -> Optional.empty();
        };
    }

    private static Optional<String> lacking(String what, String wanted, List<String> offered) {
        return offered.contains(wanted)
                ? Optional.empty()
                : Optional.of(what + " " + wanted + " is not offered; offered: "
                        + (offered.isEmpty() ? "nothing" : String.join(", ", offered)));
    }

    private void tell(Element screen) {
        double seconds = (System.nanoTime() - begun) / 1e9;
        out.printf(
                Locale.ROOT,
                "%7.2f s  %-16s %s%n",
                seconds,
                screen.attr("data-stage"),
                screen.select("h1").text());
    }

    private static String words(Element screen) {
        return String.join(" ", screen.select("h1, .lead, .todo p, .code").eachText());
    }

    /** Does what the screen asks for. Empty when the screen is to change by itself. */
    private Optional<Element> act(ScreenClient client, Element screen) throws IOException, InterruptedException {
        String stage = screen.attr("data-stage");
        switch (stage) {
            case "place-card" -> hands.placeCard(wish.card());
            case "take-card", "ended" -> hands.takeCard();
            case "pay" -> pay(client, yen(screen, "data-missing"));
            case "enter-pin" -> {
                typed = true;
                for (char digit : wish.pin().toCharArray()) {
                    client.press(screen, digit);
                }
            }
            default -> {}
        }
        return switch (stage) {
            case "welcome" -> tap(client, screen, "[data-do=begin][data-lang=ja]", Map.of());
            case "enter-pin" -> tap(client, screen, "[data-do=pin-entered]", Map.of());
            case "choose-document" ->
                tap(client, screen, "[data-do=choose][data-kind=" + wish.document() + "]", Map.of());
            case "choose-options" ->
                tap(client, screen, "[data-do=options]", Map.of("copies", Integer.toString(wish.copies())));
            case "confirm" -> tap(client, screen, "[data-do=confirm]", Map.of());
            case "ended", "take-paper" -> tap(client, screen, "[data-do=acknowledge]", Map.of());
            default -> Optional.empty();
        };
    }

    private static Optional<Element> tap(ScreenClient client, Element screen, String button, Map<String, String> chosen)
            throws IOException {
        Element found = screen.selectFirst(button);
        if (found == null) {
            throw new IOException("the screen " + screen.attr("data-stage") + " has no button " + button);
        }
        return Optional.of(client.tap(screen, found, chosen));
    }

    /** An amount as the screen shows it to everyone: ¥1,200. */
    private static int yen(Element screen, String attribute) throws IOException {
        String digits = screen.select("[" + attribute + "]").text().replaceAll("[^0-9]", "");
        if (digits.isEmpty()) {
            throw new IOException("the screen " + screen.attr("data-stage") + " shows no " + attribute);
        }
        return Integer.parseInt(digits);
    }

    /** Drops coins of ¥500, as a person with no small change does; one that comes back is dropped again. */
    private void pay(ScreenClient client, int asked) throws IOException, InterruptedException {
        int missing = asked;
        for (int tries = 0; missing > 0 && tries < MOST_TRIES; tries++) {
            if (hands.drop(COIN)) {
                missing -= COIN;
            } else {
                boolean opened = client.changed(Duration.ofMillis(100));
                out.printf("%11s the coin came back%s%n", "", opened ? "" : "; the slot is still shut");
            }
        }
    }
}
