package jp.madoguchi.kiosk.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TemplatesTest {
    private static final Path TEMPLATES = Path.of("../ui-templates/src/main/resources/jp/madoguchi/ui/templates");

    /** Thymeleaf makes an expression of what stands between these, and keeps it. */
    private static final Pattern MADE = Pattern.compile("__\\|(.*?)\\|__");

    /**
     * Each names a text or a picture by one of the program's own words: a way of settling, an item, where it goes, a step. A value of
     * anybody else's would be kept until the program ends, and be read as an expression.
     */
    private static final Set<String> OUR_WORDS = Set.of(
            "settlement.${way}",
            "left-behind.${kept.item}",
            "kept.to.${goal}",
            "staff/art :: ${what == 'card' ? 'card-envelope' : 'envelope'}",
            "staff/art :: ${step.picture}");

    @Test
    void expression_thatIsMadeOfAValue_isMadeOfTheProgramsOwnWords() throws IOException {
        Set<String> made = new TreeSet<>();
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String template = Files.readString(file);
                MADE.matcher(template).results().forEach(each -> made.add(each.group(1)));
                assertEquals(-1, MADE.matcher(template).replaceAll("").indexOf("__"), file + ": in another way");
            }
        }
        assertEquals(new TreeSet<>(OUR_WORDS), made);
    }
}
