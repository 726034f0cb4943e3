package jp.madoguchi.kiosk.act;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.Mockito.mock;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import jp.madoguchi.devices.card.CardFailure;
import jp.madoguchi.devices.card.CardInspection;
import jp.madoguchi.devices.card.CardReader;
import jp.madoguchi.devices.card.CardSession;
import jp.madoguchi.devices.card.TokenKind;
import jp.madoguchi.devices.card.pcsc.PcscCardReader;
import jp.madoguchi.kiosk.flow.Event;
import jp.madoguchi.kiosk.flow.TokenFacts;
import jp.madoguchi.kiosk.flow.TokenFacts.Finding;
import jp.madoguchi.kiosk.identity.CertificateOutline;
import jp.madoguchi.kiosk.identity.OlderPki;
import jp.madoguchi.kiosk.identity.Purpose;
import jp.madoguchi.kiosk.identity.SignatureAlgorithm;
import jp.madoguchi.kiosk.identity.TrustAnchors;
import jp.madoguchi.kiosk.ledger.Ledger;
import jp.madoguchi.kiosk.terms.CertificateFacts;
import jp.madoguchi.kiosk.terms.CertificateFacts.State;
import jp.madoguchi.kiosk.terms.CertificateKind;
import jp.madoguchi.kiosk.terms.EndReason;
import jp.madoguchi.kiosk.terms.RevocationStatus;
import jp.madoguchi.kiosk.terms.VisitId;
import jp.madoguchi.kiosk.visit.Pads;
import jp.madoguchi.simulators.CardOffice;
import jp.madoguchi.simulators.card.Fault;
import jp.madoguchi.simulators.card.IssuedCards;
import jp.madoguchi.simulators.card.JpkiCard;
import jp.madoguchi.simulators.card.SimulatedTerminals;
import jp.madoguchi.simulators.pki.PrefecturePki;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every token on a simulated reader, through the driver. */
class CardCheckTest {
    private static final String READER = "Simulated Reader 0";
    private static final VisitId VISIT = new VisitId("00112233445566778899aabbccddeeff");
    private static final String RESIDENT = "aomori-hanako";
    private static final String PASSWORD = "TEST1234";

    @TempDir
    static Path dir;

    private static IssuedCards cards;

    private final SimulatedTerminals readers = new SimulatedTerminals();
    private final CardReader reader = new PcscCardReader(readers::factory, READER);
    private final Desk desk = new Desk(
            new Told(), mock(Ledger.class), Clock.systemUTC(), new Pads(), new SecureRandom(), new FixedKeys());
    private final CardCheck check = check(Optional.empty());

    CardCheckTest() {
        readers.add(READER);
        desk.begin(VISIT);
    }

    @BeforeAll
    static void issue() throws IOException {
        cards = CardOffice.supply(dir);
        Path lacking = Files.createDirectory(dir.resolve("cards/special-signature-only"));
        for (String file : List.of("sign.pem", "sign.key", "sign_ca.pem", "card.json")) {
            Files.copy(dir.resolve("cards").resolve(RESIDENT).resolve(file), lacking.resolve(file));
        }
    }

    @AfterEach
    void close() {
        reader.close();
    }

    private CardCheck check(Optional<OlderPki> older) {
        return new CardCheck(
                desk,
                outline(Purpose.USER_AUTHENTICATION, "auth_ca.pem", Optional.empty()),
                outline(Purpose.DIGITAL_SIGNATURE, "sign_ca.pem", older));
    }

    private static CertificateOutline outline(Purpose purpose, String anchor, Optional<OlderPki> older) {
        try {
            return new CertificateOutline(
                    TrustAnchors.load(purpose, List.of(dir.resolve(anchor)), SignatureAlgorithm.USUAL),
                    older,
                    Clock.systemUTC());
        } catch (IOException | CertificateException e) {
            throw new AssertionError(e);
        }
    }

    private CardSession place(JpkiCard card) {
        readers.place(card);
        return assertInstanceOf(CardReader.Opening.Opened.class, reader.open()).session();
    }

    private TokenFacts look(CardSession session) {
        return assertInstanceOf(Event.CardInspected.class, check.look(VISIT, session))
                .token();
    }

    private Event open(CardSession session, CertificateKind kind, String secret) {
        return check.open(VISIT, session, kind, secret.getBytes(US_ASCII));
    }

    private static void verifiedAndSignedNothing(JpkiCard card) {
        assertTrue(card.commands().stream().anyMatch(command -> command.startsWith("0020")), "VERIFY");
        assertFalse(card.commands().stream().anyMatch(command -> command.startsWith("802A")), "SIGN");
    }

    private static Object state(Finding finding) {
        return finding instanceof Finding.Seen seen ? seen.facts().state() : finding.getClass();
    }

    /** card; kind; what was found where each certificate can be; tries of PIN and password, -1 for none; whether the card's end is known */
    static Stream<Arguments> tokens() {
        Object hidden = Finding.Hidden.class;
        Object absent = Finding.Absent.class;
        return Stream.of(
                Arguments.of(RESIDENT, TokenKind.MY_NUMBER_CARD, State.VALID, hidden, 3, 5, true),
                Arguments.of("special-expired", TokenKind.MY_NUMBER_CARD, State.ENDED, hidden, 3, 5, true),
                Arguments.of("special-unknown-ca", TokenKind.MY_NUMBER_CARD, State.UNKNOWN_ISSUER, hidden, 3, 5, true),
                Arguments.of("special-blocked", TokenKind.MY_NUMBER_CARD, State.VALID, hidden, 0, 5, true),
                Arguments.of("special-signature-only", TokenKind.MY_NUMBER_CARD, absent, hidden, -1, 5, true),
                Arguments.of("special-android", TokenKind.ANDROID_PHONE, hidden, absent, 3, -1, false),
                Arguments.of("special-iphone", TokenKind.IPHONE, hidden, absent, 3, -1, false),
                Arguments.of("special-juki", TokenKind.JUKI_CARD, absent, hidden, -1, 5, false),
                Arguments.of("special-juki-open", TokenKind.JUKI_CARD, absent, State.UNKNOWN_ISSUER, -1, 5, false));
    }

    @ParameterizedTest
    @MethodSource("tokens")
    void token_lookedAt_tellsWhatNeedsNoPin(
            String card, TokenKind kind, Object authentication, Object signature, int pin, int password, boolean ends)
            throws IOException {
        TokenFacts token = look(place(cards.open(card)));
        assertEquals(kind, token.kind());
        assertEquals(authentication, state(token.authentication()));
        assertEquals(signature, state(token.signature()));
        assertEquals(pin < 0 ? OptionalInt.empty() : OptionalInt.of(pin), token.pinTries());
        assertEquals(password < 0 ? OptionalInt.empty() : OptionalInt.of(password), token.passwordTries());
        assertEquals(ends, token.cardEnds().isPresent());
    }

    /** With and without a password: the card's own bytes, judged by what its CAs published. */
    @Test
    void jukiCard_ofAKnownPrefecture_isShownAsItWas() throws Exception {
        Path published = dir.resolve("prefecture");
        CardCheck knowing = check(Optional.of(OlderPki.load(
                List.of(published.resolve("anchor.pem")),
                List.of(published.resolve("certificates.pem")),
                List.of(published.resolve("lists.pem")),
                Set.of(PrefecturePki.ANCHOR_POLICY))));
        CertificateFacts facts = new CertificateFacts(
                State.ENDED,
                Instant.parse("2018-07-01T03:00:00Z"),
                new CertificateFacts.Issuer("Aomori Prefecture CA", OptionalInt.of(2015)),
                Optional.of(PrefecturePki.PREFECTURE_POLICY),
                Optional.of("http://jpki-test.invalid/cps.html"),
                Optional.of(new RevocationStatus.Good(Instant.parse("2016-07-01T03:00:00Z"))));

        Event looked = knowing.look(VISIT, place(cards.open("special-juki-open")));
        Event opened = knowing.open(
                VISIT, place(cards.open("special-juki")), CertificateKind.SIGNATURE, PASSWORD.getBytes(US_ASCII));

        assertEquals(
                new Finding.Seen(facts),
                assertInstanceOf(Event.CardInspected.class, looked).token().signature());
        assertEquals(new Event.CertificateOpened(CertificateKind.SIGNATURE, new Finding.Seen(facts)), opened);
    }

    @Test
    void bankCard_lookedAt_isNoJpkiCard() throws IOException {
        assertEquals(
                new Event.CardUnfit(EndReason.NOT_JPKI_CARD), check.look(VISIT, place(cards.open("special-bank"))));
    }

    @Test
    void card_tornWhileItIsLookedAt_failed() throws IOException {
        JpkiCard card = cards.open(RESIDENT);
        CardSession session = place(card);
        card.script(new Fault.Torn(Fault.When.command(5)));
        assertEquals(new Event.CardFailed(CardFailure.REMOVED), check.look(VISIT, session));
    }

    @Test
    void password_right_showsTheCertificateAndSignsNothing() throws IOException {
        JpkiCard card = cards.open(RESIDENT);
        Event event = open(place(card), CertificateKind.SIGNATURE, PASSWORD);
        Event.CertificateOpened opened = assertInstanceOf(Event.CertificateOpened.class, event);
        Finding.Seen seen = assertInstanceOf(Finding.Seen.class, opened.found());
        assertEquals(State.VALID, seen.facts().state());
        assertEquals(Purpose.DIGITAL_SIGNATURE.policy(), seen.facts().policy().orElseThrow());
        assertTrue(seen.facts().issuer().since().isPresent());
        verifiedAndSignedNothing(card);
        assertFalse(event.toString().contains("青森"), event.toString());
        desk.wipe();
        assertTrue(desk.of(VISIT).isEmpty());
    }

    /** What is asked for its status goes with the visit; the certificate, which names its holder, goes at once. */
    @Test
    void certificate_shown_leavesOnlyWhatItsAuthorityIsAskedBy() throws IOException {
        CardSession session = place(cards.open(RESIDENT));
        List<byte[]> read = new ArrayList<>();
        look((CardSession) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {CardSession.class}, (self, method, arguments) -> {
                    Object answer = method.invoke(session, arguments);
                    if (answer instanceof CardInspection.Inspected inspected) {
                        read.add(inspected.authentication().orElseThrow());
                        assertEquals(0x30, read.get(0)[0]);
                    }
                    return answer;
                }));
        assertArrayEquals(new byte[read.get(0).length], read.get(0));
        Belongings kept = desk.of(VISIT).orElseThrow();
        assertTrue(kept.question(CertificateKind.AUTHENTICATION).isPresent());
        assertEquals(Optional.empty(), kept.question(CertificateKind.SIGNATURE));
        desk.wipe();
        assertEquals(Optional.empty(), kept.question(CertificateKind.AUTHENTICATION));
    }

    @Test
    void password_wrongUntilItIsBlocked_tellsWhatIsLeft() throws IOException {
        CardSession session = place(cards.open("sample-anna"));
        for (int left = 4; left > 0; left--) {
            assertEquals(new Event.PinWrong(left), open(session, CertificateKind.SIGNATURE, "WRONG123"));
        }
        assertEquals(new Event.PinBlocked(true), open(session, CertificateKind.SIGNATURE, "WRONG123"));
        assertEquals(new Event.PinBlocked(false), open(session, CertificateKind.SIGNATURE, PASSWORD));
    }

    @Test
    void password_whoseAnswerIsLost_isUncertain() throws IOException {
        JpkiCard card = cards.open("kakuu-ichiro");
        CardSession session = place(card);
        card.script(new Fault.AnswerLost(Fault.When.verify()));
        assertInstanceOf(Event.PinUncertain.class, open(session, CertificateKind.SIGNATURE, PASSWORD));
        card.script();
    }

    @Test
    void card_goneBeforeThePassword_spentNoTry() throws IOException {
        CardSession session = place(cards.open(RESIDENT));
        readers.take();
        assertEquals(new Event.CardFailed(CardFailure.REMOVED), open(session, CertificateKind.SIGNATURE, PASSWORD));
    }

    @Test
    void signatureCertificate_thatIsNotThere_isAbsent() throws IOException {
        assertEquals(
                new Event.CertificateOpened(CertificateKind.SIGNATURE, new Finding.Absent()),
                open(place(cards.open("special-android")), CertificateKind.SIGNATURE, PASSWORD));
    }

    /** phone, what its certificate is */
    static Stream<Arguments> phones() {
        return Stream.of(
                Arguments.of("special-android", State.VALID), Arguments.of("special-android-expired", State.ENDED));
    }

    @ParameterizedTest
    @MethodSource("phones")
    void phone_withItsPassword_showsItsCertificateAndSignsNothing(String phone, State state) throws IOException {
        JpkiCard card = cards.open(phone);
        CardSession session = place(card);
        look(session);
        assertEquals(new Event.PinWrong(2), open(session, CertificateKind.AUTHENTICATION, "9999"));
        Event.CertificateOpened opened =
                assertInstanceOf(Event.CertificateOpened.class, open(session, CertificateKind.AUTHENTICATION, "1234"));
        assertEquals(state, state(opened.found()));
        verifiedAndSignedNothing(card);
    }
}
