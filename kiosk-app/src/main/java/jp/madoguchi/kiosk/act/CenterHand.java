package jp.madoguchi.kiosk.act;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import jp.madoguchi.devices.cash.Yen;
import jp.madoguchi.kiosk.center.Authentication;
import jp.madoguchi.kiosk.center.Binding;
import jp.madoguchi.kiosk.center.CenterAnswer;
import jp.madoguchi.kiosk.center.CenterStatus;
import jp.madoguchi.kiosk.center.OpenedVisit;
import jp.madoguchi.kiosk.center.SealedDocument;
import jp.madoguchi.kiosk.center.Verification;
import jp.madoguchi.kiosk.center.VisitReport;
import jp.madoguchi.kiosk.flow.Challenge;
import jp.madoguchi.kiosk.flow.Event;
import jp.madoguchi.kiosk.health.Pulse;
import jp.madoguchi.kiosk.ledger.Fact;
import jp.madoguchi.kiosk.staff.Tested;
import jp.madoguchi.kiosk.terms.Catalogue;
import jp.madoguchi.kiosk.terms.CenterTrouble;
import jp.madoguchi.kiosk.terms.CertificateKind;
import jp.madoguchi.kiosk.terms.Circumstances;
import jp.madoguchi.kiosk.terms.DocumentKind;
import jp.madoguchi.kiosk.terms.DocumentOrder;
import jp.madoguchi.kiosk.terms.News;
import jp.madoguchi.kiosk.terms.Obstacle;
import jp.madoguchi.kiosk.terms.Offer;
import jp.madoguchi.kiosk.terms.Part;
import jp.madoguchi.kiosk.terms.Refusal;
import jp.madoguchi.kiosk.terms.RequestId;
import jp.madoguchi.kiosk.terms.RevocationStatus;
import jp.madoguchi.kiosk.terms.Sha256;
import jp.madoguchi.kiosk.terms.StatusQuestion;
import jp.madoguchi.kiosk.terms.VisitId;
import jp.madoguchi.kiosk.terms.Withheld;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Owns the line to the center: keeps it warm, asks, verifies what comes, and reports what became of it. */
final class CenterHand implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CenterHand.class);
    private static final Duration LOOK = Duration.ofSeconds(5);
    /** Of any question to the center, with all its repetitions. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Desk desk;
    private final Terminal terminal;
    private final Worker worker;
    private final Unwritten unwritten;
    private final Predicate<Yen> payable;

    /** What else the center is given, and is made for it. */
    @FunctionalInterface
    interface Meanwhile {
        /**
         * Asks the center at most one thing.
         *
         * @param answers whether the center does, and nobody is there who would wait for it
         * @return whether there is more to ask it at once
         */
        boolean look(boolean answers);
    }

    private final Meanwhile meanwhile;
    private final StatusLog told = new StatusLog("center");
    private final StatusLog clock = new StatusLog("clock");
    private boolean clockWrong;
    private volatile boolean clockRight;
    private Optional<News> news = Optional.empty();

    /**
     * @param payable whether a fee can be paid at this kiosk, given change enough
     * @param meanwhile is looked after from time to time, whatever the center says
     */
    CenterHand(Desk desk, Terminal terminal, Predicate<Yen> payable, Meanwhile meanwhile) {
        this.desk = desk;
        this.terminal = terminal;
        this.unwritten = desk.unwritten();
        this.payable = payable;
        this.meanwhile = meanwhile;
        this.worker = new Worker("center", desk.posts(), LOOK, this::look);
    }

    /** For all who ask the center: it is asked one thing at a time. */
    Worker worker() {
        return worker;
    }

    void start() {
        worker.start();
    }

    Pulse pulse() {
        return worker.pulse(LONGEST);
    }

    /** Whether the center has told its time in this run, and this kiosk's is the same. */
    boolean clockIsRight() {
        return clockRight;
    }

    void open(VisitId visit) {
        worker.submit(visit, () -> {
            Optional<Belongings> kept = desk.of(visit);
            if (kept.isEmpty()) {
                return; // the visit is over
            }
            answer(
                    visit,
                    kept.get().access().center().open(visit),
                    opened -> new Event.ChallengeArrived(challenge(opened)));
        });
    }

    /** Asks whether the certificate that is shown still holds. The visit goes on meanwhile, and whatever comes of it. */
    void askStatus(VisitId visit, CertificateKind kind) {
        worker.submit(
                visit,
                () -> desk.of(visit)
                        .ifPresent(kept -> kept.question(kind)
                                .ifPresent(question ->
                                        desk.posts().post(visit, new Event.StatusTold(kind, status(kept, question))))));
    }

    private RevocationStatus status(Belongings kept, StatusQuestion question) {
        CenterAnswer<RevocationStatus> answer = kept.access().center().certificateStatus(question);
        if (answer instanceof CenterAnswer.Given<RevocationStatus> given) {
            boolean late = given.value() instanceof RevocationStatus.UnknownYet
                    && !question.isNew(desk.clock().instant());
            // What its authority should have known for long is nothing that waiting helps.
            return late ? new RevocationStatus.Unavailable() : given.value();
        }
        if (answer instanceof CenterAnswer.Refused<RevocationStatus> refused
                && refused.refusal() == Refusal.CERTIFICATE_UNKNOWN_ISSUER) {
            return new RevocationStatus.UnknownIssuer();
        }
        LOG.warn("visit {}: the center does not say how a certificate stands: {}", kept.visit(), answer);
        return new RevocationStatus.Unavailable();
    }

    private Challenge challenge(OpenedVisit opened) {
        return new Challenge(opened.center(), opened.nonce(), desk.clock().instant());
    }

    void authenticate(VisitId visit) {
        worker.submit(visit, () -> {
            Optional<Belongings> kept = desk.of(visit);
            Optional<Authentication> proof = kept.flatMap(Belongings::authentication);
            if (proof.isEmpty()) {
                return; // the visit is over
            }
            answer(visit, kept.get().access().center().authenticate(visit, proof.get()), catalogue -> {
                Catalogue payable = payable(catalogue);
                kept.get().keep(payable.offers());
                return new Event.Welcomed(payable);
            });
        });
    }

    /** What cannot be paid here is not hidden: the resident is told where it can be had. */
    private Catalogue payable(Catalogue catalogue) {
        List<Offer> offers = new ArrayList<>();
        List<Withheld> withheld = new ArrayList<>(catalogue.withheld());
        for (Offer offer : catalogue.offers()) {
            Optional<DocumentKind> kind = DocumentKind.ofWireName(offer.kind());
            if (payable.test(new Yen(offer.fee()))) {
                offers.add(offer);
            } else if (kind.isPresent()) {
                withheld.add(new Withheld(
                        offer.municipality(),
                        offer.municipalityName(),
                        kind.get(),
                        Withheld.Reason.NOT_PAYABLE_HERE,
                        Optional.empty(),
                        Optional.empty()));
            }
        }
        return new Catalogue(catalogue.offices(), offers, withheld);
    }

    /** @param arrived is called with a verified document before the visit hears of it */
    void request(VisitId visit, DocumentOrder order, Runnable arrived) {
        worker.submit(visit, () -> {
            Optional<Belongings> kept = desk.of(visit);
            Optional<Binding> binding = kept.flatMap(belongings -> binding(belongings, order));
            if (binding.isEmpty()) {
                return; // the visit is over
            }
            desk.ledger().record(visit, Fact.Ordered.of(order));
            answer(
                    visit,
                    kept.get()
                            .access()
                            .center()
                            .requestDocument(visit, order, () -> desk.of(visit).isPresent()),
                    document -> verified(kept.get(), binding.get(), document, arrived));
        });
    }

    private Event verified(Belongings kept, Binding binding, SealedDocument document, Runnable arrived) {
        if (desk.of(kept.visit()).isEmpty()) {
            LOG.info("visit {}: its document came after its end and is not opened", kept.visit());
            return new Event.DocumentUntrusted(); // nobody is there to hear it
        }
        Verification verification = kept.access()
                .documents()
                .verify(binding, kept.key(), document, desk.clock().instant());
        if (verification instanceof Verification.Verified verified) {
            kept.keep(verified.document());
            arrived.run();
            return new Event.DocumentArrived(verified.document().pages().size());
        }
        return refused(kept.visit(), verification);
    }

    /** The same checks once more; empty when the document still is this visit's. Called from the printer's thread. */
    Optional<Event> recheck(Belongings kept, DocumentOrder order) {
        Verification verification = kept.access()
                .documents()
                .recheck(
                        binding(kept, order).orElseThrow(),
                        kept.document().orElseThrow(),
                        desk.clock().instant());
        return verification instanceof Verification.Verified
                ? Optional.empty()
                : Optional.of(refused(kept.visit(), verification));
    }

    private Event refused(VisitId visit, Verification verification) {
        LOG.error("visit {}: the document is refused: {}", visit, verification);
        if (verification instanceof Verification.Misbound misbound) {
            latch(visit, misbound.check().name());
            return new Event.DocumentMisbound(misbound.check().name());
        }
        return verification instanceof Verification.OutOfTime
                ? new Event.DocumentOutOfTime()
                : new Event.DocumentUntrusted();
    }

    /** Durable, and told to whoever is there: the service goes off even when the resident has left already. */
    private void latch(VisitId visit, String check) {
        unwritten.add(visit, new Fact.Latched(check));
        desk.posts().post(new Event.DocumentMisbound(check));
        unwritten.write();
    }

    private Optional<Binding> binding(Belongings kept, DocumentOrder order) {
        return kept.authentication()
                .map(proof -> new Binding(
                        proof.text().digest(), terminal.kiosk(), kept.visit(), Sha256.of(proof.certificate()), order));
    }

    private <T> void answer(VisitId visit, CenterAnswer<T> answer, Function<T, Event> given) {
        if (answer instanceof CenterAnswer.Given<T> yes) {
            desk.posts().post(visit, given.apply(yes.value()));
        } else if (answer instanceof CenterAnswer.Refused<T> no) {
            LOG.warn("visit {}: the center refused: {}{}", visit, no.refusal(), clock(no.circumstances()));
            desk.posts().post(visit, new Event.CenterRefused(no.refusal(), no.circumstances()));
        } else if (answer instanceof CenterAnswer.Failed<T> failed) {
            LOG.warn("visit {}: the center failed: {} ({})", visit, failed.trouble(), failed.detail());
            desk.posts().post(visit, new Event.CenterFailed(failed.trouble()));
            look();
        }
    }

    /** Of a clock skew: what the center's own clock says. */
    private static String clock(Circumstances circumstances) {
        return circumstances.time().map(time -> ", by its clock at " + time).orElse("");
    }

    CompletableFuture<Void> looked() {
        return worker.looked();
    }

    CompletableFuture<Tested> test(BooleanSupplier idle) {
        return worker.test(Part.CENTER, idle, () -> {
            Set<Obstacle> inTheWay = obstacles(desk.access().center().status());
            return new Tested(
                    Part.CENTER,
                    inTheWay.isEmpty() ? Tested.Finding.CENTER_ANSWERS : Tested.Finding.IN_THE_WAY,
                    inTheWay);
        });
    }

    private void look() {
        CenterAnswer<CenterStatus> status = desk.access().center().status();
        told.now(words(status));
        tell(status);
        Set<Obstacle> obstacles = obstacles(status);
        desk.posts().post(new Event.PartChanged(Part.CENTER, obstacles));
        boolean more = meanwhile.look(
                answers(status) && desk.nobodyIsThere()); // first: it waits for no ledger, and for no visit's report
        unwritten.write();
        if (obstacles.isEmpty()) {
            reportOldest(); // before other keys are taken up: a visit's last request goes by what its first one went by
        }
        if (desk.renewKeys() || more) {
            worker.lookNow();
        }
    }

    /** What is not answered leaves the last news standing: an announcement does not end because the line does. */
    private void tell(CenterAnswer<CenterStatus> status) {
        if (status instanceof CenterAnswer.Given<CenterStatus> given) {
            CenterStatus now = given.value();
            News latest = new News(now.opens(), now.notice(), now.notices());
            if (!news.equals(Optional.of(latest))) {
                news = Optional.of(latest);
                desk.posts().post(new Event.CenterNews(latest));
            }
        }
    }

    /** One at a time, and only when nobody asks for anything: a resident never waits behind old reports. */
    private void reportOldest() {
        Iterator<Map.Entry<VisitId, List<Fact>>> unreported =
                desk.ledger().unreported().entrySet().iterator();
        if (unreported.hasNext()) {
            Map.Entry<VisitId, List<Fact>> oldest = unreported.next();
            List<Fact> ends = oldest.getValue();
            report(oldest.getKey(), (Fact.Ended) ends.get(ends.size() - 1));
            if (unreported.hasNext()) {
                worker.lookNow();
            }
        }
    }

    private static String words(CenterAnswer<CenterStatus> status) {
        if (status instanceof CenterAnswer.Given<CenterStatus> given) {
            return given.value().open() ? "open" : "closed: " + given.value().notice();
        }
        return status.toString();
    }

    /** A center that is closed takes what is no visit's. */
    private static boolean answers(CenterAnswer<CenterStatus> status) {
        return status instanceof CenterAnswer.Given
                || (status instanceof CenterAnswer.Refused<CenterStatus> refused
                        && refused.refusal() == Refusal.CLOSED);
    }

    /** A clock that was wrong stays so until the center tells its time again: a line that is cut sets no clock. */
    private Set<Obstacle> obstacles(CenterAnswer<CenterStatus> status) {
        if (status instanceof CenterAnswer.Given<CenterStatus> given) {
            clockWrong = isWrong(given.value().skew(desk.clock().instant()));
        }
        clockRight = !clockWrong && status instanceof CenterAnswer.Given; // nobody says how it went on without the line
        Set<Obstacle> obstacles = EnumSet.noneOf(Obstacle.class);
        if (clockWrong) {
            obstacles.add(Obstacle.CLOCK_WRONG);
        }
        line(status).ifPresent(obstacles::add);
        return obstacles;
    }

    private boolean isWrong(Duration skew) {
        boolean wrong = skew.abs().compareTo(CenterStatus.TOLERATED_SKEW) > 0;
        String off = skew.isNegative() ? "behind the center's" : "ahead of the center's";
        clock.now(wrong ? off : "as the center's", skew.abs());
        return wrong;
    }

    private static Optional<Obstacle> line(CenterAnswer<CenterStatus> status) {
        if (status instanceof CenterAnswer.Given<CenterStatus> given) {
            return given.value().open() ? Optional.empty() : Optional.of(Obstacle.CENTER_CLOSED);
        }
        if (status instanceof CenterAnswer.Refused<CenterStatus> refused) {
            return Optional.of(
                    refused.refusal() == Refusal.CLOSED ? Obstacle.CENTER_CLOSED : Obstacle.CENTER_UNTRUSTED);
        }
        CenterTrouble trouble = ((CenterAnswer.Failed<CenterStatus>) status).trouble();
        return Optional.of(
                trouble == CenterTrouble.UNTRUSTED ? Obstacle.CENTER_UNTRUSTED : Obstacle.CENTER_UNREACHABLE);
    }

    /** Tells the center how visits ended; what it does not acknowledge now is told again when it is reachable. */
    void report() {
        worker.lookNow();
    }

    private void report(VisitId visit, Fact.Ended ended) {
        Optional<RequestId> request =
                ended.request().isEmpty() ? Optional.empty() : Optional.of(new RequestId(ended.request()));
        VisitReport report = new VisitReport(
                request,
                VisitReport.Result.valueOf(
                        ended.result().toUpperCase(Locale.ROOT).replace('-', '_')),
                ended.inserted(),
                ended.kept(),
                ended.returned(),
                ended.owed());
        CenterAnswer<VisitReport.Receipt> answer = desk.access().center().report(visit, report);
        if (answer instanceof CenterAnswer.Given) {
            desk.ledger().record(visit, new Fact.Reported());
            LOG.info("visit {}: the center knows its end", visit);
        } else if (answer instanceof CenterAnswer.Refused<VisitReport.Receipt> no && !passes(no.refusal())) {
            // Said again it would be refused again.
            LOG.error("visit {}: the center refuses the report of its end: {}", visit, no.refusal());
            desk.ledger().record(visit, new Fact.ReportRefused(no.refusal().name()));
        } else {
            LOG.warn("visit {}: its end is not acknowledged yet: {}", visit, answer);
        }
    }

    static boolean passes(Refusal refusal) {
        return refusal == Refusal.CLOSED || refusal == Refusal.UNAVAILABLE;
    }

    @Override
    public void close() {
        worker.close(StopTimes.CENTER);
    }

    List<Offer> offers(VisitId visit) {
        return desk.of(visit).map(Belongings::offers).orElse(List.of());
    }
}
