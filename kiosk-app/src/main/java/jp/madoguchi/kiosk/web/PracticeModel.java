package jp.madoguchi.kiosk.web;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import jp.madoguchi.devices.cash.Yen;
import jp.madoguchi.kiosk.flow.Practice;
import jp.madoguchi.kiosk.flow.Visit;
import jp.madoguchi.kiosk.terms.Service;
import jp.madoguchi.kiosk.terms.Stage;
import org.jspecify.annotations.Nullable;

/** What is on the screen only for those who practise: what stands for the card, the money and the paper. */
final class PracticeModel {
    private static final int ROOM_FOR_COINS = 3;

    private PracticeModel() {}

    /** Null for everybody else. */
    static @Nullable View of(Visit visit, Set<Integer> accepts, Words words) {
        if (visit.service() != Service.PRACTICE) {
            return null;
        }
        List<View> coins = visit.stage() == Stage.PAY
                ? accepts.stream()
                        .sorted(Comparator.reverseOrder())
                        .limit(ROOM_FOR_COINS)
                        .sorted()
                        .map(yen -> new View().with("yen", yen).with("label", words.yen(yen)))
                        .toList()
                : List.of();
        return new View()
                .with("hint", hint(visit, words))
                .with("title", said(visit, "title", words))
                .with("lead", said(visit, "lead", words))
                .with("change", change(visit, words))
                .with("next", next(visit, words))
                .with("coins", coins);
    }

    /** What stands for what on this screen, or that nothing comes of it; or that a card which lies there after all is real. */
    private static String hint(Visit visit, Words words) {
        return hasToBeTaken(visit)
                ? words.text("practice.real")
                : words.textOr("practice." + visit.stage().slug(), words.text("practice.nothing"));
    }

    /** What the screen says in large words, where in earnest it asks for what is only pretended; empty elsewhere. */
    private static String said(Visit visit, String part, Words words) {
        String key = visit.stage().slug() + "." + part;
        return hasToBeTaken(visit) ? words.textOr(key + ".real", words.text(key)) : words.textOr(key + ".practice", "");
    }

    static boolean hasToBeTaken(Visit visit) {
        return visit.stage() == Stage.TAKE_CARD && visit.card().present();
    }

    /** What would come back of the money that was pretended; empty where nothing would. */
    private static String change(Visit visit, Words words) {
        Yen fee = visit.choice().fee();
        Yen in = visit.money().inHand();
        return visit.stage() == Stage.TAKE_PAPER && in.compareTo(fee) > 0
                ? words.text("take-paper.change.practice", words.yen(in.minus(fee)))
                : "";
    }

    /** What stands for what the hand does with the card; empty where the screen has a way on, or a real card has to be taken. */
    private static String next(Visit visit, Words words) {
        return switch (visit.stage()) {
            case PLACE_CARD -> words.text("do.practice.place");
            case TAKE_CARD -> Practice.leaving(visit) ? "" : words.text("do.practice.take");
            default -> "";
        };
    }
}
