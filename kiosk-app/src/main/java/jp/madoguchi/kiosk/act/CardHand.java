package jp.madoguchi.kiosk.act;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import jp.madoguchi.devices.card.CardFailure;
import jp.madoguchi.devices.card.CardReader;
import jp.madoguchi.devices.card.CardReading;
import jp.madoguchi.devices.card.CardSession;
import jp.madoguchi.devices.card.PinOutcome;
import jp.madoguchi.devices.card.ReaderStatus;
import jp.madoguchi.kiosk.center.Authentication;
import jp.madoguchi.kiosk.center.AuthenticationText;
import jp.madoguchi.kiosk.center.VisitKey;
import jp.madoguchi.kiosk.flow.Challenge;
import jp.madoguchi.kiosk.flow.Event;
import jp.madoguchi.kiosk.identity.CardCertificate;
import jp.madoguchi.kiosk.identity.UserAuthenticationProfile;
import jp.madoguchi.kiosk.terms.EndReason;
import jp.madoguchi.kiosk.terms.Obstacle;
import jp.madoguchi.kiosk.terms.Part;
import jp.madoguchi.kiosk.terms.Sha256;
import jp.madoguchi.kiosk.terms.VisitId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Owns the card reader: sees cards come and go, reads them, and lets them sign. */
final class CardHand implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CardHand.class);
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration CLOSING = Duration.ofSeconds(10);

    private final Desk desk;
    private final Terminal terminal;
    private final CardReader reader;
    private final UserAuthenticationProfile profile;
    private final Worker worker;
    private final StatusLog told = new StatusLog("card reader");

    private Optional<ReaderStatus> known = Optional.empty();
    private Optional<CardSession> session = Optional.empty();

    CardHand(Desk desk, Terminal terminal, CardReader reader, UserAuthenticationProfile profile) {
        this.desk = desk;
        this.terminal = terminal;
        this.reader = reader;
        this.profile = profile;
        this.worker = new Worker("card", desk.posts(), LOOK, this::look);
    }

    void start() {
        worker.start();
    }

    void read(VisitId visit) {
        worker.submit(visit, () -> desk.posts().post(visit, readNow(visit)));
    }

    void signIn(VisitId visit, Challenge challenge) {
        worker.submit(visit, () -> desk.posts().post(visit, signNow(visit, challenge)));
    }

    void release(VisitId visit) {
        worker.submit(visit, () -> {
            desk.pad().clear();
            letGo();
        });
    }

    private void letGo() {
        session.ifPresent(CardSession::close);
        session = Optional.empty();
    }

    private void look() {
        ReaderStatus now = reader.status();
        if (known.isPresent() && known.get().equals(now)) {
            return;
        }
        boolean before = known.isPresent() && known.get() instanceof ReaderStatus.CardPresent;
        boolean after = now instanceof ReaderStatus.CardPresent;
        known = Optional.of(now);
        told.now(now);
        desk.posts().post(new Event.PartChanged(Part.CARD_READER, obstacles(now)));
        if (before != after) {
            desk.posts().post(after ? new Event.CardPlaced() : new Event.CardTaken());
        }
    }

    private static Set<Obstacle> obstacles(ReaderStatus status) {
        if (status instanceof ReaderStatus.NoReader) {
            return Set.of(Obstacle.NO_READER);
        }
        if (status instanceof ReaderStatus.SeveralReaders) {
            return Set.of(Obstacle.SEVERAL_READERS);
        }
        return status instanceof ReaderStatus.ServiceDown ? Set.of(Obstacle.READER_SERVICE_DOWN) : Set.of();
    }

    private Event readNow(VisitId visit) {
        letGo();
        CardReader.Opening opening = reader.open();
        if (opening instanceof CardReader.Opening.Failed failed) {
            return new Event.CardFailed(failed.failure());
        }
        CardSession opened = ((CardReader.Opening.Opened) opening).session();
        session = Optional.of(opened);
        CardReading reading = opened.read();
        if (reading instanceof CardReading.Token token) {
            return fitness(visit, token);
        }
        if (reading instanceof CardReading.NotServed notServed) {
            return new Event.TokenNotServed(notServed.kind());
        }
        if (reading instanceof CardReading.NoCertificate) {
            return new Event.CardUnfit(EndReason.NO_CERTIFICATE);
        }
        return reading instanceof CardReading.Failed failed
                ? new Event.CardFailed(failed.failure())
                : new Event.CardUnfit(EndReason.NOT_JPKI_CARD);
    }

    private Event fitness(VisitId visit, CardReading.Token token) {
        CardCertificate examined = profile.examine(token.certificate());
        if (examined instanceof CardCertificate.Valid valid) {
            desk.of(visit).ifPresent(kept -> {
                kept.keepCertificate(token.certificate(), valid);
                VisitKey made = kept.key(); // while the PIN is being typed
                LOG.debug("visit {}: key {}", visit, made.fingerprint());
            });
            return new Event.CardRead(valid.notAfter(), token.triesLeft());
        }
        if (examined instanceof CardCertificate.Unsuitable unsuitable) {
            LOG.warn("visit {}: the certificate is unsuitable: {}", visit, unsuitable.flaw());
            return new Event.CardUnfit(EndReason.CERTIFICATE_UNSUITABLE);
        }
        if (examined instanceof CardCertificate.Expired) {
            return new Event.CardUnfit(EndReason.CERTIFICATE_EXPIRED);
        }
        return new Event.CardUnfit(
                examined instanceof CardCertificate.NotYetValid
                        ? EndReason.CERTIFICATE_NOT_YET_VALID
                        : EndReason.CERTIFICATE_UNKNOWN_ISSUER);
    }

    private Event signNow(VisitId visit, Challenge challenge) {
        Optional<byte[]> typed = desk.pad().take();
        if (typed.isEmpty()) {
            return new Event.PinIncomplete();
        }
        byte[] pin = typed.get();
        try {
            Optional<Belongings> belongings = desk.of(visit);
            if (session.isEmpty() || belongings.isEmpty()) {
                return new Event.CardFailed(CardFailure.REMOVED);
            }
            Belongings kept = belongings.get();
            AuthenticationText text = text(kept, challenge);
            PinOutcome outcome = session.get().sign(pin, text.digest().bytes());
            return outcome instanceof PinOutcome.Signed signed
                    ? signed(kept, text, signed.signature())
                    : notSigned(outcome);
        } finally {
            Arrays.fill(pin, (byte) 0);
        }
    }

    private AuthenticationText text(Belongings kept, Challenge challenge) {
        return new AuthenticationText(
                terminal.kiosk(),
                terminal.certificate(),
                challenge.center(),
                kept.visit(),
                challenge.nonce(),
                desk.clock().instant(),
                kept.key().fingerprint(),
                Sha256.of(kept.certificate()));
    }

    /** A card whose signature does not fit its certificate is broken, or not what it says. */
    private static Event signed(Belongings kept, AuthenticationText text, byte[] signature) {
        if (!kept.examined()
                .filter(valid -> valid.signed(text.bytes(), signature))
                .isPresent()) {
            return new Event.CardFailed(CardFailure.GARBLED);
        }
        kept.keep(new Authentication(
                text, signature, kept.certificate(), kept.key().subjectPublicKeyInfo()));
        return new Event.PinAccepted();
    }

    private static Event notSigned(PinOutcome outcome) {
        if (outcome instanceof PinOutcome.Wrong wrong) {
            return new Event.PinWrong(wrong.triesLeft());
        }
        if (outcome instanceof PinOutcome.Blocked blocked) {
            return new Event.PinBlocked(blocked.now());
        }
        return outcome instanceof PinOutcome.Failed failed
                ? new Event.CardFailed(failed.failure())
                : new Event.PinUncertain(((PinOutcome.Uncertain) outcome).failure());
    }

    @Override
    public void close() {
        worker.close(CLOSING);
        letGo();
        reader.close();
    }
}
