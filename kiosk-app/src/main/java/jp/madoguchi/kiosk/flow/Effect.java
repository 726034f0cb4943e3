package jp.madoguchi.kiosk.flow;

import jp.madoguchi.devices.cash.Yen;
import jp.madoguchi.kiosk.terms.CertificateKind;
import jp.madoguchi.kiosk.terms.DocumentOrder;
import jp.madoguchi.kiosk.terms.VisitId;

/** What a move asks of the outside world. Carried out by {@link Hands}, which has one method for each. */
public sealed interface Effect {
    void carryOut(VisitId visit, Hands hands);

    record ReadCard() implements Effect {
        @Override
        public void carryOut(VisitId visit, Hands hands) {
            hands.readCard(visit);
        }
    }

    /** Look at all that the card tells without a PIN. */
    record InspectCard() implements Effect {
        @Override
        public void carryOut(VisitId visit, Hands hands) {
            hands.inspectCard(visit);
        }
    }

    /** Read a certificate with the PIN or password from its pad. Nothing is signed. */
    record OpenCertificate(CertificateKind certificate) implements Effect {
        @Override
        public void carryOut(VisitId visit, Hands hands) {
            hands.openCertificate(visit, certificate);
        }
    }

    /** Look whether anything speaks against the new PIN in its pad. The card is not asked. */
    record WeighNewPin() implements Effect {
        @Override
        public void carryOut(VisitId visit, Hands hands) {
            hands.weighNewPin(visit);
        }
    }

    /** VERIFY with the old PIN and CHANGE to the new one, from their pads, unless something speaks against the new one. */
    record ChangePin() implements Effect {
        @Override
        public void carryOut(VisitId visit, Hands hands) {
            hands.changePin(visit);
        }
    }

    /** Ask whether the certificate that was read last of this kind still holds. */
    record AskStatus(CertificateKind certificate) implements Effect {
        @Override
        public void carryOut(VisitId visit, Hands hands) {
            hands.askStatus(visit, certificate);
        }
    }

    record PrintSlip(TokenFacts token) implements Effect {
        @Override
        public void carryOut(VisitId visit, Hands hands) {
            hands.printSlip(visit, token);
        }
    }

    record ReleaseCard() implements Effect {
        @Override
        public void carryOut(VisitId visit, Hands hands) {
            hands.releaseCard(visit);
        }
    }

    /** Open the visit at the center, or renew its nonce. */
    record OpenVisit() implements Effect {
        @Override
        public void carryOut(VisitId visit, Hands hands) {
            hands.openVisit(visit);
        }
    }

    /** VERIFY with the PIN from the pad and sign the authentication text made with this nonce. */
    record SignIn(Challenge challenge) implements Effect {
        @Override
        public void carryOut(VisitId visit, Hands hands) {
            hands.signIn(visit, challenge);
        }
    }

    record Authenticate() implements Effect {
        @Override
        public void carryOut(VisitId visit, Hands hands) {
            hands.authenticate(visit);
        }
    }

    /** How do the resident's 本籍地利用登録 stand? */
    record AskRegistrations() implements Effect {
        @Override
        public void carryOut(VisitId visit, Hands hands) {
            hands.askRegistrations(visit);
        }
    }

    /** File what is in the writing pad with this municipality; the same application again while it is unanswered. */
    record FileRegistration(String municipality) implements Effect {
        @Override
        public void carryOut(VisitId visit, Hands hands) {
            hands.fileRegistration(visit, municipality);
        }
    }

    record RequestDocument(DocumentOrder order) implements Effect {
        @Override
        public void carryOut(VisitId visit, Hands hands) {
            hands.requestDocument(visit, order);
        }
    }

    /** Ask for money, if all of it could be given back and any change be given. */
    record OpenSlot(Yen fee) implements Effect {
        @Override
        public void carryOut(VisitId visit, Hands hands) {
            hands.openSlot(visit, fee);
        }
    }

    record ShutSlot() implements Effect {
        @Override
        public void carryOut(VisitId visit, Hands hands) {
            hands.shutSlot(visit);
        }
    }

    record PayOut(Yen amount) implements Effect {
        @Override
        public void carryOut(VisitId visit, Hands hands) {
            hands.payOut(visit, amount);
        }
    }

    record PrintDocument(DocumentOrder order) implements Effect {
        @Override
        public void carryOut(VisitId visit, Hands hands) {
            hands.printDocument(visit, order);
        }
    }

    record PrintReceipt(DocumentOrder order, Money money) implements Effect {
        @Override
        public void carryOut(VisitId visit, Hands hands) {
            hands.printReceipt(visit, order, money);
        }
    }

    record PrintClaimSlip(OpenClaim claim) implements Effect {
        @Override
        public void carryOut(VisitId visit, Hands hands) {
            hands.printClaimSlip(visit, claim);
        }
    }

    /** Nothing of the resident is needed any more: wipe it, however long the last screen stands. */
    record Forget() implements Effect {
        @Override
        public void carryOut(VisitId visit, Hands hands) {
            hands.forget(visit);
        }
    }

    /** Record that {@code owed} in all is open between the kiosk and the resident. */
    record Claim(Yen owed) implements Effect {
        @Override
        public void carryOut(VisitId visit, Hands hands) {
            hands.claim(visit, owed);
        }
    }

    /** The visit is over: wipe what is left of the resident, record and report the outcome. */
    record Finish(Outcome outcome) implements Effect {
        @Override
        public void carryOut(VisitId visit, Hands hands) {
            hands.finish(visit, outcome);
        }
    }
}
