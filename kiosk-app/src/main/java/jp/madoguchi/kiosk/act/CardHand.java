package jp.madoguchi.kiosk.act;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import jp.madoguchi.devices.card.CardFailure;
import jp.madoguchi.devices.card.CardReader;
import jp.madoguchi.devices.card.CardReading;
import jp.madoguchi.devices.card.CardSession;
import jp.madoguchi.devices.card.ReaderStatus;
import jp.madoguchi.kiosk.flow.Challenge;
import jp.madoguchi.kiosk.flow.Event;
import jp.madoguchi.kiosk.health.Pulse;
import jp.madoguchi.kiosk.staff.Tested;
import jp.madoguchi.kiosk.terms.CertificateKind;
import jp.madoguchi.kiosk.terms.EndReason;
import jp.madoguchi.kiosk.terms.Obstacle;
import jp.madoguchi.kiosk.terms.Part;
import jp.madoguchi.kiosk.terms.VisitId;
import jp.madoguchi.kiosk.visit.SecretPad;

/** Owns the card reader: sees cards come and go, reads them, and lets them sign. */
final class CardHand implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final int LOOKS_OF_REST = 10;
    /** Of any talk with a card; PC/SC itself sets no limit. */
    static final Duration LONGEST = Duration.ofMinutes(2);

    private final Desk desk;
    private final CardReader reader;
    private final CardLogin login;
    private final CardCheck check;
    private final CardPinChange change;
    private final Worker worker;
    private final StatusLog told = new StatusLog("card reader");

    private Optional<ReaderStatus> known = Optional.empty();
    private Optional<CardSession> session = Optional.empty();
    /** Looks still to be left out, so that a card that does not answer is asked once a second and not at every look. */
    private int rest;

    CardHand(Desk desk, CardReader reader, CardLogin login, CardCheck check, CardPinChange change) {
        this.desk = desk;
        this.reader = reader;
        this.login = login;
        this.check = check;
        this.change = change;
        this.worker = new Worker("card", desk.posts(), LOOK, this::look);
    }

    void start() {
        worker.start();
    }

    Pulse pulse() {
        return worker.pulse(LONGEST);
    }

    void read(VisitId visit) {
        worker.submit(visit, () -> desk.posts().post(visit, readNow(visit)));
    }

    void signIn(VisitId visit, Challenge challenge) {
        worker.submit(visit, () -> desk.posts().post(visit, signNow(visit, challenge)));
    }

    void inspect(VisitId visit) {
        worker.submit(visit, () -> desk.posts().post(visit, inspectNow(visit)));
    }

    void openCertificate(VisitId visit, CertificateKind kind) {
        SecretPad pad = switch (kind) {
            case AUTHENTICATION -> desk.pads().pin();
            case SIGNATURE -> desk.pads().password();
        };
        worker.submit(
                visit,
                () -> desk.posts()
                        .post(visit, withSecret(pad, (opened, secret) -> check.open(visit, opened, kind, secret))));
    }

    void weighNewPin(VisitId visit) {
        worker.submit(visit, () -> desk.posts().post(visit, change.weigh(visit)));
    }

    void changePin(VisitId visit) {
        worker.submit(visit, () -> desk.posts().post(visit, change.change(visit, session)));
    }

    void release(VisitId visit) {
        worker.submit(visit, () -> {
            desk.pads().clear();
            letGo();
        });
    }

    CompletableFuture<Void> looked() {
        return worker.looked();
    }

    /** Reads whatever lies there as far as it tells without a PIN, and keeps nothing of it. A card that is spoken with stays powered. */
    CompletableFuture<Tested> test(BooleanSupplier idle) {
        return worker.test(Part.CARD_READER, () -> session.isEmpty() && idle.getAsBoolean(), () -> {
            ReaderStatus status = reader.status();
            if (status.trouble().isPresent()) {
                return new Tested(Part.CARD_READER, Tested.Finding.IN_THE_WAY, obstacles(status));
            }
            return new Tested(
                    Part.CARD_READER,
                    status instanceof ReaderStatus.CardPresent ? tried() : Tested.Finding.READER_THERE);
        });
    }

    private Tested.Finding tried() {
        try {
            if (open().isPresent()) {
                return Tested.Finding.CARD_UNREADABLE;
            }
            CardReading reading = session.orElseThrow().read();
            if (reading instanceof CardReading.Failed) {
                return Tested.Finding.CARD_UNREADABLE;
            }
            boolean ours = reading instanceof CardReading.Token || reading instanceof CardReading.PinFirst;
            return ours ? Tested.Finding.CARD_READ : Tested.Finding.OTHER_CARD_READ;
        } finally {
            letGo();
        }
    }

    private void letGo() {
        session.ifPresent(CardSession::close);
        session = Optional.empty();
    }

    private void look() {
        if (rest > 0) {
            rest--;
            return;
        }
        ReaderStatus now = reader.status();
        if (known.isPresent() && known.get().equals(now)) {
            return;
        }
        boolean before = known.isPresent() && known.get() instanceof ReaderStatus.CardPresent;
        boolean after = now instanceof ReaderStatus.CardPresent;
        known = Optional.of(now);
        told.now(now);
        desk.vitals().told(Part.CARD_READER, now.trouble().map(Set::of).orElse(Set.of()));
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
        return open().map(this::notRead).orElseGet(() -> read(visit, session.orElseThrow()));
    }

    /** Powers the card up; empty when that went well. */
    private Optional<CardFailure> open() {
        letGo();
        CardReader.Opening opening = reader.open();
        if (opening instanceof CardReader.Opening.Failed failed) {
            return Optional.of(failed.failure());
        }
        session = Optional.of(((CardReader.Opening.Opened) opening).session());
        return Optional.empty();
    }

    private Event inspectNow(VisitId visit) {
        Event looked =
                open().<Event>map(Event.CardFailed::new).orElseGet(() -> check.look(visit, session.orElseThrow()));
        return looked instanceof Event.CardFailed failed ? notRead(failed.failure()) : looked;
    }

    private Event read(VisitId visit, CardSession opened) {
        CardReading reading = opened.read();
        if (reading instanceof CardReading.Token token) {
            return login.read(visit, token);
        }
        if (reading instanceof CardReading.PinFirst token) {
            return login.read(visit, token);
        }
        if (reading instanceof CardReading.NotServed notServed) {
            return new Event.TokenNotServed(notServed.kind());
        }
        if (reading instanceof CardReading.NoCertificate) {
            return new Event.CardUnfit(EndReason.NO_CERTIFICATE);
        }
        return reading instanceof CardReading.Failed failed
                ? notRead(failed.failure())
                : new Event.CardUnfit(EndReason.NOT_JPKI_CARD);
    }

    /**
     * Where the flow asks for the card once more, what lies there at the next look counts as placed anew: a card can be back
     * before anyone saw that it was gone, and one that sits askew may answer the next time.
     */
    private Event notRead(CardFailure failure) {
        switch (failure) {
            case REMOVED -> known = Optional.empty();
            case UNRESPONSIVE, RESET -> {
                known = Optional.empty();
                rest = LOOKS_OF_REST;
            }
            case GARBLED, READER_GONE -> {}
        }
        return new Event.CardFailed(failure);
    }

    private Event signNow(VisitId visit, Challenge challenge) {
        return withSecret(
                desk.pads().pin(),
                (opened, pin) -> desk.of(visit)
                        .map(belongings -> login.sign(opened, belongings, challenge, pin))
                        .orElseGet(() -> new Event.CardFailed(CardFailure.REMOVED)));
    }

    /** What is done with a card and what guards something on it. */
    private interface SecretAct {
        Event act(CardSession session, byte[] secret);
    }

    /** Takes what was typed, and wipes it however the act ends. */
    private Event withSecret(SecretPad pad, SecretAct act) {
        return TypedSecrets.with(
                List.of(pad),
                typed -> session.map(opened -> act.act(opened, typed.get(0)))
                        .orElseGet(() -> new Event.CardFailed(CardFailure.REMOVED)));
    }

    @Override
    public void close() {
        worker.close(StopTimes.CARD);
        letGo();
        reader.close();
    }
}
