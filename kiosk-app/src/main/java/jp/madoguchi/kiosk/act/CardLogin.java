package jp.madoguchi.kiosk.act;

import java.util.Optional;
import jp.madoguchi.devices.card.CardFailure;
import jp.madoguchi.devices.card.CardReading;
import jp.madoguchi.devices.card.CardSession;
import jp.madoguchi.devices.card.PinOutcome;
import jp.madoguchi.devices.card.Signing;
import jp.madoguchi.devices.card.TokenKind;
import jp.madoguchi.kiosk.center.Authentication;
import jp.madoguchi.kiosk.center.AuthenticationText;
import jp.madoguchi.kiosk.center.VisitKey;
import jp.madoguchi.kiosk.flow.Challenge;
import jp.madoguchi.kiosk.flow.Event;
import jp.madoguchi.kiosk.identity.CardCertificate;
import jp.madoguchi.kiosk.identity.UserAuthenticationProfile;
import jp.madoguchi.kiosk.terms.EndReason;
import jp.madoguchi.kiosk.terms.Sha256;
import jp.madoguchi.kiosk.terms.VisitId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which certificate a resident logs in with, and what it signs. Belongs to the card's thread. */
final class CardLogin {
    private static final Logger LOG = LoggerFactory.getLogger(CardLogin.class);

    private final Desk desk;
    private final Terminal terminal;
    private final UserAuthenticationProfile profile;

    CardLogin(Desk desk, Terminal terminal, UserAuthenticationProfile profile) {
        this.desk = desk;
        this.terminal = terminal;
        this.profile = profile;
    }

    /** A card shows its certificate at once: it is examined while the PIN is not asked for yet. */
    Event read(VisitId visit, CardReading.Token token) {
        CardCertificate examined = profile.examine(token.certificate());
        if (!(examined instanceof CardCertificate.Valid valid)) {
            return new Event.CardUnfit(unfit(visit, examined));
        }
        desk.of(visit).ifPresent(kept -> {
            kept.keepCertificate(token.certificate(), valid);
            begin(kept, token.kind());
        });
        return new Event.CardRead(token.kind(), Optional.of(valid.notAfter()), token.triesLeft());
    }

    /** A phone shows it after the PIN. */
    Event read(VisitId visit, CardReading.PinFirst token) {
        desk.of(visit).ifPresent(kept -> begin(kept, token.kind()));
        return new Event.CardRead(token.kind(), Optional.empty(), token.triesLeft());
    }

    private static void begin(Belongings kept, TokenKind kind) {
        kept.keepToken(kind);
        VisitKey made = kept.key(); // while the PIN is being typed
        LOG.debug("visit {}: key {}", kept.visit(), made.fingerprint());
    }

    /** VERIFY and SIGN of the authentication text, with what {@link #read} has found. */
    Event sign(CardSession session, Belongings kept, Challenge challenge, byte[] pin) {
        if (kept.token().filter(TokenKind.ANDROID_PHONE::equals).isPresent()) {
            Decision decision = new Decision(kept, challenge);
            PinOutcome outcome = session.readAndSign(pin, decision);
            return outcome instanceof PinOutcome.Declined
                    ? new Event.CardUnfit(decision.unfit)
                    : decision.text.map(text -> signed(kept, text, outcome)).orElseGet(() -> notSigned(outcome));
        }
        AuthenticationText text = text(kept, challenge, AuthenticationText.Token.MY_NUMBER_CARD);
        return signed(kept, text, session.sign(pin, text.digest().bytes()));
    }

    /** Examines what the phone shows while the card waits: nothing is signed with a certificate that is not fit for it. */
    private final class Decision implements Signing {
        private final Belongings kept;
        private final Challenge challenge;
        private EndReason unfit = EndReason.CERTIFICATE_UNSUITABLE;
        private Optional<AuthenticationText> text = Optional.empty();

        Decision(Belongings kept, Challenge challenge) {
            this.kept = kept;
            this.challenge = challenge;
        }

        @Override
        public Optional<byte[]> digest(byte[] certificate) {
            CardCertificate examined = profile.examine(certificate);
            if (!(examined instanceof CardCertificate.Valid valid)) {
                unfit = unfit(kept.visit(), examined);
                return Optional.empty();
            }
            kept.keepCertificate(certificate, valid);
            text = Optional.of(text(kept, challenge, AuthenticationText.Token.ANDROID_PHONE));
            return text.map(signed -> signed.digest().bytes());
        }
    }

    private AuthenticationText text(Belongings kept, Challenge challenge, AuthenticationText.Token token) {
        return new AuthenticationText(
                terminal.kiosk(),
                kept.access().kioskCertificate(),
                challenge.center(),
                kept.visit(),
                challenge.nonce(),
                desk.clock().instant(),
                kept.key().fingerprint(),
                Sha256.of(kept.certificate()),
                token);
    }

    /** A card whose signature does not fit its certificate is broken, or not what it says. */
    private static Event signed(Belongings kept, AuthenticationText text, PinOutcome outcome) {
        if (!(outcome instanceof PinOutcome.Signed signed)) {
            return notSigned(outcome);
        }
        Optional<CardCertificate.Valid> valid =
                kept.examined().filter(examined -> examined.signed(text.bytes(), signed.signature()));
        if (valid.isEmpty()) {
            return new Event.CardFailed(CardFailure.GARBLED);
        }
        kept.keep(new Authentication(
                text, signed.signature(), kept.certificate(), kept.key().subjectPublicKeyInfo()));
        return new Event.PinAccepted(valid.get().notAfter());
    }

    static Event notSigned(PinOutcome outcome) {
        if (outcome instanceof PinOutcome.Wrong wrong) {
            return new Event.PinWrong(wrong.triesLeft());
        }
        if (outcome instanceof PinOutcome.Blocked blocked) {
            return new Event.PinBlocked(blocked.now());
        }
        if (outcome instanceof PinOutcome.NoCertificate) {
            return new Event.CardUnfit(EndReason.NO_CERTIFICATE);
        }
        return outcome instanceof PinOutcome.Failed failed
                ? new Event.CardFailed(failed.failure())
                : new Event.PinUncertain(((PinOutcome.Uncertain) outcome).failure());
    }

    private static EndReason unfit(VisitId visit, CardCertificate examined) {
        if (examined instanceof CardCertificate.Unsuitable unsuitable) {
            LOG.warn("visit {}: the certificate is unsuitable: {}", visit, unsuitable.flaw());
            return EndReason.CERTIFICATE_UNSUITABLE;
        }
        if (examined instanceof CardCertificate.Expired) {
            return EndReason.CERTIFICATE_EXPIRED;
        }
        return examined instanceof CardCertificate.NotYetValid
                ? EndReason.CERTIFICATE_NOT_YET_VALID
                : EndReason.CERTIFICATE_UNKNOWN_ISSUER;
    }
}
