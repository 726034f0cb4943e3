package jp.madoguchi.kiosk.act;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import jp.madoguchi.kiosk.center.CenterAnswer;
import jp.madoguchi.kiosk.center.IssuanceCenter;
import jp.madoguchi.kiosk.center.RegistrationApplication;
import jp.madoguchi.kiosk.flow.Event;
import jp.madoguchi.kiosk.terms.CenterTrouble;
import jp.madoguchi.kiosk.terms.Registration;
import jp.madoguchi.kiosk.terms.RequestId;
import jp.madoguchi.kiosk.terms.Stage;
import jp.madoguchi.kiosk.terms.VisitId;
import jp.madoguchi.kiosk.visit.WritingPad.Line;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the center for 本籍地利用登録, on the center's thread. An application keeps its id until the center has answered it: however often
 * it is sent, there is one.
 */
final class RegistrationHand {
    private static final Logger LOG = LoggerFactory.getLogger(RegistrationHand.class);

    /** The id of an application that has no answer yet. */
    private record Unanswered(VisitId visit, RequestId request) {}

    private final Desk desk;
    private final Worker worker;
    private final SecureRandom random;
    private Optional<Unanswered> unanswered = Optional.empty();

    RegistrationHand(Desk desk, Worker worker, SecureRandom random) {
        this.desk = desk;
        this.worker = worker;
        this.random = random;
    }

    void ask(VisitId visit) {
        worker.submit(visit, () -> {
            desk.of(visit)
                    .map(kept -> kept.access().center())
                    .ifPresent(center -> desk.posts().post(visit, told(visit, center.registrations(visit))));
        });
    }

    void file(VisitId visit, String municipality) {
        worker.submit(visit, () -> {
            String domicile = desk.pads().writing().read(Line.DOMICILE).strip();
            String head = desk.pads().writing().read(Line.HEAD).strip();
            // Looked at after the pad was read: when the visit is over it is wiped, and another one may be writing.
            Optional<Belongings> kept = desk.of(visit);
            if (kept.isEmpty()) {
                return; // the visit is over
            }
            if (domicile.isEmpty() || head.isEmpty()) {
                Stage line = domicile.isEmpty() ? Stage.WRITE_DOMICILE : Stage.WRITE_HEAD;
                desk.posts().post(visit, new Event.LineMissing(line)); // overheard when it has been answered already
                return;
            }
            IssuanceCenter center = kept.get().access().center();
            desk.posts()
                    .post(
                            visit,
                            answered(
                                    visit,
                                    center.register(
                                            visit,
                                            new RegistrationApplication(
                                                    request(visit), municipality, domicile, head))));
        });
    }

    private RequestId request(VisitId visit) {
        Unanswered one = unanswered
                .filter(known -> known.visit().equals(visit))
                .orElseGet(() -> new Unanswered(visit, RequestId.random(random)));
        unanswered = Optional.of(one);
        return one.request();
    }

    private Event told(VisitId visit, CenterAnswer<List<Registration>> answer) {
        if (answer instanceof CenterAnswer.Given<List<Registration>> given) {
            return new Event.RegistrationsTold(given.value());
        }
        if (answer instanceof CenterAnswer.Failed<List<Registration>> failed) {
            return new Event.RegistrationsUntold(trouble(visit, failed));
        }
        CenterAnswer.Refused<List<Registration>> refused = (CenterAnswer.Refused<List<Registration>>) answer;
        LOG.warn("visit {}: the center does not say what was applied for: {}", visit, refused.refusal());
        return new Event.RegistrationsRefused(refused.refusal(), refused.circumstances());
    }

    /** Once it is answered nothing that was written is needed any more, nor may be sent again under another id. */
    private Event answered(VisitId visit, CenterAnswer<Registration> answer) {
        if (answer instanceof CenterAnswer.Failed<Registration> failed) {
            return new Event.CenterFailed(trouble(visit, failed));
        }
        unanswered = Optional.empty();
        desk.of(visit).ifPresent(here -> desk.pads().writing().clear());
        if (answer instanceof CenterAnswer.Given<Registration> given) {
            return new Event.RegistrationFiled(given.value());
        }
        CenterAnswer.Refused<Registration> refused = (CenterAnswer.Refused<Registration>) answer;
        LOG.warn("visit {}: the center refused the application: {}", visit, refused.refusal());
        return new Event.CenterRefused(refused.refusal(), refused.circumstances());
    }

    private CenterTrouble trouble(VisitId visit, CenterAnswer.Failed<?> failed) {
        LOG.warn("visit {}: the center failed: {} ({})", visit, failed.trouble(), failed.detail());
        worker.lookNow();
        return failed.trouble();
    }
}
