package jp.madoguchi.workbench.real;

import java.util.ArrayList;
import java.util.List;

/**
 * One way from the PIN to the screen after it, in nanoseconds, by who was waited for. Card, center and the four parts of ours add up
 * to the whole.
 *
 * @param card between its commands and their answers
 * @param center between a question and its answer, while no card was waited for
 * @param toCard from the tap until the card is asked
 * @param betweenCommands from an answer of the card to the next command
 * @param toCenter from the card's last answer until the center is asked
 * @param toScreen from the center's answer until the screen is there
 */
record MenuTime(
        long total,
        long card,
        long center,
        long toCard,
        long betweenCommands,
        long toCenter,
        long toScreen,
        int commands) {
    /** So short a question to vpcd's card is no command: control codes (reset, ATR …), three bytes each with their length. */
    private static final int CONTROL = 9;

    long ours() {
        return toCard + betweenCommands + toCenter + toScreen;
    }

    /** @throws IllegalArgumentException when card and center were not asked one after the other */
    static MenuTime between(long begin, long end, List<Wait> ofCard, List<Wait> ofCenter) {
        List<Wait> card = inside(begin, end, ofCard).stream()
                .filter(wait -> wait.asked() > CONTROL)
                .toList();
        if (card.isEmpty()) {
            throw new IllegalArgumentException("the card was not asked");
        }
        long first = card.get(0).from();
        long last = card.get(card.size() - 1).to();
        List<Wait> center = inside(last, end, ofCenter);
        if (center.isEmpty()) {
            throw new IllegalArgumentException("the center was not asked after the card");
        }
        long asked = center.get(0).from();
        long answered = center.get(center.size() - 1).to();
        long signing = card.stream().mapToLong(Wait::nanos).sum();
        return new MenuTime(
                end - begin,
                signing,
                answered - asked,
                first - begin,
                last - first - signing,
                asked - last,
                end - answered,
                card.size());
    }

    private static List<Wait> inside(long begin, long end, List<Wait> waits) {
        List<Wait> inside = new ArrayList<>();
        for (Wait wait : waits) {
            if (wait.to() > begin && wait.from() < end) {
                inside.add(wait.within(begin, end));
            }
        }
        return inside;
    }
}
