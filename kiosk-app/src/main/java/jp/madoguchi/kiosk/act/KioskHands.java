package jp.madoguchi.kiosk.act;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import jp.madoguchi.devices.card.CardReader;
import jp.madoguchi.devices.cash.Yen;
import jp.madoguchi.devices.print.PrintOutcome;
import jp.madoguchi.devices.print.Printer;
import jp.madoguchi.kiosk.audit.AuditLog;
import jp.madoguchi.kiosk.center.CenterKeys;
import jp.madoguchi.kiosk.flow.Challenge;
import jp.madoguchi.kiosk.flow.Event;
import jp.madoguchi.kiosk.flow.Hands;
import jp.madoguchi.kiosk.flow.Money;
import jp.madoguchi.kiosk.flow.OpenClaim;
import jp.madoguchi.kiosk.flow.Outcome;
import jp.madoguchi.kiosk.flow.TokenFacts;
import jp.madoguchi.kiosk.health.Pulse;
import jp.madoguchi.kiosk.health.Vitals;
import jp.madoguchi.kiosk.identity.CertificateOutline;
import jp.madoguchi.kiosk.identity.OlderPki;
import jp.madoguchi.kiosk.identity.TrustAnchors;
import jp.madoguchi.kiosk.identity.UserAuthenticationProfile;
import jp.madoguchi.kiosk.ledger.Interruption;
import jp.madoguchi.kiosk.ledger.Ledger;
import jp.madoguchi.kiosk.paper.OwnPaper;
import jp.madoguchi.kiosk.paper.PaperFont;
import jp.madoguchi.kiosk.staff.DeskPrinter;
import jp.madoguchi.kiosk.staff.DeviceTests;
import jp.madoguchi.kiosk.staff.Tested;
import jp.madoguchi.kiosk.terms.CertificateKind;
import jp.madoguchi.kiosk.terms.DocumentOrder;
import jp.madoguchi.kiosk.terms.Part;
import jp.madoguchi.kiosk.terms.VisitId;
import jp.madoguchi.kiosk.visit.Pads;
import jp.madoguchi.kiosk.visit.VisitRunner;

/** All hands of one kiosk. */
public final class KioskHands implements Hands, DeviceTests, DeskPrinter, AutoCloseable {
    /**
     * What the hands work with; owned and closed by them, except ledger, audit log and font.
     *
     * @param anchors for user authentication
     * @param signatureAnchors for digital signatures: what those certificates are examined with that are only shown
     * @param olderPki the same for those of 住民基本台帳カード
     * @param vitals are told of the kiosk what is no visit's
     * @param payable whether a fee can be paid here, given change enough
     * @param keep how long a visit that nobody needs any more stays in the ledger
     * @param interrupted print jobs and pay-outs to be asked after before printer and cash unit are ready for others
     */
    public record Tools(
            Terminal terminal,
            CardReader reader,
            TrustAnchors anchors,
            TrustAnchors signatureAnchors,
            Optional<OlderPki> olderPki,
            Printer printer,
            Printer receipts,
            Interruption.Open interrupted,
            PaperFont font,
            HopperCounts hoppers,
            CashUnitMaker cash,
            CenterKeys keys,
            Predicate<Yen> payable,
            Ledger ledger,
            Duration keep,
            AuditLog audit,
            Clock clock,
            Pads pads,
            SecureRandom random,
            Vitals vitals) {}

    private final Desk desk;
    private final CardHand card;
    private final CenterHand center;
    private final RegistrationHand registration;
    private final PrintHand print;
    private final CashHand cash;
    private final LedgerHand ledger;
    private final HopperCounts hoppers;
    private final BooleanSupplier idle;

    /** @param runner is where they answer; nothing is asked of a device before {@link #start()} */
    public KioskHands(Tools tools, VisitRunner runner) {
        desk = new Desk(
                postsOf(runner),
                tools.ledger(),
                tools.clock(),
                tools.pads(),
                tools.random(),
                tools.keys(),
                tools.vitals());
        hoppers = tools.hoppers();
        boolean sample = !tools.anchors().production();
        card = new CardHand(
                desk,
                tools.reader(),
                new CardLogin(desk, tools.terminal(), new UserAuthenticationProfile(tools.anchors(), tools.clock())),
                new CardCheck(
                        desk,
                        new CertificateOutline(tools.anchors(), tools.clock()),
                        new CertificateOutline(tools.signatureAnchors(), tools.olderPki(), tools.clock())),
                new CardPinChange(desk, tools.audit()));
        center = new CenterHand(desk, tools.terminal(), tools.payable(), new Checkpoints(tools.audit(), desk)::look);
        registration = new RegistrationHand(desk, center.worker(), tools.random());
        print = new PrintHand(
                desk,
                tools.terminal(),
                tools.printer(),
                tools.receipts(),
                tools.interrupted().prints(),
                tools.font(),
                sample,
                center);
        cash = new CashHand(
                desk,
                () -> runner.screen().visit().id(),
                tools.hoppers(),
                tools.interrupted().payOuts(),
                tools.cash());
        ledger = new LedgerHand(
                desk,
                new OldVisits(
                        tools.ledger(),
                        tools.audit(),
                        tools.clock(),
                        tools.keep(),
                        desk::nobodyIsThere,
                        center::clockIsRight));
        idle = () -> runner.screen().visit().stage().idle();
    }

    private static Posts postsOf(VisitRunner runner) {
        return new Posts() {
            @Override
            public void post(VisitId visit, Event event) {
                runner.post(visit, event);
            }

            @Override
            public void post(Event event) {
                runner.post(event);
            }
        };
    }

    /** From now on the parts are looked at. */
    public void start() {
        ledger.start();
        center.start();
        print.start();
        cash.start();
        card.start();
    }

    /** Coins that are certain to be there for change, by what each is worth in yen. Any thread. */
    public Map<Integer, Integer> coins() {
        return hoppers.byWorth();
    }

    /** That of each hand's thread. */
    public List<Pulse> pulses() {
        return List.of(card.pulse(), center.pulse(), print.pulse(), cash.pulse(), ledger.pulse());
    }

    @Override
    public CompletableFuture<Void> lookNow() {
        return CompletableFuture.allOf(card.looked(), print.looked(), cash.looked(), center.looked(), ledger.looked());
    }

    @Override
    public CompletableFuture<Tested> test(Part part) {
        if (!idle.getAsBoolean()) {
            return CompletableFuture.completedFuture(new Tested(part, Tested.Finding.NOT_NOW));
        }
        return switch (part) {
            case CARD_READER -> card.test(idle);
            case PRINTER -> print.test(idle);
            case CASH -> cash.test(idle);
            case CENTER -> center.test(idle);
            case LEDGER -> ledger.test(idle);
            case STAFF -> throw new IllegalArgumentException("people are no device");
        };
    }

    /** The staff has told the ledger how many coins are in the hoppers. */
    public void recount() {
        hoppers.reread();
    }

    @Override
    public CompletableFuture<PrintOutcome> print(String job, OwnPaper paper) {
        return print.print(job, paper);
    }

    @Override
    public void readCard(VisitId visit) {
        desk.begin(visit);
        card.read(visit);
    }

    @Override
    public void inspectCard(VisitId visit) {
        desk.begin(visit);
        card.inspect(visit);
    }

    @Override
    public void openCertificate(VisitId visit, CertificateKind certificate) {
        card.openCertificate(visit, certificate);
    }

    @Override
    public void weighNewPin(VisitId visit) {
        card.weighNewPin(visit);
    }

    @Override
    public void changePin(VisitId visit) {
        card.changePin(visit);
    }

    @Override
    public void askStatus(VisitId visit, CertificateKind certificate) {
        center.askStatus(visit, certificate);
    }

    @Override
    public void printSlip(VisitId visit, TokenFacts token) {
        print.printSlip(visit, token);
    }

    @Override
    public void releaseCard(VisitId visit) {
        card.release(visit);
    }

    @Override
    public void openVisit(VisitId visit) {
        center.open(visit);
    }

    @Override
    public void signIn(VisitId visit, Challenge challenge) {
        card.signIn(visit, challenge);
    }

    @Override
    public void authenticate(VisitId visit) {
        center.authenticate(visit);
    }

    @Override
    public void askRegistrations(VisitId visit) {
        registration.ask(visit);
    }

    @Override
    public void fileRegistration(VisitId visit, String municipality) {
        registration.file(visit, municipality);
    }

    @Override
    public void requestDocument(VisitId visit, DocumentOrder order) {
        center.request(visit, order, () -> print.prepare(visit, order));
    }

    @Override
    public void openSlot(VisitId visit, Yen fee) {
        cash.openSlot(visit, fee);
    }

    @Override
    public void shutSlot(VisitId visit) {
        cash.shutSlot(visit);
    }

    @Override
    public void payOut(VisitId visit, Yen amount) {
        cash.payOut(visit, amount);
    }

    @Override
    public void printDocument(VisitId visit, DocumentOrder order) {
        print.printDocument(visit, order);
    }

    @Override
    public void printReceipt(VisitId visit, DocumentOrder order, Money money) {
        print.printReceipt(visit, order, money);
    }

    @Override
    public void printClaimSlip(VisitId visit, OpenClaim claim) {
        print.printClaimSlip(visit, claim);
    }

    @Override
    public void forget(VisitId visit) {
        desk.wipe();
    }

    @Override
    public void claim(VisitId visit, Yen owed) {
        ledger.claim(visit, owed);
    }

    @Override
    public void closeAnew(VisitId visit) {
        ledger.closeAnew(visit, center::report);
    }

    @Override
    public void finish(VisitId visit, Outcome outcome) {
        desk.wipe();
        desk.vitals().ended(outcome.reason());
        ledger.finish(visit, outcome, center::report);
    }

    /** Lets every hand finish what it does. */
    @Override
    public void close() {
        card.close();
        cash.close();
        print.close();
        center.close();
        ledger.close();
        desk.wipe();
    }
}
