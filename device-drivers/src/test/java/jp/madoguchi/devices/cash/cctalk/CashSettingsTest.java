package jp.madoguchi.devices.cash.cctalk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.madoguchi.devices.cash.Yen;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CashSettingsTest {
    @ParameterizedTest
    @CsvSource({
        // price; what is taken; the coin of the second hopper beside that of ¥100; whether it can ever be paid
        "0, 100 500, 100, true",
        "300, 100 500, 100, true",
        "250, 100 500, 100, false",
        "250, 100 500, 10, true",
        "250, 10 50 100 500, 10, true",
        "255, 10 50 100 500, 10, false",
        "250, 50 100 500, 100, false", // the ¥50 that went in could not be given back
        "800, 100 500 1000, 100, true",
    })
    void payable_price_onlyIfSomeWayToPayCanBeGivenBackAndChanged(
            int price, String accepts, int second, boolean payable) {
        Set<Yen> taken = Arrays.stream(accepts.split(" "))
                .map(yen -> new Yen(Integer.parseInt(yen)))
                .collect(Collectors.toSet());
        CashSettings settings = CashSettings.of("port", Map.of(3, new Yen(100), 4, new Yen(second)), taken);
        assertEquals(payable, settings.payable(new Yen(price)));
    }
}
