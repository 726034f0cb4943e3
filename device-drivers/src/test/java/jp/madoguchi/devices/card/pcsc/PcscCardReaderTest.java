package jp.madoguchi.devices.card.pcsc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.Collections;
import java.util.List;
import jp.madoguchi.devices.card.CardFailure;
import jp.madoguchi.devices.card.CardReader.Opening;
import jp.madoguchi.devices.card.ReaderStatus;
import jp.madoguchi.devices.card.apdu.ScriptedCard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PcscCardReaderTest {
    private static final String OURS = "Virtual PCD 00 00";

    private final TestTerminals service = new TestTerminals();
    private final PcscCardReader reader = new PcscCardReader(service, "PCD 00 00");

    @Test
    void status_serviceDownAtStart_isDownUntilItComes() {
        service.downWith = "SCARD_E_NO_SERVICE";
        assertEquals(new ReaderStatus.ServiceDown("SCARD_E_NO_SERVICE"), reader.status());
        assertEquals(new ReaderStatus.ServiceDown("SCARD_E_NO_SERVICE"), reader.status());
        service.downWith = null;
        TestTerminal ignored = service.add(OURS);
        assertEquals(new ReaderStatus.Empty(ignored.getName()), reader.status());
    }

    @Test
    void status_serviceGoesAway_isDownAndNeverAnException() {
        service.add(OURS);
        assertEquals(new ReaderStatus.Empty(OURS), reader.status());
        service.downWith = "SCARD_E_NO_SERVICE";
        service.staleWith = "SCARD_E_SERVICE_STOPPED";
        assertEquals(new ReaderStatus.ServiceDown("SCARD_E_NO_SERVICE"), reader.status());
    }

    @ParameterizedTest
    @CsvSource({"SCARD_E_INVALID_HANDLE", "SCARD_E_NO_SERVICE", "SCARD_F_COMM_ERROR"})
    void status_serviceRestarted_recoversInOneCall(String stale) {
        service.add(OURS);
        assertEquals(new ReaderStatus.Empty(OURS), reader.status());
        service.staleWith = stale;
        assertEquals(new ReaderStatus.Empty(OURS), reader.status());
        assertEquals(2, Collections.frequency(service.calls, "get"));
    }

    @Test
    void status_lastReaderGone_isNoReaderAndKeepsTheService() {
        assertEquals(new ReaderStatus.NoReader("PCD 00 00", List.of()), reader.status());
        service.staleWith = "SCARD_E_NO_READERS_AVAILABLE";
        assertEquals(new ReaderStatus.NoReader("PCD 00 00", List.of()), reader.status());
        assertEquals(1, Collections.frequency(service.calls, "get"));
    }

    @Test
    void status_otherReadersOnly_namesThem() {
        service.add("Virtual PCD 00 01");
        service.add("ACR1252");
        assertEquals(new ReaderStatus.NoReader("PCD 00 00", List.of("Virtual PCD 00 01", "ACR1252")), reader.status());
    }

    @Test
    void status_severalMatch_namesOnlyThose() {
        service.add(OURS);
        service.add("ACR1252");
        service.add("Second PCD 00 00");
        assertEquals(new ReaderStatus.SeveralReaders("PCD 00 00", List.of(OURS, "Second PCD 00 00")), reader.status());
    }

    @Test
    void status_readerAnswersNothing_isNotTakenForEmpty() {
        service.add(OURS).presenceFails = "SCARD_E_READER_UNAVAILABLE";
        assertEquals(new ReaderStatus.ServiceDown("SCARD_E_READER_UNAVAILABLE"), reader.status());
    }

    @Test
    void status_cardThere_isPresent() {
        service.add(OURS).placed = new ScriptedCard(List.of());
        assertEquals(new ReaderStatus.CardPresent(OURS), reader.status());
    }

    @Test
    void open_noReader_isReaderGone() {
        assertEquals(new Opening.Failed(CardFailure.READER_GONE), reader.open());
    }

    @ParameterizedTest
    @CsvSource({
        "SCARD_W_UNRESPONSIVE_CARD, UNRESPONSIVE",
        "SCARD_E_PROTO_MISMATCH, UNRESPONSIVE",
        "SCARD_F_UNKNOWN_ERROR, UNRESPONSIVE",
        "SCARD_E_NO_SMARTCARD, REMOVED",
    })
    void open_connectFails_isToldOnce(String code, CardFailure failure) {
        TestTerminal terminal = service.add(OURS);
        terminal.placed = new ScriptedCard(List.of());
        terminal.connectFails = code;
        assertEquals(new Opening.Failed(failure), reader.open());
        assertEquals(List.of("get", "connect T=1"), service.calls);
    }

    @Test
    void open_cardGone_isRemoved() {
        service.add(OURS);
        assertEquals(new Opening.Failed(CardFailure.REMOVED), reader.open());
    }

    @ParameterizedTest
    @CsvSource({"SCARD_E_INVALID_HANDLE", "SCARD_E_NO_SERVICE"})
    void open_serviceRestartedJustNow_takesAnotherContext(String code) {
        TestTerminal terminal = service.add(OURS);
        terminal.placed = new ScriptedCard(List.of());
        terminal.connectFails = code;
        assertInstanceOf(Opening.Opened.class, reader.open());
        assertEquals(List.of("get", "connect T=1", "get", "connect T=1"), service.calls);
    }

    @Test
    void open_again_endsTheSessionBefore() {
        service.add(OURS).placed = new ScriptedCard(List.of());
        assertInstanceOf(Opening.Opened.class, reader.open());
        assertInstanceOf(Opening.Opened.class, reader.open());
        assertEquals(List.of("get", "connect T=1", "reset", "connect T=1"), service.calls);
    }

    @Test
    void close_openSession_resetsTheCard() {
        service.add(OURS).placed = new ScriptedCard(List.of());
        assertInstanceOf(Opening.Opened.class, reader.open());
        reader.close();
        reader.close();
        assertEquals(List.of("get", "connect T=1", "reset"), service.calls);
    }
}
