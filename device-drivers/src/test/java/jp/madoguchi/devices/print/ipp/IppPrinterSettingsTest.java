package jp.madoguchi.devices.print.ipp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.Optional;
import jp.madoguchi.devices.print.DocumentFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class IppPrinterSettingsTest {
    @ParameterizedTest
    @CsvSource({
        "ipp://printer.example/ipp/print",
        "ipp://192.0.2.7/ipp/print",
        "ipp://127.0.0.1.example/ipp/print",
        "ipps://printer.example/ipp/print",
        "http://localhost/ipp/print",
        "ipp:/ipp/print",
        "ipp://user@localhost/ipp/print",
        "ipp://localhost/ipp/print?waitjob=false",
    })
    void settings_addressThatADocumentMustNotGoTo_isRefused(String uri) {
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> IppPrinter.Settings.of(URI.create(uri), Optional.empty(), DocumentFormat.PDF));
        assertTrue(String.valueOf(refused.getMessage()).contains(uri));
    }

    @ParameterizedTest
    @CsvSource({"ipp://localhost/ipp/print", "ipp://127.0.0.1:8631/ipp/print", "ipp://[::1]/ipp/print"})
    void settings_thisMachine_needsNoTls(String uri) {
        assertEquals(
                URI.create(uri),
                IppPrinter.Settings.of(URI.create(uri), Optional.empty(), DocumentFormat.PDF)
                        .uri());
    }
}
