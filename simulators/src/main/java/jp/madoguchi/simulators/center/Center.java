package jp.madoguchi.simulators.center;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The calls of center-api.yaml on the center's state. One call at a time: nothing of two visits can ever mix. */
final class Center {
    static final String ID = "TEST-CENTER";

    private static final Duration REMEMBERED = Duration.ofHours(1);

    private final Clock clock;
    private final SecureRandom random;
    private final Register register;
    private final Authentication authentication;
    private final DocumentOffice office;
    private final CardCertificates certificates;
    private final Announcements announcements;
    private final boolean keepsHours;
    private final Registrations registrations = new Registrations();
    private final AuditCheckpoints checkpoints;
    private final Map<String, Visit> visits = new HashMap<>();
    private final Map<String, Issued> issued = new HashMap<>();
    private final Map<String, OutcomeRecord> outcomes = new LinkedHashMap<>();

    Center(
            CenterSettings settings,
            Register register,
            CardCertificates certificates,
            DocumentOffice office,
            Announcements announcements) {
        this.clock = settings.clock();
        this.random = settings.random();
        this.keepsHours = settings.keepsHours();
        this.register = register;
        this.certificates = certificates;
        this.authentication = new Authentication(ID, certificates, register);
        this.office = office;
        this.announcements = announcements;
        this.checkpoints = new AuditCheckpoints(settings.dir().resolve("audit-checkpoints"));
    }

    /** A request and its answer, kept so that a repetition gets the same bytes. */
    private record Issued(String visit, DocumentRequest request, SealedDocument document) {}

    /** {@code GET /status}: known before any card is read. */
    Answer status() throws IOException {
        Announcements.State state = announcements.at(clock.instant());
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("center", ID);
        body.put("open", state.open());
        body.put("time", now().toString());
        state.notice().ifPresent(notice -> body.put("notice", notice.json()));
        state.opens().ifPresent(opens -> body.put("opens", opens.toString()));
        body.put("notices", announcements.notices(register.municipalities(), clock.instant()));
        return new Answer.Given(body);
    }

    /** Empty when the service is open. */
    Optional<Answer> closed() {
        Announcements.State state = announcements.at(clock.instant());
        return state.open() ? Optional.empty() : Optional.of(new Answer.Refused(Reason.CLOSED, state.details()));
    }

    /** {@code POST /certificate-status}. */
    synchronized Answer certificateStatus(CertificateQuestion question) throws IOException {
        return certificates.status(question, clock.instant());
    }

    /** {@code PUT /visits/{visit}}. */
    synchronized Answer openVisit(Kiosk peer, String id) {
        Instant now = clock.instant();
        forgetBefore(now.minus(REMEMBERED));
        Visit visit = visits.computeIfAbsent(id, absent -> new Visit(id, peer.id(), now));
        if (!visit.kiosk().equals(peer.id())) {
            return new Answer.Refused(409, Reason.WRONG_KIOSK);
        }
        if (visit.authenticated() != null) {
            return new Answer.Refused(Reason.VISIT_AUTHENTICATED);
        }
        byte[] nonce = new byte[32];
        random.nextBytes(nonce);
        visit.renew(HexFormat.of().formatHex(nonce), now);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("center", ID);
        body.put("nonce", Base64.getEncoder().encodeToString(nonce));
        body.put("expires", now().plus(Visit.NONCE_LIFETIME).toString());
        return new Answer.Given(body);
    }

    /** {@code POST /visits/{visit}/authentication}. */
    synchronized Answer authenticate(Kiosk peer, String id, Proof proof) throws IOException {
        return inVisit(peer, id, visit -> {
            Visit.Attempt last = visit.lastAttempt();
            if (last != null && last.proof().equals(proof)) {
                return last.answer();
            }
            if (visit.authenticated() != null) {
                return new Answer.Refused(Reason.VISIT_AUTHENTICATED);
            }
            Answer answer = judge(proof, visit, peer);
            visit.remember(new Visit.Attempt(proof, answer));
            return answer;
        });
    }

    private Answer judge(Proof proof, Visit visit, Kiosk peer) throws IOException {
        Authentication.Verdict verdict = authentication.check(proof, visit, peer, clock.instant());
        if (verdict instanceof Authentication.Verdict.Accepted accepted) {
            visit.belongsTo(accepted.owner());
            return new Answer.Given(offers(visit, accepted.resident()).json());
        }
        return ((Authentication.Verdict.Refused) verdict).answer();
    }

    /** {@code GET /visits/{visit}/catalogue}. */
    synchronized Answer catalogue(Kiosk peer, String id) throws IOException {
        return forResident(
                peer,
                id,
                (visit, owner, resident) ->
                        new Answer.Given(offers(visit, resident).json()));
    }

    /** {@code PUT /visits/{visit}/documents/{request}}. */
    synchronized Answer requestDocument(Kiosk peer, String id, String request, DocumentRequest asked)
            throws IOException {
        return forResident(peer, id, (visit, owner, resident) -> {
            Issued before = issued.get(request);
            if (before != null) {
                return before.visit().equals(id) && before.request().equals(asked)
                        ? new Answer.Given(before.document().json())
                        : new Answer.Refused(Reason.REQUEST_CONFLICT);
            }
            Optional<CatalogueLine> line = offers(visit, resident).line(asked.municipality(), asked.kind());
            if (line.isEmpty()) {
                return new Answer.Refused(Reason.NOT_OFFERED);
            }
            Optional<Answer.Refused> refusal = line.get().refusal(asked);
            if (refusal.isPresent()) {
                return refusal.get();
            }
            SealedDocument document = office.issue(
                    new DocumentOffice.Order(asked, request, visit, owner, resident, line.get()), clock.instant());
            issued.put(request, new Issued(id, asked, document));
            return new Answer.Given(document.json());
        });
    }

    /** {@code PUT /visits/{visit}/registrations/{request}}. */
    synchronized Answer fileRegistration(Kiosk peer, String id, String request, Registrations.Application application)
            throws IOException {
        return forResident(
                peer,
                id,
                (visit, owner, resident) -> registrations.file(
                        request,
                        resident,
                        application,
                        register.municipality(application.municipality()),
                        clock.instant()));
    }

    /** {@code GET /visits/{visit}/registrations}. */
    synchronized Answer registrations(Kiosk peer, String id) throws IOException {
        return forResident(peer, id, (visit, owner, resident) -> registrations.of(resident, clock.instant()));
    }

    synchronized void answerRegistrations() {
        registrations.answerAll(clock.instant());
    }

    /** {@code PUT /visits/{visit}/outcome}. */
    synchronized Answer reportOutcome(OutcomeRecord outcome) {
        Visit visit = visits.get(outcome.visit());
        OutcomeRecord before = outcomes.get(outcome.visit());
        if ((visit != null && !visit.kiosk().equals(outcome.kiosk()))
                || (before != null && !before.kiosk().equals(outcome.kiosk()))) {
            return new Answer.Refused(Reason.WRONG_KIOSK);
        }
        if (before != null && !before.equals(outcome)) {
            return new Answer.Refused(Reason.OUTCOME_CONFLICT);
        }
        outcomes.put(outcome.visit(), outcome);
        return new Answer.Recorded();
    }

    /** {@code PUT /audit-checkpoints/{sequence}}. */
    synchronized Answer keepCheckpoint(Kiosk peer, long sequence, byte[] signed) throws IOException {
        return checkpoints.keep(peer, sequence, signed);
    }

    /** In the order in which they came. */
    synchronized List<OutcomeRecord> records() {
        return List.copyOf(outcomes.values());
    }

    /** The answer that this request was given, if it was. */
    synchronized Optional<Answer> answerTo(String request) {
        return Optional.ofNullable(issued.get(request))
                .map(found -> new Answer.Given(found.document().json()));
    }

    private Answer inVisit(Kiosk peer, String id, InVisit call) throws IOException {
        Visit visit = visits.get(id);
        if (visit == null) {
            return new Answer.Refused(Reason.UNKNOWN_VISIT);
        }
        return visit.kiosk().equals(peer.id()) ? call.answer(visit) : new Answer.Refused(Reason.WRONG_KIOSK);
    }

    private Answer forResident(Kiosk peer, String id, ForResident call) throws IOException {
        return inVisit(peer, id, visit -> {
            Visit.Authenticated owner = visit.authenticated();
            if (owner == null) {
                return new Answer.Refused(Reason.NOT_AUTHENTICATED);
            }
            Optional<Resident> resident = register.residentOf(owner.certificate());
            return resident.isPresent()
                    ? call.answer(visit, owner, resident.get())
                    : new Answer.Refused(Reason.RESIDENT_UNKNOWN);
        });
    }

    private Catalogue offers(Visit visit, Resident resident) throws IOException {
        Instant now = clock.instant();
        return new Catalogue(
                resident,
                visit.household(resident, random),
                register,
                new Catalogue.Conditions(
                        now, keepsHours, office.canWrite(resident), registrations.isGranted(resident, now)));
    }

    private void forgetBefore(Instant time) {
        visits.values().removeIf(visit -> visit.opened().isBefore(time));
        issued.values().removeIf(document -> !visits.containsKey(document.visit()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    @FunctionalInterface
    private interface InVisit {
        Answer answer(Visit visit) throws IOException;
    }

    @FunctionalInterface
    private interface ForResident {
        Answer answer(Visit visit, Visit.Authenticated owner, Resident resident) throws IOException;
    }
}
