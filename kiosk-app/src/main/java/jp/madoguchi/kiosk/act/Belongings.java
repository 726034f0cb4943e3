package jp.madoguchi.kiosk.act;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.madoguchi.devices.card.TokenKind;
import jp.madoguchi.kiosk.center.Authentication;
import jp.madoguchi.kiosk.center.CenterAccess;
import jp.madoguchi.kiosk.center.IssuedDocument;
import jp.madoguchi.kiosk.center.VisitKey;
import jp.madoguchi.kiosk.identity.CardCertificate;
import jp.madoguchi.kiosk.terms.CertificateKind;
import jp.madoguchi.kiosk.terms.Offer;
import jp.madoguchi.kiosk.terms.Sha256;
import jp.madoguchi.kiosk.terms.StatusQuestion;
import jp.madoguchi.kiosk.terms.VisitId;

/**
 * What the hands hold of one resident between two acts: the only place where anything personal lives during a visit. Wiped
 * when the visit is over; what a late answer brings after that is wiped at once. Any thread.
 */
final class Belongings {
    private final VisitId visit;
    private final CenterAccess access;
    private final SecureRandom random;
    private Optional<VisitKey> key = Optional.empty();
    private Optional<TokenKind> token = Optional.empty();
    private byte[] certificate = new byte[0];
    private Optional<CardCertificate.Valid> examined = Optional.empty();
    private final Map<CertificateKind, StatusQuestion> questions = new EnumMap<>(CertificateKind.class);
    private Optional<Authentication> authentication = Optional.empty();
    private List<Offer> offers = List.of();
    private Optional<IssuedDocument> document = Optional.empty();
    private byte[] job = new byte[0];
    private Optional<Sha256> composed = Optional.empty();
    private boolean wiped;

    Belongings(VisitId visit, CenterAccess access, SecureRandom random) {
        this.visit = visit;
        this.access = access;
        this.random = random;
    }

    VisitId visit() {
        return visit;
    }

    /** By what kiosk and center know each other from this visit's first request to its last. */
    CenterAccess access() {
        return access;
    }

    /** The ephemeral key of the visit, made when it is first asked for. */
    synchronized VisitKey key() {
        VisitKey pair = key.orElseGet(() -> VisitKey.generate(random));
        if (wiped) {
            pair.close();
        }
        key = Optional.of(pair);
        return pair;
    }

    synchronized byte[] certificate() {
        return certificate;
    }

    synchronized Optional<CardCertificate.Valid> examined() {
        return examined;
    }

    synchronized void keepCertificate(byte[] der, CardCertificate.Valid valid) {
        certificate = wiped ? new byte[0] : der;
        examined = wiped ? Optional.empty() : Optional.of(valid);
    }

    /** What the authority of the certificate that is being shown is asked. */
    synchronized Optional<StatusQuestion> question(CertificateKind kind) {
        return Optional.ofNullable(questions.get(kind));
    }

    /** @param question of the certificate that was read last; empty when nobody can be asked */
    synchronized void keep(CertificateKind kind, Optional<StatusQuestion> question) {
        questions.remove(kind);
        question.filter(asked -> !wiped).ifPresent(asked -> questions.put(kind, asked));
    }

    /** What the card is; the card that was read last. */
    synchronized Optional<TokenKind> token() {
        return token;
    }

    synchronized void keepToken(TokenKind kind) {
        token = Optional.of(kind);
    }

    synchronized Optional<Authentication> authentication() {
        return authentication;
    }

    synchronized void keep(Authentication proof) {
        authentication = wiped ? Optional.empty() : Optional.of(proof);
    }

    synchronized List<Offer> offers() {
        return offers;
    }

    synchronized void keep(List<Offer> catalogue) {
        offers = wiped ? List.of() : catalogue;
    }

    synchronized Optional<IssuedDocument> document() {
        return document;
    }

    synchronized void keep(IssuedDocument issued) {
        if (wiped) {
            issued.wipe();
        } else {
            document = Optional.of(issued);
        }
    }

    /** The composed job; empty unless it is, byte for byte, what was composed. */
    synchronized Optional<byte[]> job() {
        return composed.filter(Sha256.of(job)::equals).map(same -> job);
    }

    synchronized void keepJob(byte[] pdf) {
        if (wiped) {
            Arrays.fill(pdf, (byte) 0);
        } else {
            job = pdf;
            composed = Optional.of(Sha256.of(pdf));
        }
    }

    synchronized void wipe() {
        wiped = true;
        key.ifPresent(VisitKey::close);
        Arrays.fill(certificate, (byte) 0);
        certificate = new byte[0];
        questions.clear();
        token = Optional.empty();
        examined = Optional.empty();
        authentication = Optional.empty();
        offers = List.of();
        document.ifPresent(IssuedDocument::wipe);
        document = Optional.empty();
        Arrays.fill(job, (byte) 0);
        job = new byte[0];
        composed = Optional.empty();
    }
}
