package jp.madoguchi.kiosk.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErasTest {
    @ParameterizedTest
    @CsvSource({
        "2026-11-22, 令和8年11月22日",
        "1873-01-01, 明治6年1月1日",
        "1872-12-31, 1872年12月31日",
        "0001-01-01, 0001年1月1日",
        "9999-12-31, 令和7981年12月31日"
    })
    void day_whateverACardClaims_isSaid(LocalDate day, String said) {
        assertEquals(said, Eras.day(day));
    }
}
