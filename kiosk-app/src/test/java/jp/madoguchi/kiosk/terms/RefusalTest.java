package jp.madoguchi.kiosk.terms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RefusalTest {
    @Test
    void ofReason_unknown_isUnrecognised() {
        assertEquals(Refusal.UNRECOGNISED, Refusal.ofReason("of-a-later-version"));
        assertEquals(Refusal.UNRECOGNISED, Refusal.ofReason(""));
    }

    /** The page that both ends read is the truth: a reason added there must be named here. */
    @Test
    void reasons_areExactlyThoseOfTheApi() throws IOException {
        List<String> documented = Files.readAllLines(Path.of("../docs/center-api.yaml")).stream()
                .dropWhile(line -> !line.strip().equals("Problem:"))
                .map(String::strip)
                .filter(line -> line.startsWith("- "))
                .map(line -> line.substring(2))
                .toList();

        assertFalse(documented.isEmpty());
        assertEquals(
                documented,
                Arrays.stream(Refusal.values())
                        .filter(refusal -> refusal != Refusal.UNRECOGNISED)
                        .map(Refusal::reason)
                        .toList());
    }
}
