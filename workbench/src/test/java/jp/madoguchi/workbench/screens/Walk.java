package jp.madoguchi.workbench.screens;

import static jp.madoguchi.workbench.KioskBrowser.attribute;
import static jp.madoguchi.workbench.KioskBrowser.dots;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import jp.madoguchi.workbench.OutsideHands;
import jp.madoguchi.workbench.Workbench;

/** A resident's way to a certificate, touching the page: at each stage what it asks for, and no more. One thread. */
public final class Walk {
    private static final String PIN = "1234";
    private static final int COIN = 500;
    /** More than any visit has: who goes on for ever never comes to that stage. */
    private static final int MOST_STEPS = 60;

    private final OutsideHands hands;
    private final Page page;
    private final String language;
    private final String card;
    private final String document;
    private boolean paid;

    /** To a residence record. */
    public Walk(Workbench world, Page page, String language) {
        this(world.hands(), page, language);
    }

    /** To a residence record, in front of any kiosk. */
    public Walk(OutsideHands hands, Page page, String language) {
        this(hands, page, language, "aomori-hanako", "residence-record");
    }

    /**
     * To any certificate, with any card.
     *
     * @param card names one of the cards of {@code IssuedCards}
     */
    public Walk(Workbench world, Page page, String language, String card, String document) {
        this(world.hands(), page, language, card, document);
    }

    private Walk(OutsideHands hands, Page page, String language, String card, String document) {
        this.hands = hands;
        this.page = page;
        this.language = language;
        this.card = card;
        this.document = document;
    }

    /** Goes on until the screen stands at this stage. What to do is decided by one look: the screen may go on by itself meanwhile. */
    public Walk to(String stage) throws IOException {
        List<?> look = look();
        for (int steps = 0; !look.get(1).equals(stage); steps++) {
            if (steps == MOST_STEPS) {
                throw new AssertionError("never comes to " + stage);
            }
            act(String.valueOf(look.get(1)));
            page.waitForFunction("was => document.querySelector('main').dataset.screen !== was", look.get(0));
            look = look();
        }
        return this;
    }

    /** The screen's number and its stage, of one and the same screen. */
    private List<?> look() {
        return (List<?>) page.evaluate(
                "() => [document.getElementById('screen')].flatMap(each => [each.dataset.screen, each.dataset.stage])");
    }

    public String stage() {
        return attribute(page, "data-stage");
    }

    /** What this stage asks for; where it asks for nothing, the screen goes on by itself. */
    private void act(String stage) throws IOException {
        switch (stage) {
            case "welcome" -> page.click("[data-do=begin][data-lang=" + language + "]:not([data-service])");
            case "place-card" -> {
                paid = false;
                hands.placeCard(card);
            }
            case "enter-pin" -> {
                type(Integer.parseInt(Objects.requireNonNull(page.getAttribute("#dots", "data-count"))), PIN.length());
                page.click("[data-do=pin-entered]");
            }
            case "take-card" -> hands.takeCard();
            case "choose-document" -> page.click("[data-do=choose][data-kind=" + document + "]");
            case "choose-options" -> page.click("[data-do=options]");
            case "confirm" -> page.click("[data-do=confirm]");
            case "pay" -> pay();
            case "ended", "take-paper" -> page.click("[data-do=acknowledge]");
            default -> {}
        }
    }

    /** The PIN's digits from this one to before that one; those before it have been typed. */
    public void type(int from, int to) {
        for (int i = from; i < to; i++) {
            page.click("[data-pin='" + PIN.charAt(i) + "']");
            dots(page, i + 1);
        }
    }

    /** A coin that falls before the slot is open comes back, and is dropped again. One is enough: the screen may not know of it yet. */
    public void pay() throws IOException {
        while (!paid && stage().equals("pay")) {
            paid = hands.drop(COIN);
            if (!paid) {
                page.waitForTimeout(20);
            }
        }
    }
}
