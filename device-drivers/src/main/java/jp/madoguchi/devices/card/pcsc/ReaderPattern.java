package jp.madoguchi.devices.card.pcsc;

import java.util.regex.Pattern;

/**
 * Which PC/SC reader is ours: a part of its name, or, with {@code *} (any characters) or {@code ?} (any one), a glob of
 * the whole name. Everything else stands for itself, brackets too; upper and lower case differ.
 */
record ReaderPattern(String text) {
    ReaderPattern {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a reader pattern must not be blank; * means every reader");
        }
    }

    boolean matches(String readerName) {
        return isGlob() ? asRegex().matcher(readerName).matches() : readerName.contains(text);
    }

    private boolean isGlob() {
        return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
    }

    private Pattern asRegex() {
        StringBuilder regex = new StringBuilder();
        text.chars().forEach(c -> {
            switch (c) {
                case '*' -> regex.append(".*");
                case '?' -> regex.append('.');
                default -> regex.append(Pattern.quote(Character.toString(c)));
            }
        });
        return Pattern.compile(regex.toString());
    }
}
