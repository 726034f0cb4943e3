package jp.madoguchi.kiosk.web;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.madoguchi.devices.card.TokenKind;
import jp.madoguchi.devices.cash.Yen;
import jp.madoguchi.devices.print.PrinterTrouble;
import jp.madoguchi.kiosk.flow.CardState.Hint;
import jp.madoguchi.kiosk.flow.Event;
import jp.madoguchi.kiosk.flow.Money;
import jp.madoguchi.kiosk.flow.Paper.Slip;
import jp.madoguchi.kiosk.terms.Circumstances;
import jp.madoguchi.kiosk.terms.DocumentKind;
import jp.madoguchi.kiosk.terms.EndReason;
import jp.madoguchi.kiosk.terms.Language;
import jp.madoguchi.kiosk.terms.Obstacle;
import jp.madoguchi.kiosk.terms.Slug;
import jp.madoguchi.kiosk.terms.Stage;
import jp.madoguchi.kiosk.terms.Withheld;
import jp.madoguchi.kiosk.terms.Withheld.Reason;
import jp.madoguchi.kiosk.visit.Pads;
import jp.madoguchi.kiosk.visit.PasswordPad;
import jp.madoguchi.kiosk.visit.PinPad;
import jp.madoguchi.kiosk.visit.Screen;
import org.eclipse.jetty.util.Fields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.thymeleaf.exceptions.TemplateProcessingException;

@TestInstance(TestInstance.Lifecycle.PER_CLASS) // templates are parsed and texts are read once
class ScreenRendererTest {
    private static final Pattern EMPTY = Pattern.compile("<(h1|h2|p|dt|dd|b|button|li|legend)[^>]*>\\s*</\\1>");
    private static final Pattern BUTTON = Pattern.compile("<button[^>]*data-do=\"([^\"]*)\"[^>]*>");
    private static final Pattern FIELD =
            Pattern.compile("data-(offer|lang|municipality|service|page|certificate|purpose|yen)=\"([^\"]*)\"");
    /** As a word: a key's random name may hold these letters. */
    private static final Pattern NULL = Pattern.compile("\\bnull\\b");

    private static final Pattern TEXT = Pattern.compile(">([^<]+)<");

    private long number;
    private final Keypads keys =
            new Keypads(new Pads(new PinPad(), new PasswordPad(), SampleScreens.written()), new SecureRandom());
    private final ScreenRenderer renderer = renderer(false);
    private List<Drawn> every = List.of();

    private record Drawn(Screen screen, String html) {}

    /** Each is drawn once for all tests that read them all. */
    private List<Drawn> every() {
        if (every.isEmpty()) {
            every = SampleScreens.all().stream().map(this::drawn).toList();
        }
        return every;
    }

    private ScreenRenderer renderer(boolean testAnchors) {
        return new ScreenRenderer(
                new ScreenModel("K-0001", testAnchors, SampleScreens.ACCEPTS, SampleScreens.CLOCK, keys),
                new StaticFiles().paths());
    }

    /** As a new screen, so that its PIN keys are its own. */
    private Drawn drawn(Screen screen) {
        Screen next = new Screen(screen.visit(), ++number, screen.revision());
        keys.follow(next);
        return new Drawn(next, renderer.main(next).replaceAll("<span class=\"whole\">([^<]*)</span>", "$1"));
    }

    private String main(Screen screen) {
        return drawn(screen).html();
    }

    @Test
    void render_ofEveryScreen_leavesNothingUnsaid() {
        for (Drawn drawn : every()) {
            Screen screen = drawn.screen();
            String html = drawn.html();
            String where = screen.visit().stage() + " " + screen.visit().language() + " "
                    + screen.visit().end();
            assertAll(
                    where,
                    () -> assertFalse(html.contains("??"), "a text is missing"),
                    () -> assertFalse(html.contains("th:"), "an attribute was not processed"),
                    () -> assertFalse(html.contains("{0}") || html.contains("{1}"), "a value was not filled in"),
                    () -> assertFalse(html.contains("style="), "the policy forbids inline styles"),
                    () -> assertFalse(NULL.matcher(html).find(), "a value is missing"),
                    () -> assertEquals(List.of(), found(EMPTY, html, 0), "an element says nothing"),
                    () -> assertEquals(1, found(Pattern.compile("<h1"), html, 0).size(), "one heading"),
                    () -> assertTrue(html.stripLeading().startsWith("<main id=\"screen\""), "the fragment is <main>"),
                    () -> assertTrue(html.contains(
                            "data-stage=\"" + screen.visit().stage().slug() + "\"")),
                    () -> assertTrue(html.contains("data-screen=\"" + screen.number() + "\"")));
        }
    }

    @Test
    void button_onEveryScreen_postsWhatIsUnderstood() {
        for (Drawn drawn : every()) {
            for (MatchResult button : BUTTON.matcher(drawn.html()).results().toList()) {
                Fields fields = new Fields();
                fields.add("do", button.group(1));
                fields.add("copies", "1");
                FIELD.matcher(button.group()).results().forEach(field -> fields.add(field.group(1), field.group(2)));
                assertTrue(
                        Taps.read(fields, true, SampleScreens.ACCEPTS, SampleScreens.NOON)
                                .isPresent(),
                        drawn.screen().visit().stage() + " " + button.group());
            }
        }
    }

    @Test
    void screen_inEnglish_saysNothingInJapaneseAlone() {
        Pattern japanese = Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}]");
        for (Drawn drawn : every()) {
            Screen screen = drawn.screen();
            if (screen.visit().language() == Language.EN
                    && !screen.visit().stage().idle()) {
                String html = drawn.html()
                        .replaceAll("<(button|dd|b)[^>]*lang=\"ja\"[^>]*>.*?</\\1>", "")
                        .replaceAll("\\p{IsLatin} \\([^()<]*\\)", ""); // the name beside an English one
                assertFalse(
                        japanese.matcher(html).find(),
                        screen.visit().stage() + " " + screen.visit().end());
            }
        }
    }

    /** The kiosk of these tests takes ¥100, ¥500 and notes. */
    @Test
    void payScreen_slotsThatTakeLess_namesWhatIsTakenAndWhatNot() {
        Money little = new Money(Set.of(new Yen(100)), Yen.ZERO, Yen.ZERO, Yen.ZERO, Yen.ZERO);
        String less = main(SampleScreens.paying(Stage.PAY, Language.EN, little, false));
        String all = main(SampleScreens.paying(Stage.PAY, Language.EN, Money.NONE, false));
        assertAll(
                () -> assertTrue(less.contains(">¥100 coins. Change is given."), less),
                () -> assertTrue(less.contains("¥500, ¥1,000 cannot be taken now"), less),
                () -> assertTrue(all.contains(">¥100, ¥500 coins and ¥1,000 notes."), all),
                () -> assertFalse(all.contains("cannot be taken now"), all));
    }

    /** It is Sunday, 22 November 2026, noon. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-23T00:00:00Z, From Monday 23 November 9:00, 11月23日（月）9:00から取れます",
        "2026-11-22T08:30:00Z, From 17:30 today, 今日 17:30から取れます",
    })
    void menu_certificateThatOpensLater_saysFromWhenAndSendsNobodyAway(Instant opens, String english, String japanese) {
        Withheld later =
                SampleMenus.withheld(DocumentKind.FAMILY_REGISTER_WHOLE, Reason.OUTSIDE_HOURS, Optional.of(opens));
        String en = main(SampleMenus.menu(Language.EN, List.of(), List.of(later)));
        String ja = main(SampleMenus.menu(Language.JA, List.of(), List.of(later)));
        assertAll(
                () -> assertTrue(en.contains(english), en),
                () -> assertTrue(ja.contains(japanese), ja),
                () -> assertFalse(en.contains("017-000-0000"), "waiting is enough"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Reason.class,
            names = {"OUTSIDE_HOURS", "CLOSED_DAY", "STOPPED"},
            mode = EnumSource.Mode.EXCLUDE)
    void menu_whatWaitingDoesNotHelp_namesReasonRemedyAndOffice(Reason reason) {
        Withheld never = SampleMenus.withheld(DocumentKind.SEAL_REGISTRATION, reason, Optional.empty());
        String html = main(SampleMenus.menu(Language.EN, List.of(), List.of(never)));
        Words words = Words.of(Language.EN);
        String slug = Slug.of(reason);
        assertAll(
                () -> assertTrue(html.contains(words.text("withheld." + slug + ".what")), html),
                () -> assertTrue(html.contains(words.text("withheld." + slug + ".do")), html),
                () -> assertTrue(html.contains("weekdays 8:30 to 18:00), telephone 017-000-0000"), html),
                () -> assertTrue(html.contains("Nothing can be had right now"), html));
    }

    /** Both would end the visit alike. */
    @Test
    void menu_withNothingOnIt_hasOneWayToLeave() {
        String html = main(SampleMenus.emptyMenu(Language.EN));
        assertTrue(html.contains("data-do=\"acknowledge\"") && !html.contains("data-do=\"cancel\""), html);
        assertTrue(html.contains("Below you see why, and what you can do."), html);
    }

    /** Whoever reads another language than the first learns no less of why, and until when. */
    @Test
    void closed_withANotice_saysItInEveryLanguageThatItHas() {
        String html = main(SampleScreens.announced(Stage.CLOSED, Language.JA));
        assertAll(
                () -> assertTrue(html.contains("保守点検のため"), html),
                () -> assertTrue(html.contains("Monday 23 November 9:00. Closed for maintenance: no"), html),
                () -> assertTrue(html.contains("11月23日（月）9:00からまた使えます。"), html));
    }

    /** A number in it is marked up; nothing else of it becomes markup. */
    @Test
    void words_ofTheCenter_areNeverMarkup() {
        String hostile = "<img src=x> & 0120-95-0178";
        String html = renderer.main(SampleScreens.refused(
                EndReason.OFFICE_CLOSED, SampleScreens.opens(SampleScreens.MONDAY, "停止", hostile), Language.EN));
        assertTrue(html.contains("&lt;img src=x&gt; &amp; <span class=\"whole\">0120-95-0178</span>"), html);
        assertFalse(html.contains("<img"), html);
    }

    @Test
    void menu_certificatesWithheldAlike_areToldOfTogether() {
        String html = main(SampleMenus.fullMenu(Language.EN, 2));
        assertEquals(3, found(Pattern.compile("<li data-reason"), html, 0).size(), html);
        assertTrue(html.contains("Not available now (6), and why"), html);
        assertTrue(
                html.contains("Family register, whole (戸籍全部事項証明書), Family register, individual (戸籍個人事項証明書), "
                        + "Address history of the family register (戸籍の附票の写し)"),
                html);
        assertTrue(html.contains("until 13:00 today"), html);
    }

    @Test
    void menu_whatWaitsForARegistration_isToldWithTheWayToApplyAndNotAmongWhatCannotBeHad() {
        String html = main(SampleMenus.fullMenu(Language.EN, 2));
        assertTrue(html.contains("data-registration=\"none\""), html);
        assertFalse(html.contains("data-reason=\"domicile-not-registered\""), html);
    }

    @Test
    void menu_afterTheCenterWasAskedInVain_saysSoAndLetsItBeAskedAgain() {
        String html = main(SampleScreens.untold(Language.EN));
        assertTrue(html.contains("data-registration=\"untold\""), html);
        assertTrue(html.contains("The issuance center did not answer. Please try again a little later."), html);
        assertTrue(html.contains("data-do=\"register\""), html);
    }

    @Test
    void pinScreen_ofAPhone_asksForThePhonesPasswordAndNamesItsRemedy() {
        String phone = main(SampleScreens.enterPhonePassword(Language.JA, 1));
        String card = main(SampleScreens.enterPin(Language.JA, 1, Hint.WRONG_PIN, SampleScreens.NOON));
        assertAll(
                () -> assertTrue(phone.contains("スマートフォンの利用者証明用電子証明書のパスワード"), phone),
                () -> assertTrue(phone.contains("マイナポータルアプリ"), phone),
                () -> assertFalse(phone.contains("市区町村の窓口"), phone),
                () -> assertTrue(phone.contains("パスワードを確認する") && !phone.contains("暗証番号を確認する"), phone),
                () -> assertFalse(card.contains("スマートフォン"), card));
    }

    /** What a card's holder takes to an office, a phone's holder does with the phone. */
    @ParameterizedTest
    @EnumSource(
            value = EndReason.class,
            names = {
                "CERTIFICATE_EXPIRED",
                "CERTIFICATE_NOT_YET_VALID",
                "CERTIFICATE_REVOKED",
                "CERTIFICATE_SUSPENDED",
                "CERTIFICATE_UNKNOWN_YET",
                "NO_CERTIFICATE"
            })
    void ended_withAPhone_namesThePhoneAndSendsNobodyToAnOffice(EndReason reason) {
        Map<Language, String> phones = Map.of(
                Language.JA, "スマートフォン",
                Language.EASY, "スマートフォン",
                Language.EN, "phone",
                Language.ZH, "手机",
                Language.KO, "스마트폰",
                Language.VI, "điện thoại",
                Language.PT, "celular");
        Pattern cards = Pattern.compile(
                "カードの(?:利用者|電子証明書|中)|(?<!マイナンバー)カードが|市区町村の窓口|市役所|card holds|on your card|Your card|Bring the card|office");
        phones.forEach((language, phone) -> {
            String html = main(SampleScreens.endedWithPhone(reason, language, TokenKind.ANDROID_PHONE));
            String text = String.join(" ", found(TEXT, html, 1));
            assertTrue(text.contains(phone), text);
            assertFalse(cards.matcher(text).find(), text);
            assertFalse(text.contains(OfficeSaid.in(language).hours()), text);
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = TokenKind.class,
            names = {"ANDROID_PHONE", "IPHONE"})
    void phone_thatStillLiesThere_isCalledAPhone(TokenKind phone) {
        String html = main(SampleScreens.endedWithPhone(EndReason.PHONE_NOT_SERVED, Language.EN, phone));
        assertTrue(html.contains("Your phone is still on the reader. Please take it"), html);
        assertTrue(main(SampleScreens.takePhone(Language.EN, Hint.NONE)).contains("Take your phone"));
    }

    /** The sign of an end that was wished for stands on those alone; the code for who asks, and that no money was taken, on all others. */
    @ParameterizedTest
    @EnumSource(EndReason.class)
    void end_whereWhatWasComeForWasDone_hasATickAndNoCode(EndReason reason) {
        boolean done = Set.of(EndReason.DELIVERED, EndReason.CHECKED, EndReason.PIN_CHANGED)
                .contains(reason);
        String html = main(SampleScreens.ended(reason, Language.EN, Money.NONE, false));
        assertEquals(done, html.contains("class=\"tick\""));
        assertEquals(!done, html.contains("class=\"code\"") && html.contains(reason.code()));
        assertEquals(!done, html.contains(Words.of(Language.EN).text("end.money.none")));
    }

    /** The words that frighten and explain nothing. */
    @Test
    void text_ofEveryScreen_neverSaysError() {
        Pattern frightening = Pattern.compile("エラー|error|错误|오류|에러|lỗi|\\berros?\\b", Pattern.CASE_INSENSITIVE);
        for (Drawn drawn : every()) {
            String text = String.join(" ", found(TEXT, drawn.html(), 1));
            assertFalse(frightening.matcher(text).find(), text);
        }
    }

    @Test
    void template_thatNamesWhatIsNotThere_failsTheRendering() {
        assertThrows(
                IllegalStateException.class, () -> new View().with("there", 1).get("elsewhere"));
        assertThrows(
                TemplateProcessingException.class,
                () -> new ScreenRenderer(
                                new ScreenModel("K-0001", false, Set.of(100, 500), SampleScreens.CLOCK, keys), Map.of())
                        .page(SampleScreens.usual(Stage.WELCOME, Language.JA), Secret.fresh(new SecureRandom())));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void testAnchors_onEveryStage_showTheBand(Language language) {
        for (Stage stage : Stage.values()) {
            Screen screen = stage == Stage.ENDED
                    ? SampleScreens.ended(EndReason.CANCELLED, language, Money.NONE, false)
                    : SampleScreens.usual(stage, language);
            assertTrue(renderer(true).main(screen).contains("見本 TEST"), stage.name());
            assertFalse(renderer.main(screen).contains("見本"), stage.name());
        }
    }

    static Stream<Arguments> refusals() {
        Circumstances since = SampleScreens.since(Instant.parse("2026-10-02T15:00:00Z")); // the 3rd in Japan
        Circumstances opens = SampleScreens.opens(SampleScreens.MONDAY, "停止中です。", "It has stopped.");
        return Stream.of(
                Arguments.of(EndReason.CERTIFICATE_REVOKED, since, "令和8年10月3日に失効しました", "revoked on 3 October 2026"),
                Arguments.of(
                        EndReason.CERTIFICATE_SUSPENDED, since, "令和8年10月3日から停止中です", "suspended since 3 October 2026"),
                Arguments.of(EndReason.OFFICE_CLOSED, opens, "11月23日（月）9:00から受け取れます", "from Monday 23 November 9:00"),
                Arguments.of(EndReason.OFFICE_CLOSED, opens, "停止中です。", "It has stopped."),
                Arguments.of(EndReason.CENTER_CLOSED, opens, "11月23日（月）9:00から受け取れます", "from Monday 23 November 9:00"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void ended_byARefusal_saysWhatTheCenterSaidBesideIt(
            EndReason reason, Circumstances circumstances, String japanese, String english) {
        String ja = main(SampleScreens.refused(reason, circumstances, Language.JA));
        String en = main(SampleScreens.refused(reason, circumstances, Language.EN));
        assertAll(() -> assertTrue(ja.contains(japanese), ja), () -> assertTrue(en.contains(english), en));
    }

    /** Easy Japanese the center has none, and English it may leave away: the kiosk's own words say it then. */
    @Test
    void notice_withoutTheVisitorsLanguage_isLeftToTheKiosksOwnWords() {
        Circumstances japanese = SampleScreens.opens(SampleScreens.MONDAY, "停止中です。", "停止中です。");
        Circumstances both = SampleScreens.opens(SampleScreens.MONDAY, "停止中です。", "It has stopped.");
        for (Language language : List.of(Language.EN, Language.EASY)) {
            String html = main(SampleScreens.refused(EndReason.CENTER_CLOSED, japanese, language));
            assertFalse(html.contains("停止中"), html);
            assertTrue(html.contains(Words.of(language).text("end.center-closed.what")), html);
        }
        assertFalse(main(SampleScreens.refused(EndReason.CENTER_CLOSED, both, Language.EASY))
                .contains("停止中"));
    }

    /** Whether it is closed for the night or an hour is not known: an hour to come back at is only what the center says. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void closedCenter_withoutWhenItOpens_sendsNobodyBackAtAnHour(Language language) {
        String remedy = Words.of(language).text("end.center-closed.do");
        assertFalse(Pattern.compile("6:30|6時|23:00|11時").matcher(remedy).find(), remedy);
    }

    @Test
    void ended_byARefusalWithoutMore_saysNoMore() {
        assertFalse(main(SampleScreens.refused(EndReason.OFFICE_CLOSED, Circumstances.NONE, Language.JA))
                .contains("data-told"));
    }

    @Test
    void triesLeft_whenThree_areNotSpokenOf() {
        Instant far = SampleScreens.NOON.plusSeconds(86_400L * 365);
        assertAll(
                () -> assertFalse(main(SampleScreens.enterPin(Language.JA, 3, Hint.NONE, far))
                        .contains("まちがえると")),
                () -> assertTrue(main(SampleScreens.enterPin(Language.JA, 2, Hint.NONE, far))
                        .contains("あと2回")),
                () -> assertTrue(main(SampleScreens.enterPin(Language.JA, 1, Hint.WRONG_PIN, far))
                        .contains("暗証番号がちがいます")),
                () -> assertTrue(main(SampleScreens.enterPin(Language.EN, 1, Hint.NONE, far))
                        .contains("One more wrong PIN")));
    }

    @Test
    void certificate_thatCanBeRenewed_isSpokenOf() {
        Instant soon = Instant.parse("2027-02-20T15:30:00Z"); // 21 February in Japan: today is the first day of renewal
        Instant later = Instant.parse("2027-02-21T15:30:00Z");
        assertTrue(main(SampleScreens.enterPin(Language.JA, 3, Hint.NONE, soon)).contains("令和9年2月21日です（あと91日）"));
        assertFalse(
                main(SampleScreens.enterPin(Language.JA, 3, Hint.NONE, later)).contains("有効期限"));
    }

    @ParameterizedTest
    @CsvSource({
        "MY_NUMBER_CARD, 20, 12 December 2026 (20 more days), Your municipal office",
        "MY_NUMBER_CARD, 1, 23 November 2026 (1 more day), Your municipal office",
        "MY_NUMBER_CARD, 0, 22 November 2026 (the last day is today), Your municipal office",
        "ANDROID_PHONE, 20, 12 December 2026 (20 more days), Mynaportal app",
        "ANDROID_PHONE, -1, was valid until 21 November 2026, Mynaportal app"
    })
    void certificate_ofEachToken_namesItsLastDayAndWhereItIsRenewed(
            TokenKind token, int days, String until, String where) {
        String html = main(
                SampleScreens.takePaper(Language.EN, token, SampleScreens.NOON.plusSeconds(86_400L * days + 3600)));
        assertAll(() -> assertTrue(html.contains(until), html), () -> assertTrue(html.contains(where), html));
    }

    @Test
    void renewal_whenThePinIsAboutToBeLocked_isLeftForTheEnd() {
        Instant soon = SampleScreens.NOON.plusSeconds(86_400L * 20);
        String renewal = Words.of(Language.EN).text("renewal.certificates");
        String calm = main(SampleScreens.enterPin(Language.EN, 3, Hint.NONE, soon));
        String nearly = main(SampleScreens.enterPin(Language.EN, 1, Hint.NONE, soon));
        assertAll(
                () -> assertTrue(calm.contains(renewal), calm),
                () -> assertFalse(nearly.contains(renewal), nearly),
                () -> assertTrue(nearly.contains("12 December 2026 (20 more days)"), nearly));
    }

    @Test
    void money_owed_isShownWithItsClaimNumber() {
        String html = main(SampleScreens.ended(EndReason.PRINT_UNKNOWN, Language.JA, SampleScreens.paid(100), false));
        assertTrue(html.contains("0F3A-91C2") && html.contains("¥100") && html.contains("M-73"), html);
        assertFalse(main(SampleScreens.ended(EndReason.CANCELLED, Language.JA, SampleScreens.paid(0), false))
                .contains("0F3A-91C2"));
    }

    @Test
    void money_doubtful_isSaidBesideEveryOtherDoubt() {
        String some = main(SampleScreens.doubted(Language.EN, false));
        String all = main(SampleScreens.doubted(Language.EN, true));
        Words words = Words.of(Language.EN);
        for (String html : List.of(some, all)) {
            assertTrue(html.contains("¥700 could not be returned yet"), html);
            assertTrue(html.contains("whether ¥300 of this came out"), html);
            assertEquals(html.equals(all), html.contains(words.text("claim.uncounted")), html);
            assertEquals(html.equals(all), html.contains(words.text("claim.paper")), html);
        }
        assertFalse(main(SampleScreens.ended(EndReason.CANCELLED, Language.EN, SampleScreens.paid(100), false))
                .contains("data-doubtful"));
    }

    @ParameterizedTest
    @EnumSource(Slip.class)
    void money_owed_isShownWithWhatBecameOfItsSlip(Slip slip) {
        for (Stage stage : List.of(Stage.ENDED, Stage.TAKE_PAPER)) {
            String html = main(SampleScreens.claiming(stage, Language.JA, slip));
            assertTrue(html.contains("0F3A-91C2") && html.contains("¥100"), html);
            assertEquals(slip != Slip.NONE, html.contains("data-claim-slip"), html);
            assertEquals(slip == Slip.PRINTED, html.contains("この番号の紙を印刷しました"), html);
            assertEquals(slip != Slip.PRINTED, html.contains("写真に撮るか"), html);
        }
    }

    @Test
    void closed_byEveryObstacle_namesItAndItsRemedy() {
        Set<String> remedies = new TreeSet<>();
        for (Obstacle obstacle : Obstacle.values()) {
            String html = main(SampleScreens.closed(obstacle, Language.JA));
            remedies.addAll(found(Pattern.compile("data-obstacle=\"([^\"]*)\""), html, 1));
        }
        assertEquals(Obstacle.values().length, remedies.size());
    }

    @Test
    void printing_whenThePrinterWaits_saysWhy() {
        assertTrue(main(SampleScreens.printing(Language.JA, Set.of(PrinterTrouble.OUT_OF_PAPER)))
                .contains("用紙がなくなりました"));
        assertTrue(main(SampleScreens.printing(Language.JA, Set.of())).contains("4面のうち2面"));
    }

    @Test
    void pinScreen_ofEachNumber_hasFreshNames() {
        Screen screen = SampleScreens.usual(Stage.ENTER_PIN, Language.JA);
        Pattern name = Pattern.compile("data-pin=\"\\w+\"\\s+value=\"([^\"]+)\"");
        List<String> before = found(name, main(screen), 1);
        List<String> again = found(name, renderer.main(new Screen(screen.visit(), number, 43)), 1);
        List<String> after = found(name, main(screen), 1);
        assertAll(
                () -> assertEquals(12, before.size()),
                () -> assertEquals(before, again, "the same screen drawn again keeps its keys"),
                () -> assertEquals(
                        24,
                        Stream.concat(before.stream(), after.stream())
                                .distinct()
                                .count()));
    }

    @Test
    void codes_ofEveryReason_areDifferent() {
        assertEquals(
                EndReason.values().length,
                Stream.of(EndReason.values()).map(EndReason::code).distinct().count());
    }

    @ParameterizedTest
    @MethodSource("sayings")
    void event_ofEachAction_isWhatItSays(String action, Class<? extends Event> event) {
        Fields fields = new Fields();
        fields.add("do", action);
        fields.add("lang", "en");
        fields.add("offer", "0");
        fields.add("copies", "2");
        fields.add("page", "uses");
        fields.add("certificate", "signature");
        assertTrue(event.isInstance(Taps.read(fields, true, SampleScreens.ACCEPTS, SampleScreens.NOON)
                .orElseThrow()));
    }

    static Stream<Arguments> sayings() {
        return Stream.of(
                        new Object[] {"begin", Event.Begin.class},
                        new Object[] {"cancel", Event.Cancelled.class},
                        new Object[] {"back", Event.WentBack.class},
                        new Object[] {"choose", Event.DocumentChosen.class},
                        new Object[] {"options", Event.OptionsChosen.class},
                        new Object[] {"page", Event.PageTurned.class},
                        new Object[] {"open", Event.OpeningAsked.class},
                        new Object[] {"password-entered", Event.PasswordEntered.class},
                        new Object[] {"slip", Event.SlipAsked.class},
                        new Object[] {"confirm", Event.Confirmed.class},
                        new Object[] {"pin-entered", Event.PinEntered.class},
                        new Object[] {"acknowledge", Event.Acknowledged.class},
                        new Object[] {"language", Event.SpeakLanguage.class})
                .map(Arguments::of);
    }

    private static List<String> found(Pattern pattern, String html, int group) {
        return pattern.matcher(html).results().map(match -> match.group(group)).collect(Collectors.toList());
    }
}
