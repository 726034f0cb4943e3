package jp.madoguchi.kiosk.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import jp.madoguchi.kiosk.identity.Renewal;
import jp.madoguchi.kiosk.identity.ValidityNotice;
import jp.madoguchi.kiosk.terms.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ValidityModelTest {
    private static final LocalDate DAY = LocalDate.of(2026, 12, 12);

    @ParameterizedTest
    @EnumSource(Language.class)
    void notice_ofEveryRenewal_hasWordsOfItsOwn(Language language) {
        Words words = Words.of(language);
        Set<Object> said = new HashSet<>();
        for (Renewal renewal : Renewal.values()) {
            View soon = assertNotNullView(new ValidityNotice.EndsSoon(DAY, 20, renewal), words);
            View ended = assertNotNullView(new ValidityNotice.Ended(DAY, renewal), words);
            assertEquals(soon.get("renewal"), ended.get("renewal"));
            said.add(String.valueOf(soon.get("renewal")));
        }
        assertEquals(Renewal.values().length, said.size());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void notice_whileNothingNeedBeDone_isNone(Language language) {
        assertNull(ValidityModel.of(new ValidityNotice.Running(DAY, DAY.minusMonths(3)), Words.of(language)));
    }

    private static View assertNotNullView(ValidityNotice notice, Words words) {
        View view = ValidityModel.of(notice, words);
        assertNotNull(view);
        return view;
    }
}
