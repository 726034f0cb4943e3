package jp.madoguchi.workbench.papers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import jp.madoguchi.kiosk.center.Authentication;
import jp.madoguchi.kiosk.center.AuthenticationText;
import jp.madoguchi.kiosk.center.Binding;
import jp.madoguchi.kiosk.center.CenterAnswer;
import jp.madoguchi.kiosk.center.DocumentBinding;
import jp.madoguchi.kiosk.center.OpenedVisit;
import jp.madoguchi.kiosk.center.SealedDocument;
import jp.madoguchi.kiosk.center.SignerTrust;
import jp.madoguchi.kiosk.center.Verification;
import jp.madoguchi.kiosk.center.VisitKey;
import jp.madoguchi.kiosk.center.https.HttpsCenter;
import jp.madoguchi.kiosk.terms.Catalogue;
import jp.madoguchi.kiosk.terms.DocumentOrder;
import jp.madoguchi.kiosk.terms.Sha256;
import jp.madoguchi.kiosk.terms.VisitId;
import jp.madoguchi.simulators.card.CardIssuer;
import jp.madoguchi.simulators.card.IssuedCards;
import jp.madoguchi.simulators.center.CenterSettings;
import jp.madoguchi.simulators.center.CenterSimulator;

/**
 * The simulated center, and the kiosk's own line to it with every check of the binding; no screen, no money, no printer. One
 * thread.
 */
final class Counter implements AutoCloseable {
    private static final String KIOSK = "K-0001";

    private final SecureRandom random = new SecureRandom();
    private final Path dir;
    private final IssuedCards cards;
    private final Clock clock;
    private final CenterSimulator simulator;
    private final HttpsCenter center;
    private final DocumentBinding documents;

    private Counter(Path dir, Clock clock) throws IOException, GeneralSecurityException {
        this.dir = dir;
        this.clock = clock;
        cards = new CardIssuer(clock, random).fill(dir);
        simulator =
                CenterSimulator.start(CenterSettings.in(dir).withKiosk(KIOSK).withClock(clock));
        Set<X509Certificate> tls = Set.of(certificate(dir.resolve("center-tls-ca.pem")));
        Path passwordFile = dir.resolve("kiosk.p12.password");
        char[] password = Files.readString(passwordFile).strip().toCharArray();
        center = HttpsCenter.of(new HttpsCenter.Settings(
                simulator.url(),
                KeyStore.getInstance(dir.resolve("kiosk.p12").toFile(), password),
                password,
                tls,
                HttpsCenter.Limits.USUAL));
        documents = new DocumentBinding(SignerTrust.of(Set.of(certificate(dir.resolve("center-signer-ca.pem"))), tls));
    }

    /** Whether the center serves a resident. */
    sealed interface Answer permits Served, Refused {}

    /** It does not; the reason is that of center-api.yaml. */
    record Refused(String reason) implements Answer {}

    /** Opens with its files in {@code dir}; what is there already is used again. */
    static Counter open(Path dir, Clock clock) throws IOException, GeneralSecurityException {
        return new Counter(dir, clock);
    }

    /** Who has a card: every resident. */
    List<String> residents() throws IOException {
        return cards.ids().stream().filter(card -> !card.startsWith("special-")).toList();
    }

    /** Whoever holds that card. */
    Answer serve(String card) throws IOException, GeneralSecurityException {
        CardFiles files = new CardFiles(dir.resolve("cards").resolve(card));
        VisitId visit = VisitId.random(random);
        VisitKey key = VisitKey.generate(random);
        OpenedVisit opened = given(center.open(visit));
        byte[] certificate = files.certificate();
        AuthenticationText text = new AuthenticationText(
                KIOSK,
                Sha256.of(center.kioskCertificate().getEncoded()),
                opened.center(),
                visit,
                opened.nonce(),
                clock.instant(),
                key.fingerprint(),
                Sha256.of(certificate),
                AuthenticationText.Token.MY_NUMBER_CARD);
        Authentication proof =
                new Authentication(text, files.sign(text.bytes()), certificate, key.subjectPublicKeyInfo());
        CenterAnswer<Catalogue> answer = center.authenticate(visit, proof);
        if (answer instanceof CenterAnswer.Refused<Catalogue> no) {
            key.close();
            return new Refused(no.refusal().reason());
        }
        return new Served(
                this,
                card,
                new Served.Identified(visit, key, proof),
                given(answer).offers());
    }

    /** One copy, asked for and verified as a kiosk does before it takes money. */
    Paper issue(String resident, Served.Identified who, DocumentOrder order) throws IOException {
        SealedDocument sealed = given(center.requestDocument(who.visit(), order, () -> true));
        Binding binding = new Binding(
                who.proof().text().digest(),
                KIOSK,
                who.visit(),
                Sha256.of(who.proof().certificate()),
                order);
        Verification came = documents.verify(binding, who.key(), sealed, clock.instant());
        if (came instanceof Verification.Verified good) {
            return new Paper(
                    resident,
                    order,
                    good.document().issueNumber(),
                    good.document().pages());
        }
        throw new IOException(order.kind() + " for " + resident + " is not what was asked for: " + came);
    }

    private static <T> T given(CenterAnswer<T> answer) throws IOException {
        if (answer instanceof CenterAnswer.Given<T> yes) {
            return yes.value();
        }
        throw new IOException("the center did not answer as it should: " + answer);
    }

    private static X509Certificate certificate(Path pem) throws IOException, GeneralSecurityException {
        try (InputStream file = Files.newInputStream(pem)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(file);
        }
    }

    @Override
    public void close() {
        simulator.close();
    }
}
