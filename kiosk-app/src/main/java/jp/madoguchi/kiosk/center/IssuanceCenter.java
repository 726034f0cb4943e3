package jp.madoguchi.kiosk.center;

import com.google.errorprone.annotations.CheckReturnValue;
import java.util.List;
import jp.madoguchi.kiosk.terms.DocumentOrder;
import jp.madoguchi.kiosk.terms.Offer;
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

    /** Proves who stands before the kiosk; answers what this resident can have now, maybe nothing. */
    CenterAnswer<List<Offer>> authenticate(VisitId visit, Authentication authentication);

    /** Asks for one document and waits while it is being made. Nothing of the answer is verified: see {@link DocumentBinding}. */
    CenterAnswer<SealedDocument> requestDocument(VisitId visit, DocumentOrder order);

    /** Tells how the visit ended; accepted at any later time. */
    CenterAnswer<VisitReport.Receipt> report(VisitId visit, VisitReport report);
}
