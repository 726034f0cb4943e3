package jp.madoguchi.simulators.center;

import java.util.regex.Pattern;

/** Ids of visits and requests: 16 bytes as 32 digits of lower-case hex. */
final class Ids {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

    private Ids() {}

    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }
}
