package jp.madoguchi.kiosk.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Numbers that a clerk types by touch: named fields, one of them chosen, and ten keys. One thread at a time. */
final class NumberPad {
    private final Map<String, String> typed = new LinkedHashMap<>();
    private final int most;
    private String chosen;

    /**
     * @param fields the first is chosen; without any, nothing can be typed
     * @param most digits in each
     */
    NumberPad(List<String> fields, int most) {
        this.most = most;
        this.chosen = fields.isEmpty() ? "" : fields.get(0);
        fields.forEach(field -> typed.put(field, ""));
    }

    void choose(String field) {
        if (typed.containsKey(field)) {
            chosen = field;
        }
    }

    /** A digit, or {@code clear}. What is neither, or more than fits, does nothing. */
    void press(String key) {
        if (!typed.containsKey(chosen)) {
            return;
        }
        String now = text(chosen);
        if (key.equals("clear")) {
            typed.put(chosen, "");
        } else if (key.length() == 1 && key.charAt(0) >= '0' && key.charAt(0) <= '9' && now.length() < most) {
            typed.put(chosen, now + key);
        }
    }

    /** What was typed there, and nothing that was not. */
    String text(String field) {
        return typed.getOrDefault(field, "");
    }

    /** Nothing typed is no 0: whoever counted none types it. */
    boolean typed(String field) {
        return !text(field).isEmpty();
    }

    /** 0 when nothing was typed. */
    int number(String field) {
        return text(field).isEmpty() ? 0 : Integer.parseInt(text(field));
    }

    View view() {
        return new View()
                .with(
                        "digits",
                        IntStream.rangeClosed(1, 10)
                                .map(key -> key % 10)
                                .boxed()
                                .toList())
                .with("chosen", chosen);
    }
}
