package jp.madoguchi.kiosk.center;

import com.google.errorprone.annotations.CheckReturnValue;
import java.util.List;
import java.util.function.BooleanSupplier;
import jp.madoguchi.kiosk.terms.Catalogue;
import jp.madoguchi.kiosk.terms.DocumentOrder;
import jp.madoguchi.kiosk.terms.Registration;
import jp.madoguchi.kiosk.terms.RevocationStatus;
import jp.madoguchi.kiosk.terms.StatusQuestion;
import jp.madoguchi.kiosk.terms.VisitId;

/**
 * The issuance center (証明書交付センター), as {@code docs/center-api.yaml} describes it. Every method blocks for a bounded time and is
 * called from the center's own thread; interrupting that thread ends the call with {@code UNCERTAIN}. Every call may be repeated with the same content: the center does nothing twice.
 */
@CheckReturnValue
public interface IssuanceCenter {
    /** Is the service open? Also keeps the connection warm. */
    CenterAnswer<CenterStatus> status();

    /** Opens the visit, or renews its nonce. */
    CenterAnswer<OpenedVisit> open(VisitId visit);

    /**
     * Does this certificate of a card, of either kind, still hold? Needs no visit. {@code UnknownYet} is what its authority does not
     * know, however old it is.
     */
    CenterAnswer<RevocationStatus> certificateStatus(StatusQuestion certificate);

    /** Proves who stands before the kiosk; answers what this resident can have now, maybe nothing, and what not and why. */
    CenterAnswer<Catalogue> authenticate(VisitId visit, Authentication authentication);

    /** Files a 本籍地利用登録, or asks how it stands by now. The visit is authenticated. */
    CenterAnswer<Registration> register(VisitId visit, RegistrationApplication application);

    /** All 本籍地利用登録 of this resident, the oldest first. The visit is authenticated. */
    CenterAnswer<List<Registration>> registrations(VisitId visit);

    /**
     * Asks for one document and waits while it is being made. Nothing of the answer is verified: see {@link DocumentBinding}.
     *
     * @param wanted whether anybody still waits for it; looked at while it is being made, and once it is false the center is not
     *     asked again
     */
    CenterAnswer<SealedDocument> requestDocument(VisitId visit, DocumentOrder order, BooleanSupplier wanted);

    /**
     * Leaves a signed checkpoint of the audit log.
     *
     * @param sequence of the entry that it names
     * @param signed CMS, by {@link KioskSeal}
     */
    CenterAnswer<VisitReport.Receipt> checkpoint(long sequence, byte[] signed);

    /** Tells how the visit ended; accepted at any later time. */
    CenterAnswer<VisitReport.Receipt> report(VisitId visit, VisitReport report);
}
