package jp.madoguchi.kiosk.act;

import java.io.IOException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import jp.madoguchi.devices.print.PrintFailure;
import jp.madoguchi.devices.print.PrintJob;
import jp.madoguchi.devices.print.PrintOutcome;
import jp.madoguchi.devices.print.PrintTicket;
import jp.madoguchi.devices.print.PrintWitness;
import jp.madoguchi.devices.print.Printer;
import jp.madoguchi.devices.print.PrinterStatus;
import jp.madoguchi.devices.print.PrinterTrouble;
import jp.madoguchi.kiosk.center.IssuedDocument;
import jp.madoguchi.kiosk.flow.Event;
import jp.madoguchi.kiosk.flow.Money;
import jp.madoguchi.kiosk.flow.OpenClaim;
import jp.madoguchi.kiosk.flow.Paper;
import jp.madoguchi.kiosk.flow.TokenFacts;
import jp.madoguchi.kiosk.health.Pulse;
import jp.madoguchi.kiosk.ledger.Fact;
import jp.madoguchi.kiosk.ledger.Interruption;
import jp.madoguchi.kiosk.ledger.LedgerUnavailable;
import jp.madoguchi.kiosk.ledger.OpenPrint;
import jp.madoguchi.kiosk.paper.DocumentJob;
import jp.madoguchi.kiosk.paper.OwnPaper;
import jp.madoguchi.kiosk.paper.PaperFont;
import jp.madoguchi.kiosk.paper.PdfPages;
import jp.madoguchi.kiosk.paper.Receipt;
import jp.madoguchi.kiosk.paper.TestPage;
import jp.madoguchi.kiosk.staff.Tested;
import jp.madoguchi.kiosk.terms.DocumentKind;
import jp.madoguchi.kiosk.terms.DocumentOrder;
import jp.madoguchi.kiosk.terms.Japan;
import jp.madoguchi.kiosk.terms.Obstacle;
import jp.madoguchi.kiosk.terms.Offer;
import jp.madoguchi.kiosk.terms.Part;
import jp.madoguchi.kiosk.terms.VisitId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Owns the printer: composes while the resident pays, prints once, and says what came out. */
final class PrintHand implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PrintHand.class);
    private static final Duration LOOK = Duration.ofSeconds(2);
    /** Of a print job without a side that comes out or a word of why none does; the printer's patience ends before. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    /**
     * So often a printer that does not answer is asked what became of a job, a minute each time: one that was switched on with the kiosk
     * starts up. A resident who waits for a number waits no longer than that.
     */
    private static final int PATIENT_QUESTIONS = 5;

    private final Desk desk;
    private final Terminal terminal;
    private final Printer printer;
    private final SlipPrinter slips;
    private final ClaimSlips claimSlips;
    private final Deque<OpenPrint> interrupted;
    private final Deque<VisitId> toClose = new ArrayDeque<>();
    private int asked;
    private final PaperFont font;
    private final boolean sample;
    private final CenterHand center;
    private final Worker worker;
    private final StatusLog told = new StatusLog("printer");

    PrintHand(
            Desk desk,
            Terminal terminal,
            Printer printer,
            Printer receipts,
            List<OpenPrint> interrupted,
            PaperFont font,
            boolean sample,
            CenterHand center) {
        this.desk = desk;
        this.terminal = terminal;
        this.printer = printer;
        this.slips = new SlipPrinter(receipts);
        this.claimSlips = new ClaimSlips(desk, terminal, slips, font, sample);
        this.interrupted = new ArrayDeque<>(interrupted);
        this.font = font;
        this.sample = sample;
        this.center = center;
        this.worker = new Worker("print", desk.posts(), LOOK, this::look);
    }

    void start() {
        worker.start();
    }

    Pulse pulse() {
        return worker.pulse(LONGEST);
    }

    /** Looks at the printer before its time. */
    void lookNow() {
        worker.lookNow();
    }

    /** Composes the job, so that it is ready when the money is in. */
    void prepare(VisitId visit, DocumentOrder order) {
        worker.submit(
                visit,
                () -> desk.of(visit).ifPresent(kept -> {
                    try {
                        compose(kept, order);
                    } catch (IOException | RuntimeException failure) {
                        if (desk.of(visit).isPresent()) {
                            throw new IllegalStateException("a verified document cannot be composed", failure);
                        }
                        LOG.info(
                                "visit {}: it ended while its document was being composed",
                                visit); // the pages were wiped
                    }
                }));
    }

    /** From pages that were checked a moment ago; what comes of them is remembered by its digest until it is sent. */
    private void compose(Belongings kept, DocumentOrder order) throws IOException {
        if (center.recheck(kept, order).isPresent()) {
            return; // said again, and acted on, before anything is sent
        }
        IssuedDocument document = kept.document().orElseThrow();
        kept.keepJob(new DocumentJob(font, sample)
                .compose(document.pages(), order.copies(), document.issueNumber(), terminal.kiosk()));
    }

    /** Answers always, and with what is known of the paper. */
    void printDocument(VisitId visit, DocumentOrder order) {
        worker.submit(visit, () -> {
            Event answer;
            try {
                Belongings kept = desk.of(visit).orElseThrow();
                answer = center.recheck(kept, order)
                        .orElseGet(() -> new Event.DocumentPrinted(documentNow(kept, order)));
            } catch (RuntimeException defect) {
                LOG.error("visit {}: a defect of the program before anything was sent", visit, defect);
                answer = new Event.DocumentPrinted(new PrintOutcome.NotPrinted(Set.of(), "defect"));
            }
            desk.posts().post(visit, answer);
        });
    }

    private PrintOutcome documentNow(Belongings kept, DocumentOrder order) {
        VisitId visit = kept.visit();
        IssuedDocument document = kept.document().orElseThrow();
        int sheets = document.pages().size() * order.copies();
        String name = "D-" + order.request().hex();
        Optional<byte[]> pdf = kept.job();
        if (pdf.isEmpty()) {
            LOG.error("visit {}: the job is not the one that was composed from the verified pages", visit);
            return new PrintOutcome.NotPrinted(Set.of(), "no sound job");
        }
        PrintTicket ticket = new PrintTicket(name, 2 * sheets, sheets);
        PrintOutcome outcome;
        try (PdfPages pages = new PdfPages(pdf.get(), ticket.sides())) {
            desk.unwritten()
                    .writeNow(
                            visit,
                            new Fact.PrintIntended(name, document.ciphertext().hex(), ticket.sides()));
            outcome = printer.print(new PrintJob(ticket, pages), new Following(visit));
        } catch (LedgerUnavailable failure) {
            // The witness throws before the first byte of the document is sent.
            LOG.error("visit {}: the print job could not be recorded and was not sent", visit, failure);
            outcome = new PrintOutcome.NotPrinted(Set.of(), "not recorded");
        } catch (IOException | RuntimeException defect) {
            LOG.error("visit {}: printing met a defect of the program", visit, defect);
            outcome = new PrintOutcome.Unknown(-1, Set.of(), "defect");
        }
        recordEnd(visit, outcome);
        return outcome;
    }

    /** The paper is a fact with or without its line: an outcome that cannot be recorded is still the outcome, and is recorded later. */
    private void recordEnd(VisitId visit, PrintOutcome outcome) {
        LOG.info(
                "visit {}: {} {}",
                visit,
                outcome.failure().map(PrintFailure::code).orElse("printed"),
                outcome);
        desk.unwritten().add(visit, ended(outcome));
        try {
            desk.unwritten().write();
        } catch (LedgerUnavailable failure) {
            LOG.error("visit {}: what the printer did is not recorded yet", visit, failure);
        }
    }

    private static Fact ended(PrintOutcome outcome) {
        int sides = 0;
        if (outcome instanceof PrintOutcome.Printed printed) {
            sides = printed.sides();
        } else if (outcome instanceof PrintOutcome.Unknown unknown) {
            sides = unknown.sidesSeen();
        }
        return new Fact.PrintEnded(result(outcome), sides);
    }

    /** As the ledger names it. */
    static String result(PrintOutcome outcome) {
        if (outcome instanceof PrintOutcome.Printed) {
            return "PRINTED";
        }
        return outcome instanceof PrintOutcome.Unknown ? "UNKNOWN" : "NOT_PRINTED";
    }

    void printReceipt(VisitId visit, DocumentOrder order, Money money) {
        worker.submit(visit, () -> {
            OwnPaper receipt = (type, marked) -> receipt(visit, order, money).compose(type, marked);
            desk.posts()
                    .post(
                            visit,
                            new Event.ReceiptPrinted(own("R-" + order.request().hex(), receipt, slips)));
        });
    }

    /** Of a card, and nobody's: like a receipt it is not followed. */
    void printSlip(VisitId visit, TokenFacts token) {
        worker.submit(visit, () -> {
            OwnPaper slip = (type, marked) -> SlipOf.token(token, desk.clock().instant(), terminal.kiosk())
                    .compose(type, marked);
            desk.posts().post(visit, new Event.SlipPrinted(own("S-" + visit.hex(), slip, slips)));
        });
    }

    /** Of a claim; the ledger knows of it before the printer does. */
    void printClaimSlip(VisitId visit, OpenClaim claim) {
        worker.submit(
                visit, () -> desk.posts().post(visit, new Event.ClaimSlipPrinted(claimSlips.print(visit, claim))));
    }

    /** Of the staff desk, and nobody's money. */
    CompletableFuture<PrintOutcome> print(String job, OwnPaper paper) {
        return worker.ask(() -> own(job, paper, slips));
    }

    /** What the kiosk composes by itself, on whatever printer: the outcome is all that is wanted of it. */
    private PrintOutcome own(String job, OwnPaper paper, SlipPrinter on) {
        byte[] pdf;
        try {
            pdf = paper.compose(font, sample);
        } catch (IOException | RuntimeException failure) {
            LOG.error("{} could not be composed", job, failure);
            return new PrintOutcome.NotPrinted(Set.of(), "defect");
        }
        PrintOutcome outcome;
        try {
            outcome = on.print(job, pdf);
        } catch (IOException | RuntimeException failure) {
            LOG.error("{} failed", job, failure);
            return new PrintOutcome.Unknown(-1, Set.of(), "defect");
        }
        LOG.info("{}: {}", job, outcome);
        return outcome;
    }

    CompletableFuture<Void> looked() {
        return worker.looked();
    }

    /** Prints a page that says nothing of anybody, on the printer of documents. */
    CompletableFuture<Tested> test(BooleanSupplier idle) {
        return worker.test(Part.PRINTER, idle, () -> {
            Set<Obstacle> inTheWay = obstacles(printer.status());
            return inTheWay.isEmpty()
                    ? new Tested(Part.PRINTER, testPage())
                    : new Tested(Part.PRINTER, Tested.Finding.IN_THE_WAY, inTheWay);
        });
    }

    private Tested.Finding testPage() {
        ZonedDateTime at = desk.clock().instant().atZone(Japan.TIME);
        PrintOutcome outcome =
                own("T-" + at.toEpochSecond(), new TestPage(at, terminal.kiosk()), new SlipPrinter(printer));
        if (outcome instanceof PrintOutcome.Printed) {
            return Tested.Finding.TEST_PAGE_PRINTED;
        }
        return outcome instanceof PrintOutcome.NotPrinted
                ? Tested.Finding.TEST_PAGE_NOT_PRINTED
                : Tested.Finding.TEST_PAGE_UNKNOWN;
    }

    private Receipt receipt(VisitId visit, DocumentOrder order, Money money) {
        String municipality = center.offers(visit).stream()
                .filter(offer -> offer.municipality().equals(order.municipality()))
                .map(Offer::municipalityName)
                .findFirst()
                .map(name -> name.ja())
                .orElse(order.municipality());
        return new Receipt(
                visit.claimNumber(),
                desk.clock().instant().atZone(Japan.TIME),
                terminal.kiosk(),
                terminal.store(),
                municipality,
                DocumentKind.ofWireName(order.kind())
                        .map(DocumentKind::japanese)
                        .orElse(order.kind()),
                order.copies(),
                order.fee(),
                money.inserted().amount(),
                money.returned().amount(),
                money.owed().amount());
    }

    private void look() {
        while (!interrupted.isEmpty()) {
            if (!settle(interrupted.element())) {
                desk.posts().post(new Event.PartChanged(Part.PRINTER, Set.of(Obstacle.PRINTER_UNREACHABLE)));
                return; // not ready for others before that is known
            }
            interrupted.remove();
        }
        desk.unwritten().write();
        while (!toClose.isEmpty()) {
            Interruption.close(desk.ledger(), toClose.element());
            toClose.remove(); // only now: what could not be recorded is tried again, but the printer's answer stands
        }
        PrinterStatus now = printer.status();
        told.now(now);
        desk.vitals().told(Part.PRINTER, troubles(now));
        desk.posts().post(new Event.PartChanged(Part.PRINTER, obstacles(now)));
    }

    /**
     * A visit that the program's end interrupted: what the printer says first, then the claim.
     *
     * @return whether that is known now, or never will be
     */
    private boolean settle(OpenPrint open) {
        VisitId visit = open.visit();
        PrintTicket ticket = new PrintTicket(open.job(), open.sides(), open.sides() / 2);
        PrintOutcome outcome = printer.resume(ticket, open.jobId(), new Left());
        LOG.info("visit {} was interrupted while it printed: {}", visit, outcome);
        if (unheard(outcome) && ++asked < PATIENT_QUESTIONS) {
            return false;
        }
        asked = 0; // the next one has a patience of its own
        desk.unwritten().add(visit, ended(outcome));
        toClose.add(visit);
        return true;
    }

    private static boolean unheard(PrintOutcome outcome) {
        return outcome instanceof PrintOutcome.Unknown unknown
                && unknown.sidesSeen() < 0
                && unknown.troubles().contains(PrinterTrouble.UNREACHABLE);
    }

    private static Set<PrinterTrouble> troubles(PrinterStatus status) {
        if (status instanceof PrinterStatus.Unreachable unreachable) {
            return Set.of(unreachable.trouble());
        }
        return status instanceof PrinterStatus.NotReady notReady
                ? notReady.troubles()
                : ((PrinterStatus.Ready) status).warnings();
    }

    private static Set<Obstacle> obstacles(PrinterStatus status) {
        if (status instanceof PrinterStatus.Unreachable unreachable) {
            return Set.of(Paper.obstacle(unreachable.trouble()));
        }
        if (status instanceof PrinterStatus.NotReady notReady) {
            EnumSet<Obstacle> obstacles = EnumSet.noneOf(Obstacle.class);
            notReady.troubles().forEach(trouble -> obstacles.add(Paper.obstacle(trouble)));
            return obstacles;
        }
        return Set.of();
    }

    @Override
    public void close() {
        worker.close(StopTimes.PRINT);
        printer.close();
        slips.close();
    }

    /** Tells the visit how the document comes along. */
    private final class Following implements PrintWitness {
        private final VisitId visit;

        Following(VisitId visit) {
            this.visit = visit;
        }

        @Override
        public void created(int jobId) {
            desk.unwritten().writeNow(visit, new Fact.PrintJobCreated(jobId));
        }

        @Override
        public void progress(int sidesDone) {
            worker.moves();
            desk.posts().post(visit, new Event.SidesPrinted(sidesDone));
        }

        @Override
        public void stopped(Set<PrinterTrouble> troubles) {
            worker.moves();
            desk.posts().post(visit, new Event.PrinterStopped(troubles));
        }
    }

    /** A job that an earlier run began: nobody is there to be told how it comes along. */
    private final class Left implements PrintWitness {
        @Override
        public void created(int jobId) {}

        @Override
        public void progress(int sidesDone) {
            worker.moves();
        }

        @Override
        public void stopped(Set<PrinterTrouble> troubles) {
            worker.moves();
        }
    }
}
