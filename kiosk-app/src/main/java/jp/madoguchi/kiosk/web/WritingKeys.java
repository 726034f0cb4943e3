package jp.madoguchi.kiosk.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.terms.Stage;
import jp.madoguchi.kiosk.visit.Kana;
import jp.madoguchi.kiosk.visit.Screen;
import jp.madoguchi.kiosk.visit.WritingPad;
import jp.madoguchi.kiosk.visit.WritingPad.Line;

/**
 * The keys with which a resident writes in kana (五十音), and the line that they write on now. A key is what its label says, since what
 * is written stands on the screen. They write only on the screen that stands: nothing reaches the pad once it is wiped. Any thread.
 */
final class WritingKeys {
    /** Columns from left to right, each from above to below. */
    private static final List<String> COLUMNS =
            List.of("あいうえお", "かきくけこ", "さしすせそ", "たちつてと", "なにぬねの", "はひふへほ", "まみむめも", "やゆよ゛゜", "らりるれろ", "わをんー小");

    private static final String NUMBERS = "1234567890-";

    /** @param name what is posted: the letter itself, or what the key does */
    record Key(String name, String label) {
        boolean isLetter() {
            return name.equals(label);
        }
    }

    static final List<Key> KANA = COLUMNS.stream()
            .flatMap(WritingKeys::letters)
            .map(WritingKeys::kana)
            .toList();
    static final List<Key> DIGITS =
            letters(NUMBERS).map(letter -> new Key(letter, letter)).toList();

    private final WritingPad pad;
    private long screen = -1;
    private Optional<Line> line = Optional.empty();

    WritingKeys(WritingPad pad) {
        this.pad = pad;
    }

    private static Stream<String> letters(String text) {
        return text.codePoints().mapToObj(Character::toString);
    }

    private static Key kana(String label) {
        return switch (label) {
            case "゛" -> new Key("voiced", label);
            case "゜" -> new Key("half-voiced", label);
            case "小" -> new Key("small", label);
            default -> new Key(label, label);
        };
    }

    /** Takes note of what is shown now. */
    synchronized void follow(Screen now) {
        if (now.number() > screen) {
            screen = now.number();
            line = line(now.visit().stage());
        }
    }

    /** What is written at this stage. */
    static Optional<Line> line(Stage stage) {
        return switch (stage) {
            case WRITE_DOMICILE -> Optional.of(Line.DOMICILE);
            case WRITE_HEAD -> Optional.of(Line.HEAD);
            default -> Optional.empty();
        };
    }

    /** Whether the line that this screen asks for says something. */
    synchronized boolean complete() {
        return line.filter(pad::says).isPresent();
    }

    /** What stands on a line. */
    String read(Line which) {
        return pad.read(which);
    }

    /** Presses a key. False when no such key stands on the screen of this number, or that has gone. */
    synchronized boolean press(long number, String name) {
        if (number != screen || line.isEmpty() || !names().contains(name)) {
            return false;
        }
        Line now = line.get();
        switch (name) {
            case "voiced" -> pad.alter(now, Kana::voiced);
            case "half-voiced" -> pad.alter(now, Kana::halfVoiced);
            case "small" -> pad.alter(now, Kana::small);
            case "erase" -> pad.erase(now);
            case "clear" -> pad.clear(now);
            case "space" -> pad.write(now, '\u3000');
            default -> pad.write(now, name.charAt(0));
        }
        return true;
    }

    /** Of all keys. */
    static List<String> names() {
        List<String> names = new ArrayList<>(List.of("space", "erase", "clear"));
        Stream.concat(KANA.stream(), DIGITS.stream()).map(Key::name).forEach(names::add);
        return names;
    }
}
