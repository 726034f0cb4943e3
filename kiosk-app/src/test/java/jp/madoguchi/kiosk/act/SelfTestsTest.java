package jp.madoguchi.kiosk.act;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import jp.madoguchi.devices.card.CardReader;
import jp.madoguchi.devices.card.CardReading;
import jp.madoguchi.devices.card.CardSession;
import jp.madoguchi.devices.card.ReaderStatus;
import jp.madoguchi.kiosk.ledger.Ledger;
import jp.madoguchi.kiosk.staff.Tested;
import jp.madoguchi.kiosk.terms.Part;
import jp.madoguchi.kiosk.terms.VisitId;
import jp.madoguchi.kiosk.visit.Pads;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What staff try while the device is still at work for somebody waits for its turn, and is asked then whether it may. */
@Timeout(60)
class SelfTestsTest {
    private static final VisitId VISIT = new VisitId("00112233445566778899aabbccddeeff");

    private final CardReader reader = mock(CardReader.class);
    private final CardSession session = mock(CardSession.class);
    private final AtomicBoolean idle = new AtomicBoolean(true);
    private final Desk desk = new Desk(
            new Told(), mock(Ledger.class), Clock.systemUTC(), new Pads(), new SecureRandom(), new FixedKeys());
    private final CardHand card =
            new CardHand(desk, reader, mock(CardLogin.class), mock(CardCheck.class), mock(CardPinChange.class));

    @BeforeEach
    void card_lies() {
        when(reader.status()).thenReturn(new ReaderStatus.CardPresent("reader"));
        when(reader.open()).thenReturn(new CardReader.Opening.Opened(session));
        when(session.read()).thenReturn(new CardReading.NotJpki());
    }

    @AfterEach
    void hand_atRest() {
        card.close();
    }

    private static Tested.Finding of(CompletableFuture<Tested> test) {
        return test.join().finding();
    }

    @Test
    void card_ofNobody_isRead() {
        CompletableFuture<Tested> test = card.test(idle::get);
        card.start();
        assertEquals(Tested.Finding.OTHER_CARD_READ, of(test));
        verify(session).close();
    }

    @Test
    void test_askedWhenNobodyWasThere_isRefusedOnceSomebodyIs() {
        CompletableFuture<Tested> test = card.test(idle::get);
        idle.set(false); // a visit begins before the reader's turn has come
        card.start();
        assertEquals(Tested.Finding.NOT_NOW, of(test));
        verify(reader, never()).open();
    }

    /** The resident's card keeps its power, whatever the screen says by now. */
    @Test
    void card_thatIsSpokenWith_isNotTakenFromTheVisit() {
        card.read(VISIT);
        CompletableFuture<Tested> test = card.test(idle::get);
        card.start();
        assertEquals(Tested.Finding.NOT_NOW, of(test));
        verify(reader, times(1)).open();
        verify(session, never()).close();
    }

    @Test
    void device_ofEach_isAskedOnItsOwnThread() {
        Worker worker = new Worker("any", new Told(), Duration.ofSeconds(1), () -> {});
        CompletableFuture<Tested> test = worker.test(Part.PRINTER, idle::get, () -> {
            throw new IllegalStateException("somebody is served");
        });
        idle.set(false);
        worker.start();
        assertEquals(new Tested(Part.PRINTER, Tested.Finding.NOT_NOW), test.join());
        worker.close(Duration.ofSeconds(10));
    }
}
