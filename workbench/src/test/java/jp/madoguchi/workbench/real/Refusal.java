package jp.madoguchi.workbench.real;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Pattern;

/** How the kiosk's commands refuse. */
final class Refusal {
    private Refusal() {}

    /** One line on standard error and nothing on standard output. */
    static void refused(int code, String line, Jvm.Ended ended) {
        assertAll(
                ended.toString(),
                () -> assertEquals(code, ended.code()),
                () -> assertEquals(List.of(), ended.out()),
                () -> assertEquals(1, ended.err().size()),
                () -> assertTrue(
                        Pattern.compile(line).matcher(ended.err().get(0)).matches()));
    }
}
