package jp.madoguchi.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.madoguchi.simulators.center.MemberLabels;
import org.junit.jupiter.api.Test;

/** What the center calls the members of a household, and what the kiosk knows words for. */
class RelationshipsTest {
    /** In other languages they have the same keys: {@code WordsTest}. */
    @Test
    void relationship_thatTheCenterWrites_isKnownToTheKiosk() {
        ResourceBundle known = ResourceBundle.getBundle("jp.madoguchi.ui.relations_en", Locale.ROOT);
        assertEquals(
                new TreeMap<>(MemberLabels.relationships()),
                new TreeMap<>(known.keySet().stream().collect(Collectors.toMap(each -> each, known::getString))));
    }
}
