package jp.madoguchi.kiosk.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.flow.End;
import jp.madoguchi.kiosk.flow.Money;
import jp.madoguchi.kiosk.flow.Visit;
import jp.madoguchi.kiosk.terms.Circumstances;
import jp.madoguchi.kiosk.terms.EndReason;
import jp.madoguchi.kiosk.terms.Language;
import jp.madoguchi.kiosk.terms.Registration;
import jp.madoguchi.kiosk.visit.Screen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the last screen says beside its reason: the center's own words, and the way on. */
class EndModelTest {
    private static final Instant SINCE = Instant.parse("2026-10-01T03:00:00Z");
    private static final Words WORDS = Words.of(Language.EN);

    private static Circumstances because(String cause) {
        return new Circumstances(
                Optional.empty(), Optional.of(SINCE), Optional.of(cause), Optional.empty(), Optional.empty());
    }

    private static List<String> told(EndReason reason, Circumstances circumstances) {
        return EndModel.told(Optional.of(new End(reason, circumstances)), WORDS, SampleScreens.NOON);
    }

    /** The center's word, in the same words as the certificate check's. */
    @ParameterizedTest
    @CsvSource({
        "cessationOfOperation, cessation-of-operation",
        "superseded, superseded",
        "affiliationChanged, affiliation-changed",
        "ofAnotherStandard, unspecified"
    })
    void revocation_withItsCause_saysSinceWhenAndWhy(String cause, String slug) {
        assertEquals(
                List.of("It was revoked on 1 October 2026.", WORDS.text("check.cause." + slug)),
                told(EndReason.CERTIFICATE_REVOKED, because(cause)));
    }

    @Test
    void revocation_withoutACause_saysNone() {
        assertEquals(List.of(), told(EndReason.CERTIFICATE_REVOKED, Circumstances.NONE));
        assertEquals(
                List.of("It was revoked on 1 October 2026."),
                told(EndReason.CERTIFICATE_REVOKED, because("certificateHold")),
                "a hold is no revocation");
        assertEquals(
                1, told(EndReason.CERTIFICATE_SUSPENDED, because("superseded")).size());
    }

    /** A move or a change of name ends the other certificate; this one, by which people log in, lives on. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void revocation_ofTheCertificateToLogIn_isNotPutDownToAMove(Language language) {
        String said = Words.of(language).text("end.certificate-revoked.what");
        for (String cause : List.of("move", "name", "引っ越し", "引っこし", "氏名", "名前", "住所")) {
            assertFalse(said.contains(cause), said);
        }
    }

    /** Who came to change a PIN wants to know which one holds. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void cause_ofAPinThatWasNotChanged_saysThatAndNothingOfAPaper(Language language) {
        Words words = Words.of(language);
        for (EndReason reason : List.of(
                EndReason.CANCELLED, EndReason.TIME_UP, EndReason.CARD_REMOVED, EndReason.CARD_REMOVED_AT_PIN)) {
            String key = "end." + reason.slug() + ".what";
            Optional<Visit> ended = SamplePinChanges.all(language).stream()
                    .map(Screen::visit)
                    .filter(visit -> visit.end().map(End::reason).equals(Optional.of(reason)))
                    .findFirst();
            String said =
                    String.valueOf(EndModel.why(ended.orElseThrow(), words).get("what"));
            assertEquals(words.text(key + ".pin-change"), said);
            assertFalse(said.equals(words.text(key)), said);
        }
    }

    private static String remedy(Screen screen) {
        return EndModel.remedy(screen.visit(), Words.of(screen.visit().language()));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void remedy_ofAnApplication_isForTheStateItIsIn(Language language) {
        Set<String> remedies = new TreeSet<>();
        for (Registration.State state : Registration.State.values()) {
            remedies.add(remedy(SampleScreens.registrationTold(language, state)));
        }
        assertEquals(Registration.State.values().length, remedies.size(), remedies.toString());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void remedy_ofACardTakenFromTheCheck_waitsForNoScreenThatDoesNotCome(Language language) {
        Stream<String> said = Stream.of(
                remedy(SampleScreens.ended(EndReason.CARD_REMOVED, language, Money.NONE, false)),
                remedy(SampleScreens.checkEnded(EndReason.CARD_REMOVED, language)));
        assertEquals(
                List.of(true, false),
                said.map(text -> text.contains(Words.of(language).text("take-card.title")))
                        .toList());
    }
}
