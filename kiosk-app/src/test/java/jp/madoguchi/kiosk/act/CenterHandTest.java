package jp.madoguchi.kiosk.act;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import jp.madoguchi.kiosk.center.Authentication;
import jp.madoguchi.kiosk.center.CenterAnswer;
import jp.madoguchi.kiosk.center.CenterStatus;
import jp.madoguchi.kiosk.center.IssuanceCenter;
import jp.madoguchi.kiosk.flow.Event;
import jp.madoguchi.kiosk.ledger.Ledger;
import jp.madoguchi.kiosk.staff.Tested;
import jp.madoguchi.kiosk.terms.Catalogue;
import jp.madoguchi.kiosk.terms.CenterTrouble;
import jp.madoguchi.kiosk.terms.Circumstances;
import jp.madoguchi.kiosk.terms.DocumentKind;
import jp.madoguchi.kiosk.terms.LocalText;
import jp.madoguchi.kiosk.terms.News;
import jp.madoguchi.kiosk.terms.Offer;
import jp.madoguchi.kiosk.terms.Refusal;
import jp.madoguchi.kiosk.terms.VisitId;
import jp.madoguchi.kiosk.terms.Withheld;
import jp.madoguchi.kiosk.visit.Pads;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the center says, as a visit hears it. */
@Timeout(30)
class CenterHandTest {
    private static final VisitId VISIT = new VisitId("00112233445566778899aabbccddeeff");
    private static final Instant NOON = Instant.parse("2026-11-22T03:00:00Z");
    private static final LocalText CITY = new LocalText("青森市", "Aomori City");
    private static final News CLOSED =
            new News(Optional.of(NOON.plusSeconds(3600)), Optional.of(new LocalText("点検", "Maintenance")), List.of());

    private final IssuanceCenter center = mock(IssuanceCenter.class);
    private final FixedKeys keys = new FixedKeys(center);
    private final Ledger ledger = mock(Ledger.class);
    private final Told told = new Told();
    private final Desk desk =
            new Desk(told, ledger, Clock.fixed(NOON, ZoneOffset.UTC), new Pads(), new SecureRandom(), keys);

    @BeforeEach
    void setUp() {
        when(ledger.unreported()).thenReturn(Map.of());
    }

    private CenterHand hand() {
        return new CenterHand(desk, new Terminal("K-0001", "S-001"), fee -> fee.amount() % 100 == 0, ready -> false);
    }

    private static CenterAnswer<CenterStatus> status(News news) {
        return new CenterAnswer.Given<>(new CenterStatus(
                "TEST-CENTER", news.opens().isEmpty(), NOON, news.closed(), news.opens(), news.notices()));
    }

    @Test
    void look_newsOfTheCenter_isToldOnceAndStandsWhileTheLineIsDown() throws InterruptedException {
        when(center.status())
                .thenReturn(status(CLOSED))
                .thenReturn(status(CLOSED))
                .thenReturn(new CenterAnswer.Failed<>(CenterTrouble.UNREACHABLE, "no route"))
                .thenReturn(status(News.NONE));
        try (CenterHand hand = hand()) {
            hand.start();
            assertEquals(new Event.CenterNews(CLOSED), told.next());
            hand.report();
            hand.report();
            hand.report();
            assertEquals(new Event.CenterNews(News.NONE), told.next());
        }
    }

    /** What nobody waits for waits for nobody: the audit log is signed while the center is closed, away, or refuses an old report. */
    @Test
    void look_whateverTheCenterSays_comesToWhatElseIsMadeForIt() throws InterruptedException {
        when(center.status())
                .thenReturn(status(CLOSED))
                .thenReturn(new CenterAnswer.Refused<>(Refusal.CLOSED))
                .thenReturn(new CenterAnswer.Failed<>(CenterTrouble.UNREACHABLE, "no route"))
                .thenReturn(status(News.NONE));
        when(ledger.unreported()).thenThrow(new IllegalStateException("a report that never ends"));
        LinkedBlockingQueue<Boolean> looks = new LinkedBlockingQueue<>();
        try (CenterHand hand =
                new CenterHand(desk, new Terminal("K-0001", "S-001"), fee -> true, answers -> !looks.add(answers))) {
            hand.start();
            hand.report();
            hand.report();
            hand.report();
            List<Boolean> answers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                answers.add(looks.poll(10, TimeUnit.SECONDS));
            }
            assertEquals(List.of(true, true, false, true), answers);
            desk.begin(VISIT);
            hand.report();
            assertEquals(false, looks.poll(10, TimeUnit.SECONDS), "somebody is there");
        }
    }

    @Test
    void test_whileSomebodyIsServed_asksNothing() {
        when(center.status()).thenReturn(status(News.NONE));
        try (CenterHand hand = hand()) {
            hand.start();
            assertEquals(Tested.Finding.NOT_NOW, hand.test(() -> false).join().finding());
        }
    }

    @Test
    void authenticate_feeThatCannotBePaidHere_isWithheldWithThatReason() throws InterruptedException {
        when(center.status()).thenReturn(status(News.NONE));
        when(center.authenticate(any(), any()))
                .thenReturn(new CenterAnswer.Given<>(new Catalogue(
                        List.of(), List.of(offer("tax-certificate", 250), offer("residence-record", 300)), List.of())));
        desk.begin(VISIT);
        desk.of(VISIT).orElseThrow().keep(mock(Authentication.class));
        try (CenterHand hand = hand()) {
            hand.authenticate(VISIT);
            hand.start();
            told.next(); // the news
            Withheld unpayable = new Withheld(
                    "02201",
                    CITY,
                    DocumentKind.TAX_CERTIFICATE,
                    Withheld.Reason.NOT_PAYABLE_HERE,
                    Optional.empty(),
                    Optional.empty());
            assertEquals(
                    new Event.Welcomed(
                            new Catalogue(List.of(), List.of(offer("residence-record", 300)), List.of(unpayable))),
                    told.next());
        }
    }

    @Test
    void authenticate_refusal_isToldWithItsCircumstances() throws InterruptedException {
        Circumstances circumstances = new Circumstances(
                Optional.empty(), Optional.of(NOON), Optional.of("superseded"), Optional.empty(), Optional.empty());
        when(center.status()).thenReturn(status(News.NONE));
        when(center.authenticate(any(), any()))
                .thenReturn(new CenterAnswer.Refused<>(Refusal.CERTIFICATE_REVOKED, circumstances));
        desk.begin(VISIT);
        desk.of(VISIT).orElseThrow().keep(mock(Authentication.class));
        try (CenterHand hand = hand()) {
            hand.authenticate(VISIT);
            hand.start();
            told.next(); // the news
            assertEquals(new Event.CenterRefused(Refusal.CERTIFICATE_REVOKED, circumstances), told.next());
        }
    }

    @Test
    void keys_laidWhileSomebodyIsThere_areUsedFromTheNextVisitOn() throws InterruptedException {
        IssuanceCenter next = mock(IssuanceCenter.class);
        News soon = new News(Optional.empty(), Optional.of(new LocalText("次", "Next")), List.of());
        when(center.status()).thenReturn(status(CLOSED));
        when(center.open(any())).thenReturn(new CenterAnswer.Failed<>(CenterTrouble.GARBLED, "asked the first one"));
        when(next.status()).thenReturn(status(soon));
        when(next.open(any())).thenReturn(new CenterAnswer.Failed<>(CenterTrouble.UNCERTAIN, "asked the next one"));
        desk.begin(VISIT);
        keys.lay(next);
        try (CenterHand hand = hand()) {
            hand.start();
            assertEquals(new Event.CenterNews(CLOSED), told.next()); // looked, with somebody there
            hand.open(VISIT);
            assertEquals(new Event.CenterFailed(CenterTrouble.GARBLED), told.next());
            assertSame(center, keys.now().center(), "not taken up either");
            desk.wipe();
            hand.report();
            assertEquals(new Event.CenterNews(soon), told.next()); // looked again with the next ones, at once
            VisitId other = new VisitId("ffeeddccbbaa99887766554433221100");
            desk.begin(other);
            hand.open(other);
            assertEquals(new Event.CenterFailed(CenterTrouble.UNCERTAIN), told.next());
        }
    }

    @Test
    void open_whenTheVisitIsOver_asksNobody() throws InterruptedException {
        when(center.status()).thenReturn(status(News.NONE));
        try (CenterHand hand = hand()) {
            hand.open(VISIT);
            hand.start();
            assertEquals(new Event.CenterNews(News.NONE), told.next());
        }
        verify(center, never()).open(any());
    }

    private static Offer offer(String kind, int fee) {
        return new Offer("02201", CITY, kind, fee, 5, List.of());
    }
}
