package jp.madoguchi.kiosk.act;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jp.madoguchi.devices.card.CardInspection;
import jp.madoguchi.devices.card.CardSession;
import jp.madoguchi.devices.card.PinOutcome;
import jp.madoguchi.devices.card.SignatureReading;
import jp.madoguchi.devices.card.TokenKind;
import jp.madoguchi.kiosk.flow.Event;
import jp.madoguchi.kiosk.flow.TokenFacts;
import jp.madoguchi.kiosk.flow.TokenFacts.Finding;
import jp.madoguchi.kiosk.identity.CertificateOutline;
import jp.madoguchi.kiosk.terms.CertificateKind;
import jp.madoguchi.kiosk.terms.EndReason;
import jp.madoguchi.kiosk.terms.VisitId;

/** What a card tells for the certificate check. Of its certificates only what names nobody goes on. Belongs to the card's thread. */
final class CardCheck {
    private final Desk desk;
    private final CertificateOutline authentication;
    private final CertificateOutline signature;

    CardCheck(Desk desk, CertificateOutline authentication, CertificateOutline signature) {
        this.desk = desk;
        this.authentication = authentication;
        this.signature = signature;
    }

    /** Spends no try. */
    Event look(VisitId visit, CardSession session) {
        CardInspection looked = session.inspect();
        if (looked instanceof CardInspection.Inspected inspected) {
            return new Event.CardInspected(facts(visit, inspected));
        }
        return looked instanceof CardInspection.Failed failed
                ? new Event.CardFailed(failed.failure())
                : new Event.CardUnfit(EndReason.NOT_JPKI_CARD);
    }

    private TokenFacts facts(VisitId visit, CardInspection.Inspected inspected) {
        TokenKind kind = inspected.kind();
        return new TokenFacts(
                kind,
                inspected.expires(),
                inspected.pinTries(),
                inspected.passwordTries(),
                found(visit, CertificateKind.AUTHENTICATION, inspected.authentication(), kind.isPhone()),
                found(
                        visit,
                        CertificateKind.SIGNATURE,
                        inspected.signature(),
                        inspected.passwordTries().isPresent()));
    }

    private Finding found(VisitId visit, CertificateKind kind, Optional<byte[]> der, boolean guarded) {
        return der.map(read -> seen(visit, kind, read))
                .orElseGet(() -> guarded ? new Finding.Hidden() : new Finding.Absent());
    }

    /** Of the certificate only what its authority is asked by is kept; the certificate itself, which names its holder, is wiped. */
    private Finding seen(VisitId visit, CertificateKind kind, byte[] der) {
        CertificateOutline outline = kind == CertificateKind.AUTHENTICATION ? authentication : signature;
        Finding finding = outline.of(der).<Finding>map(Finding.Seen::new).orElseGet(Finding.Unreadable::new);
        desk.of(visit).ifPresent(kept -> kept.keep(kind, outline.question(der)));
        Arrays.fill(der, (byte) 0);
        return finding;
    }

    /**
     * VERIFY once, then the certificate behind it. Nothing is signed.
     *
     * @param secret the PIN of a telephone, or the signature password; the caller wipes it
     */
    Event open(VisitId visit, CardSession session, CertificateKind kind, byte[] secret) {
        return switch (kind) {
            case AUTHENTICATION -> openWithPin(visit, session, secret);
            case SIGNATURE -> openWithPassword(visit, session, secret);
        };
    }

    private Event openWithPin(VisitId visit, CardSession session, byte[] pin) {
        List<Finding> found = new ArrayList<>();
        PinOutcome outcome = session.readAndSign(pin, certificate -> {
            found.add(seen(visit, CertificateKind.AUTHENTICATION, certificate.clone()));
            return Optional.empty();
        });
        if (outcome instanceof PinOutcome.NoCertificate) {
            return opened(CertificateKind.AUTHENTICATION, new Finding.Absent());
        }
        return outcome instanceof PinOutcome.Declined
                ? opened(CertificateKind.AUTHENTICATION, found.get(0))
                : CardLogin.notSigned(outcome);
    }

    private Event openWithPassword(VisitId visit, CardSession session, byte[] password) {
        SignatureReading reading = session.readSignatureCertificate(password);
        if (reading instanceof SignatureReading.Read read) {
            return opened(CertificateKind.SIGNATURE, seen(visit, CertificateKind.SIGNATURE, read.certificate()));
        }
        if (reading instanceof SignatureReading.Wrong wrong) {
            return new Event.PinWrong(wrong.triesLeft());
        }
        if (reading instanceof SignatureReading.Blocked blocked) {
            return new Event.PinBlocked(blocked.now());
        }
        if (reading instanceof SignatureReading.Absent) {
            return opened(CertificateKind.SIGNATURE, new Finding.Absent());
        }
        return reading instanceof SignatureReading.Failed failed
                ? new Event.CardFailed(failed.failure())
                : new Event.PinUncertain(((SignatureReading.Uncertain) reading).failure());
    }

    private static Event opened(CertificateKind kind, Finding found) {
        return new Event.CertificateOpened(kind, found);
    }
}
