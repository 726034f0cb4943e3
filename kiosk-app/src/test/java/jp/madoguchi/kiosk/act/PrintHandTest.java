package jp.madoguchi.kiosk.act;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import jp.madoguchi.devices.cash.Yen;
import jp.madoguchi.devices.print.PrintOutcome;
import jp.madoguchi.devices.print.PrintTicket;
import jp.madoguchi.devices.print.PrintWitness;
import jp.madoguchi.devices.print.Printer;
import jp.madoguchi.devices.print.PrinterStatus;
import jp.madoguchi.devices.print.PrinterTrouble;
import jp.madoguchi.kiosk.center.IssuedDocument;
import jp.madoguchi.kiosk.flow.Event;
import jp.madoguchi.kiosk.flow.OpenClaim;
import jp.madoguchi.kiosk.ledger.Fact;
import jp.madoguchi.kiosk.ledger.Ledger;
import jp.madoguchi.kiosk.ledger.LedgerUnavailable;
import jp.madoguchi.kiosk.ledger.OpenPrint;
import jp.madoguchi.kiosk.paper.PaperFont;
import jp.madoguchi.kiosk.staff.Tested;
import jp.madoguchi.kiosk.terms.DocumentOrder;
import jp.madoguchi.kiosk.terms.Obstacle;
import jp.madoguchi.kiosk.terms.Part;
import jp.madoguchi.kiosk.terms.RequestId;
import jp.madoguchi.kiosk.terms.Sha256;
import jp.madoguchi.kiosk.terms.VisitId;
import jp.madoguchi.kiosk.visit.Pads;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mockito.InOrder;

/** What the printer says of itself, and of a job that an earlier run of the program left behind. */
@Timeout(30)
class PrintHandTest {
    private static final VisitId VISIT = new VisitId("00112233445566778899aabbccddeeff");
    private static final OpenPrint OPEN = new OpenPrint(VISIT, "D-1", OptionalInt.of(7), 4);

    private final Printer printer = mock(Printer.class);
    private final Ledger ledger = mock(Ledger.class);
    private final CenterHand center = mock(CenterHand.class);
    private final LinkedBlockingQueue<Event> told = new LinkedBlockingQueue<>();
    private final Posts posts = new Posts() {
        @Override
        public void post(VisitId visit, Event event) {
            told.add(event);
        }

        @Override
        public void post(Event event) {
            told.add(event);
        }
    };
    private final Desk desk =
            new Desk(posts, ledger, Clock.systemUTC(), new Pads(), new SecureRandom(), new FixedKeys());

    private PrintHand hand(List<OpenPrint> interrupted) {
        return hand(interrupted, mock(PaperFont.class));
    }

    private PrintHand hand(List<OpenPrint> interrupted, PaperFont font) {
        return new PrintHand(desk, new Terminal("K-0001", "S-001"), printer, printer, interrupted, font, true, center);
    }

    private Event next() throws InterruptedException {
        Event event = told.poll(10, TimeUnit.SECONDS);
        if (event == null) {
            throw new AssertionError("nothing was told");
        }
        return event;
    }

    static Stream<Arguments> statuses() {
        return Stream.of(
                Arguments.of(
                        new PrinterStatus.Unreachable(PrinterTrouble.UNREACHABLE, "no route"),
                        Set.of(Obstacle.PRINTER_UNREACHABLE)),
                Arguments.of(
                        new PrinterStatus.Unreachable(PrinterTrouble.WRONG_CERTIFICATE, "another"),
                        Set.of(Obstacle.PRINTER_WRONG_CERTIFICATE)),
                Arguments.of(
                        new PrinterStatus.Unreachable(PrinterTrouble.NOT_A_PRINTER, "HTTP status 404"),
                        Set.of(Obstacle.PRINTER_NOT_A_PRINTER)),
                Arguments.of(
                        new PrinterStatus.NotReady(Set.of(PrinterTrouble.UNSUITABLE, PrinterTrouble.JAM)),
                        Set.of(Obstacle.PRINTER_UNSUITABLE, Obstacle.PRINTER_JAM)),
                Arguments.of(
                        new PrinterStatus.NotReady(Set.of(PrinterTrouble.PAPER_LOW)), Set.of(Obstacle.PRINTER_OTHER)),
                Arguments.of(new PrinterStatus.Ready(Set.of(PrinterTrouble.PAPER_LOW)), Set.of()));
    }

    @Test
    void test_whileSomebodyIsServed_printsNothing() {
        when(printer.status()).thenReturn(new PrinterStatus.Ready(Set.of()));
        try (PrintHand hand = hand(List.of())) {
            hand.start();
            assertEquals(Tested.Finding.NOT_NOW, hand.test(() -> false).join().finding());
            verify(printer, never()).print(any(), any());
        }
    }

    @Test
    void paper_thatCannotBeComposed_hasCertainlyNotCome() {
        when(printer.status()).thenReturn(new PrinterStatus.Ready(Set.of()));
        try (PrintHand hand = hand(List.of())) {
            hand.start();
            PrintOutcome outcome = hand.print("Z-1", (font, sample) -> {
                        throw new IOException("no such glyph");
                    })
                    .join();
            assertInstanceOf(PrintOutcome.NotPrinted.class, outcome);
        }
    }

    @ParameterizedTest
    @MethodSource("statuses")
    void look_anyStatus_isToldAsObstacles(PrinterStatus status, Set<Obstacle> obstacles) throws InterruptedException {
        when(printer.status()).thenReturn(status);
        try (PrintHand hand = hand(List.of())) {
            hand.start();
            assertEquals(new Event.PartChanged(Part.PRINTER, obstacles), next());
        }
    }

    @Test
    void prepare_visitEndsInTheMidstOfIt_isNoDefect() throws InterruptedException {
        when(printer.status()).thenReturn(new PrinterStatus.Ready(Set.of()));
        when(center.recheck(any(), any())).thenAnswer(call -> {
            desk.wipe(); // the resident left, and the pages with them
            return Optional.empty();
        });
        desk.begin(VISIT);
        DocumentOrder order = new DocumentOrder(
                new RequestId("00112233445566778899aabbccddeeff"), "02201", "tax-certificate", new TreeMap<>(), 1, 300);
        try (PrintHand hand = hand(List.of())) {
            hand.prepare(VISIT, order);
            hand.start();
            assertEquals(new Event.PartChanged(Part.PRINTER, Set.of()), next());
        }
        verify(center).recheck(any(), any());
        assertEquals(List.of(), List.copyOf(told), "no defect is told");
    }

    @Test
    void start_jobLeftBehind_isAskedAfterBeforeThePrinterIsReady() throws InterruptedException {
        when(printer.status()).thenReturn(new PrinterStatus.Ready(Set.of()));
        when(printer.resume(eq(new PrintTicket("D-1", 4, 2)), eq(OptionalInt.of(7)), any()))
                .thenReturn(new PrintOutcome.Printed(4));
        try (PrintHand hand = hand(List.of(OPEN))) {
            hand.start();
            assertEquals(new Event.PartChanged(Part.PRINTER, Set.of()), next());
        }
        InOrder order = inOrder(printer, ledger);
        order.verify(printer).resume(any(), any(), any());
        order.verify(ledger).record(VISIT, new Fact.PrintEnded("PRINTED", 4));
        order.verify(ledger).record(eq(VISIT), any(Fact.Ended.class));
        order.verify(printer).status();
        verify(printer, never()).print(any(), any());
    }

    @Test
    void start_answerCannotBeRecorded_isWrittenLaterAndNotAskedForAgain() throws InterruptedException {
        Fact unknown = new Fact.PrintEnded("UNKNOWN", -1);
        when(printer.status()).thenReturn(new PrinterStatus.Ready(Set.of()));
        when(printer.resume(any(), any(), any())).thenReturn(new PrintOutcome.Unknown(-1, Set.of(), "not found"));
        doThrow(mock(LedgerUnavailable.class)).doNothing().when(ledger).record(VISIT, unknown);
        try (PrintHand hand = hand(List.of(OPEN))) {
            hand.start();
            assertEquals(new Event.PartChanged(Part.PRINTER, Set.of()), next());
        }
        verify(printer, times(1)).resume(any(), any(), any());
        verify(ledger, times(2)).record(VISIT, unknown);
        verify(ledger, times(1)).record(eq(VISIT), any(Fact.Ended.class));
    }

    @Test
    void start_endCannotBeRecorded_keepsThePrintersAnswer() throws InterruptedException {
        when(printer.status()).thenReturn(new PrinterStatus.Ready(Set.of()));
        when(printer.resume(any(), any(), any()))
                .thenReturn(new PrintOutcome.Printed(4))
                .thenReturn(new PrintOutcome.Unknown(-1, Set.of(), "forgotten by then"));
        doThrow(mock(LedgerUnavailable.class)).doNothing().when(ledger).record(eq(VISIT), any(Fact.Ended.class));
        try (PrintHand hand = hand(List.of(OPEN))) {
            hand.start();
            assertEquals(new Event.PartChanged(Part.PRINTER, Set.of()), next());
        }
        verify(ledger, times(1)).record(eq(VISIT), any(Fact.PrintEnded.class));
        verify(ledger).record(VISIT, new Fact.PrintEnded("PRINTED", 4));
        verify(ledger, times(2)).record(eq(VISIT), any(Fact.Ended.class));
    }

    private static final PrintOutcome SILENT =
            new PrintOutcome.Unknown(-1, Set.of(PrinterTrouble.UNREACHABLE), "no route");

    /** A printer that was switched on with the kiosk starts up meanwhile. */
    @Test
    void start_printerDoesNotAnswerYet_isNotReadyAndAskedAgain() throws InterruptedException {
        when(printer.status()).thenReturn(new PrinterStatus.Ready(Set.of()));
        when(printer.resume(any(), any(), any())).thenReturn(SILENT).thenReturn(new PrintOutcome.Printed(4));
        try (PrintHand hand = hand(List.of(OPEN))) {
            hand.start();
            assertEquals(new Event.PartChanged(Part.PRINTER, Set.of(Obstacle.PRINTER_UNREACHABLE)), next());
            verify(ledger, never()).record(any(), any());
            assertEquals(new Event.PartChanged(Part.PRINTER, Set.of()), next());
        }
        verify(ledger).record(VISIT, new Fact.PrintEnded("PRINTED", 4));
    }

    /** The resident is not left without a number for ever. */
    @Test
    void start_printerNeverAnswers_isUnknownAndClaimed() throws InterruptedException {
        when(printer.status()).thenReturn(new PrinterStatus.Unreachable(PrinterTrouble.UNREACHABLE, "no route"));
        when(printer.resume(any(), any(), any())).thenReturn(SILENT);
        try (PrintHand hand = hand(List.of(OPEN))) {
            for (int looks = 0; looks < 5; looks++) {
                assertEquals(List.of(), List.copyOf(told));
                hand.lookNow();
            }
            hand.start();
            for (int looks = 0; looks < 6; looks++) {
                assertEquals(new Event.PartChanged(Part.PRINTER, Set.of(Obstacle.PRINTER_UNREACHABLE)), next());
            }
        }
        verify(printer, times(5)).resume(any(), any(), any());
        verify(ledger).record(VISIT, new Fact.PrintEnded("UNKNOWN", -1));
        verify(ledger).record(eq(VISIT), any(Fact.Ended.class));
    }

    private void printOne(Desk desk, PrintHand hand) {
        DocumentOrder order = mock(DocumentOrder.class);
        when(order.copies()).thenReturn(1);
        when(order.request()).thenReturn(new RequestId("ab".repeat(16)));
        IssuedDocument document = mock(IssuedDocument.class);
        when(document.pages()).thenReturn(List.of(new byte[1]));
        when(document.ciphertext()).thenReturn(Sha256.of(new byte[1]));
        when(center.recheck(any(), any())).thenReturn(Optional.empty());
        desk.begin(VISIT);
        Belongings kept = desk.of(VISIT).orElseThrow();
        kept.keep(document);
        kept.keepJob(new byte[1]);
        hand.printDocument(VISIT, order);
        hand.start();
    }

    private Event printed() throws InterruptedException {
        Event event = next();
        while (event instanceof Event.PartChanged) {
            event = next();
        }
        return event;
    }

    @Test
    void print_whoseEndTheLedgerRefuses_isRecordedBeforeAnythingElseOfTheVisit() throws InterruptedException {
        Fact ended = new Fact.PrintEnded("PRINTED", 2);
        when(printer.status()).thenReturn(new PrinterStatus.Ready(Set.of()));
        when(printer.print(any(), any())).thenReturn(new PrintOutcome.Printed(2));
        doThrow(mock(LedgerUnavailable.class)).doNothing().when(ledger).record(VISIT, ended);
        try (PrintHand hand = hand(List.of())) {
            printOne(desk, hand);
            assertEquals(new Event.DocumentPrinted(new PrintOutcome.Printed(2)), printed());
        }
        desk.unwritten().writeNow(VISIT, new Fact.Reported());
        InOrder order = inOrder(ledger);
        order.verify(ledger, times(2)).record(VISIT, ended);
        order.verify(ledger).record(VISIT, new Fact.Reported());
    }

    @Test
    void print_whoseJobCannotBeRecorded_isRecordedAsNotPrinted() throws InterruptedException {
        when(printer.status()).thenReturn(new PrinterStatus.Ready(Set.of()));
        doThrow(mock(LedgerUnavailable.class)).when(ledger).record(VISIT, new Fact.PrintJobCreated(9));
        when(printer.print(any(), any())).thenAnswer(call -> {
            PrintWitness witness = call.getArgument(1);
            witness.created(9);
            return new PrintOutcome.Printed(2);
        });
        try (PrintHand hand = hand(List.of())) {
            printOne(desk, hand);
            assertEquals(new Event.DocumentPrinted(new PrintOutcome.NotPrinted(Set.of(), "not recorded")), printed());
        }
        verify(ledger).record(VISIT, new Fact.PrintEnded("NOT_PRINTED", 0));
    }

    private static final OpenClaim CLAIM = new OpenClaim(new Yen(300), Yen.ZERO, false, true);
    private static final Fact SLIP = new Fact.ClaimSlipIntended(300, true);

    private Event claimSlip() throws Exception {
        when(printer.status()).thenReturn(new PrinterStatus.Ready(Set.of()));
        try (PaperFont font = new PaperFont(PaperFont.DEBIAN);
                PrintHand hand = hand(List.of(), font)) {
            hand.printClaimSlip(VISIT, CLAIM);
            hand.start();
            return printed();
        }
    }

    @Test
    void claimSlip_isRecordedBeforeItIsSentAndAfterwards() throws Exception {
        when(printer.print(any(), any())).thenReturn(new PrintOutcome.Printed(1));
        assertEquals(new Event.ClaimSlipPrinted(new PrintOutcome.Printed(1)), claimSlip());
        InOrder order = inOrder(ledger, printer);
        order.verify(ledger).record(VISIT, SLIP);
        order.verify(printer).print(any(), any());
        order.verify(ledger).record(VISIT, new Fact.ClaimSlipEnded("PRINTED"));
    }

    /** Also when the program was killed in between: it may have come out. */
    @Test
    void claimSlip_thatWasBegunBefore_isNotPrintedAgain() throws Exception {
        when(ledger.facts(VISIT)).thenReturn(List.of(SLIP));
        assertEquals(new Event.ClaimSlipPrinted(new PrintOutcome.NotPrinted(Set.of(), "there was one")), claimSlip());
        verify(printer, never()).print(any(), any());
    }

    @Test
    void claimSlip_thatCannotBeRecorded_isNotPrinted() throws Exception {
        doThrow(mock(LedgerUnavailable.class)).when(ledger).record(VISIT, SLIP);
        assertEquals(new Event.ClaimSlipPrinted(new PrintOutcome.NotPrinted(Set.of(), "not recorded")), claimSlip());
        verify(printer, never()).print(any(), any());
    }

    @Test
    void claimSlip_whoseEndCannotBeRecorded_isRecordedLater() throws Exception {
        when(printer.print(any(), any())).thenReturn(new PrintOutcome.Unknown(-1, Set.of(), "lost"));
        Fact ended = new Fact.ClaimSlipEnded("UNKNOWN");
        doThrow(mock(LedgerUnavailable.class)).doNothing().when(ledger).record(VISIT, ended);
        assertEquals(new Event.ClaimSlipPrinted(new PrintOutcome.Unknown(-1, Set.of(), "lost")), claimSlip());
        desk.unwritten().write();
        verify(ledger, times(2)).record(VISIT, ended);
    }
}
