package jp.madoguchi.kiosk.flow;

import jp.madoguchi.devices.cash.Yen;
import jp.madoguchi.kiosk.terms.CertificateKind;
import jp.madoguchi.kiosk.terms.DocumentOrder;
import jp.madoguchi.kiosk.terms.VisitId;

/**
 * Carries out effects. Called on the visit's thread; every method returns at once, works on a thread of its own and
 * answers with an event of the same visit.
 */
public interface Hands {
    void readCard(VisitId visit);

    void inspectCard(VisitId visit);

    void openCertificate(VisitId visit, CertificateKind certificate);

    void weighNewPin(VisitId visit);

    void changePin(VisitId visit);

    void askStatus(VisitId visit, CertificateKind certificate);

    void printSlip(VisitId visit, TokenFacts token);

    void releaseCard(VisitId visit);

    void openVisit(VisitId visit);

    void signIn(VisitId visit, Challenge challenge);

    void authenticate(VisitId visit);

    void askRegistrations(VisitId visit);

    void fileRegistration(VisitId visit, String municipality);

    void requestDocument(VisitId visit, DocumentOrder order);

    void openSlot(VisitId visit, Yen fee);

    void shutSlot(VisitId visit);

    void payOut(VisitId visit, Yen amount);

    void printDocument(VisitId visit, DocumentOrder order);

    void printReceipt(VisitId visit, DocumentOrder order, Money money);

    void printClaimSlip(VisitId visit, OpenClaim claim);

    void forget(VisitId visit);

    void claim(VisitId visit, Yen owed);

    /** Something of its money was told after its end: its account is closed anew, and what is owed is claimed. */
    void closeAnew(VisitId visit);

    void finish(VisitId visit, Outcome outcome);
}
