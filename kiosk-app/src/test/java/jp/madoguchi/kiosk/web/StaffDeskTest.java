package jp.madoguchi.kiosk.web;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import jp.madoguchi.devices.card.TokenKind;
import jp.madoguchi.devices.cash.CashTrouble;
import jp.madoguchi.devices.cash.Yen;
import jp.madoguchi.devices.print.PrinterTrouble;
import jp.madoguchi.kiosk.audit.AuditEvent;
import jp.madoguchi.kiosk.audit.Detail;
import jp.madoguchi.kiosk.flow.Event;
import jp.madoguchi.kiosk.health.Owed;
import jp.madoguchi.kiosk.ledger.Fact;
import jp.madoguchi.kiosk.ledger.Ledger;
import jp.madoguchi.kiosk.staff.Invitations;
import jp.madoguchi.kiosk.staff.Purpose;
import jp.madoguchi.kiosk.staff.Role;
import jp.madoguchi.kiosk.staff.StaffScene;
import jp.madoguchi.kiosk.staff.StopReason;
import jp.madoguchi.kiosk.staff.Tested;
import jp.madoguchi.kiosk.terms.Language;
import jp.madoguchi.kiosk.terms.LeftItem;
import jp.madoguchi.kiosk.terms.LeftItemGoal;
import jp.madoguchi.kiosk.terms.Obstacle;
import jp.madoguchi.kiosk.terms.Part;
import jp.madoguchi.kiosk.terms.Service;
import jp.madoguchi.kiosk.terms.Slug;
import jp.madoguchi.kiosk.terms.Stage;
import jp.madoguchi.kiosk.terms.VisitId;
import org.eclipse.jetty.util.Fields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StaffDeskTest extends RunningDesk {
    // ── the door ──

    @ParameterizedTest
    @ValueSource(strings = {"/staff", "/staff/pulse", "/staff/go/home"})
    void desk_inAnotherBrowser_isNotThere(String path) {
        RawHttp.Reply reply = http.get(path);
        assertEquals(401, reply.status());
        assertTrue(reply.body().contains("この画面は、端末の画面専用です"));
    }

    @Test
    void door_namesTheAccountsAndNothingElse() {
        staff.enrolled("clerk-1", Role.CLERK);
        RawHttp.Reply door = display().get("/staff");
        assertAll(
                () -> assertEquals(200, door.status()),
                () -> assertTrue(door.body().contains("data-account=\"clerk-1\"")),
                () -> assertFalse(door.body().contains("data-do=\"go\"")));
    }

    @Test
    void pin_thatIsRight_opensTheDeskWithACookieOfItsOwn() {
        staff.enrolled("clerk-1", Role.CLERK);
        Display display = display();
        display.get("/staff");
        RawHttp.Reply dots = type(display, door(display, "do=choose&name=clerk-1"), StaffScene.PIN);
        assertTrue(dots.body().contains("data-count=\"6\""), dots.body());
        RawHttp.Reply entered = door(display, "do=enter");
        String cookie = entered.header("Set-Cookie");
        assertAll(
                () -> assertEquals("/staff", entered.header("HX-Redirect")),
                () -> assertTrue(cookie.startsWith("staff="), cookie),
                () -> assertTrue(
                        cookie.contains("Path=/staff")
                                && cookie.contains("HttpOnly")
                                && cookie.contains("SameSite=Strict"),
                        cookie),
                () -> assertEquals(List.of(AuditEvent.STAFF_SIGNED_IN), staff.events()));
    }

    @Test
    void pin_thatIsWrong_letsNobodyInAndLocksAtLast() {
        staff.enrolled("clerk-1", Role.CLERK);
        Display display = display();
        display.get("/staff");
        for (int i = 0; i < 3; i++) {
            type(display, door(display, "do=choose&name=clerk-1"), "739153");
            RawHttp.Reply reply = door(display, "do=enter");
            assertEquals("", reply.header("Set-Cookie"));
            assertTrue(reply.body().contains("暗証番号がちがいます"), reply.body());
        }
        type(display, door(display, "do=choose&name=clerk-1"), StaffScene.PIN);
        RawHttp.Reply locked = door(display, "do=enter");
        assertAll(
                () -> assertTrue(locked.body().contains("あと30秒使えません"), locked.body()),
                () -> assertEquals("locked", staff.detail(AuditEvent.STAFF_SIGN_IN_REFUSED, Detail.RESULT)));
        staff.pass(Duration.ofSeconds(30));
        type(display, door(display, "do=choose&name=clerk-1"), StaffScene.PIN);
        assertEquals("/staff", door(display, "do=enter").header("HX-Redirect"));
    }

    /** Nobody guessed: the disk could not be written. */
    @Test
    void pin_whileTheDiskCannotBeWritten_isNotToldAsWrong() throws IOException {
        staff.enrolled("clerk-1", Role.CLERK);
        Display display = display();
        display.get("/staff");
        Path inTheWay = Files.createDirectories(
                staff.folder.resolve("accounts.json.new").resolve("x"));
        type(display, door(display, "do=choose&name=clerk-1"), StaffScene.PIN);
        String refused = door(display, "do=enter").body();
        Files.delete(inTheWay);
        assertAll(
                () -> assertTrue(refused.contains("保存できませんでした"), refused),
                () -> assertEquals("unwritable", staff.detail(AuditEvent.STAFF_SIGN_IN_REFUSED, Detail.RESULT)));
        type(display, door(display, "do=choose&name=clerk-1"), StaffScene.PIN);
        assertEquals("/staff", door(display, "do=enter").header("HX-Redirect"));
    }

    /** A key's name says no digit, and is good for one step. */
    @Test
    void key_ofAnEarlierStep_pressesNothing() {
        staff.enrolled("clerk-1", Role.CLERK);
        Display display = display();
        display.get("/staff");
        String old = key(door(display, "do=choose&name=clerk-1"), "7");
        door(display, "do=back");
        door(display, "do=choose&name=clerk-1");
        RawHttp.Reply reply = press(display, old);
        assertTrue(reply.body().contains("data-count=\"0\""), reply.body());
    }

    @Test
    void code_enrolsOnce_andItsPinIsAskedTwice() {
        Clerk manager = signIn("manager-1", Role.MANAGER);
        RawHttp.Reply invited = manager.act("accounts", "do=add&role=clerk");
        String code = invited.find("clerk-1の登録番号は ([0-9]{4} [0-9]{4}) ").replace(" ", "");
        Display display = display(); // another display: the manager is at the desk no more
        display.get("/staff");
        type(display, door(display, "do=code"), code);
        RawHttp.Reply choose = door(display, "do=enter");
        assertTrue(choose.body().contains("新しい暗証番号を決めてください"), choose.body());
        type(display, choose, "123456");
        RawHttp.Reply weak = door(display, "do=enter");
        assertTrue(weak.body().contains("当てられやすい"), weak.body());
        type(display, weak, "480251");
        RawHttp.Reply again = door(display, "do=enter");
        type(display, again, "480252");
        RawHttp.Reply other = door(display, "do=enter");
        assertTrue(other.body().contains("2回の番号がちがいました"), other.body());
        type(display, other, "480251");
        type(display, door(display, "do=enter"), "480251");
        Clerk clerk = inside(display, door(display, "do=enter"));
        assertTrue(clerk.get("/staff").body().contains("<b>clerk-1</b>"));
        assertTrue(staff.events().contains(AuditEvent.STAFF_ENROLLED));
        display.get("/staff");
        type(display, door(display, "do=code"), code);
        assertTrue(door(display, "do=enter").body().contains("登録番号がちがうか、期限が切れています"));
    }

    // ── the walls ──

    @ParameterizedTest
    @ValueSource(strings = {"/staff/pulse", "/staff/go/home", "/staff/go/accounts"})
    void page_behindTheDoor_refusesTheResidentsCookie(String path) {
        clerk();
        RawHttp.Reply reply = display().get(path);
        assertEquals(401, reply.status());
        assertFalse(reply.body().contains("clerk-1"));
    }

    @ParameterizedTest
    @CsvSource({
        "/staff/act/service, do=stop&reason=repair",
        "/staff/act/power, do=restart",
        "/staff/act/accounts, do=add&role=manager"
    })
    void deed_behindTheDoor_refusesTheResidentsCookie(String path, String form) {
        Display display = display();
        RawHttp.Reply reply = http.post(path, form, "Cookie: " + display.cookie(), "X-Csrf-Token: " + display.csrf());
        settle();
        assertAll(
                () -> assertEquals(401, reply.status()),
                () -> assertEquals(Stage.WELCOME, runner.screen().visit().stage()),
                () -> assertFalse(staff.left.isDone()),
                () -> assertEquals(List.of(), staff.events()));
    }

    @Test
    void screen_ofTheResident_refusesTheStaffsCookie() {
        Clerk clerk = clerk();
        String own = clerk.own();
        RawHttp.Reply alone = http.get("/screen", "Cookie: " + own);
        RawHttp.Reply renamed = http.get("/screen", "Cookie: " + own.replace("staff=", "screen="));
        RawHttp.Reply tap = http.post(
                "/tap",
                "screen=" + runner.screen().number() + "&do=begin&lang=ja",
                "Cookie: " + clerk.cookies(),
                "X-Csrf-Token: " + clerk.csrf());
        assertAll(
                () -> assertEquals(401, alone.status()),
                () -> assertEquals(401, renamed.status()),
                () -> assertEquals(403, tap.status()),
                () -> assertEquals(Stage.WELCOME, runner.screen().visit().stage()));
    }

    /** The desk is where the display is: its cookie alone, or with another display's, opens nothing. */
    @Test
    void staffCookie_withoutTheDisplays_opensNothing() {
        Clerk clerk = clerk();
        String own = clerk.own();
        assertEquals(401, http.get("/staff/go/home", "Cookie: " + own).status());
        Display other = display();
        assertEquals(
                401,
                http.get("/staff/go/home", "Cookie: " + other.cookie() + "; " + own)
                        .status());
        assertEquals("replaced", staff.detail(AuditEvent.STAFF_SIGNED_OUT, Detail.REASON));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "guess"})
    void deed_withoutItsCsrfToken_isForbidden(String token) {
        Clerk clerk = clerk();
        RawHttp.Reply reply = http.post(
                "/staff/act/service", "do=stop&reason=repair", "Cookie: " + clerk.cookies(), "X-Csrf-Token: " + token);
        settle();
        assertEquals(403, reply.status());
        assertEquals(Stage.WELCOME, runner.screen().visit().stage());
    }

    @ParameterizedTest
    @CsvSource({"POST, /staff, GET", "GET, /staff/act/service, POST", "GET, /staff/do/leave, POST"})
    void method_thatIsNotTheOne_isNotAllowed(String method, String path, String allowed) {
        RawHttp.Reply reply = http.send(
                method,
                path,
                "127.0.0.1:" + web.port(),
                new byte[0],
                "Cookie: " + display().cookie());
        assertEquals(405, reply.status());
        assertEquals(allowed, reply.header("Allow"));
    }

    @Test
    void accounts_areForManagers() {
        Clerk clerk = clerk();
        RawHttp.Reply reply = clerk.act("accounts", "do=add&role=manager");
        assertAll(
                () -> assertTrue(reply.body().contains("data-page=\"home\""), reply.body()),
                () -> assertFalse(reply.body().contains("desk.accounts")),
                () -> assertFalse(staff.events().contains(AuditEvent.STAFF_INVITED)));
    }

    @Test
    void desk_leftAlone_closesByItself() {
        Clerk clerk = clerk();
        staff.pass(DeskSession.PATIENCE.minus(DeskSession.WARNED));
        assertTrue(clerk.get("/staff/pulse").body().contains("あと30秒で終わります"));
        staff.pass(DeskSession.WARNED);
        RawHttp.Reply pulse = clerk.get("/staff/pulse");
        assertAll(
                () -> assertEquals(401, pulse.status()),
                () -> assertEquals("/", pulse.header("HX-Redirect")),
                () -> assertEquals("idle", staff.detail(AuditEvent.STAFF_SIGNED_OUT, Detail.REASON)));
    }

    @Test
    void pulse_keepsNobodySignedIn_andATapDoes() {
        Clerk clerk = clerk();
        staff.pass(Duration.ofMinutes(2));
        clerk.get("/staff/go/home");
        staff.pass(Duration.ofMinutes(2));
        assertEquals(200, clerk.get("/staff/pulse").status());
        staff.pass(Duration.ofMinutes(2));
        assertEquals(401, clerk.get("/staff/pulse").status());
    }

    @Test
    void leaving_endsTheSession() {
        Clerk clerk = clerk();
        assertEquals("/", clerk.post("/staff/do/leave", "").header("HX-Redirect"));
        assertEquals(401, clerk.get("/staff/go/home").status());
    }

    /** Whoever touches the resident's screen next must not find the desk open behind it. */
    @Test
    void screen_ofTheResident_closesTheDesk() {
        Clerk clerk = clerk();
        assertEquals(200, http.get("/", "Cookie: " + clerk.display()).status());
        assertEquals(401, clerk.get("/staff/go/home").status());
        assertTrue(clerk.get("/staff").body().contains("だれが使いますか"));
    }

    // ── what is wrong ──

    @Test
    void obstacle_ofEach_isShownWithPicturesAndSteps() {
        Clerk clerk = clerk();
        for (Obstacle obstacle : EnumSet.complementOf(EnumSet.of(Obstacle.STOPPING))) {
            runner.post(new Event.PartChanged(Part.PRINTER, Set.of(obstacle)));
            settle();
            String home = clerk.get("/staff/pulse", "Desk-Page: home").body();
            assertAll(
                    () -> assertTrue(home.contains("data-obstacle=\"" + Slug.of(obstacle)), home),
                    () -> assertTrue(home.contains("class=\"step\"")),
                    () -> assertTrue(home.contains("<b class=\"number\">1</b>")));
        }
    }

    @Test
    void look_asksTheDevicesAndSaysHowItIs() {
        Clerk clerk = clerk();
        assertTrue(clerk.act("home", "do=look").body().contains("使えます"));
        runner.post(new Event.PartChanged(Part.PRINTER, Set.of(Obstacle.PRINTER_JAM)));
        settle();
        assertTrue(clerk.act("home", "do=look").body().contains("まだ直っていないところがあります"));
        staff.devices.looked = new CompletableFuture<>();
        assertTrue(clerk.act("home", "do=look").body().contains("確かめています"));
    }

    /** Nobody is kept from anything yet: the desk says what to do before somebody is. */
    @Test
    void supplies_thatRunOut_standBesideWhatIsWrongNow() {
        Clerk clerk = clerk();
        assertFalse(clerk.get("/staff").body().contains("data-soon"));
        staff.vitals.told(Part.PRINTER, Set.of(PrinterTrouble.PAPER_LOW, PrinterTrouble.TONER_LOW));
        staff.vitals.told(Part.CASH, Set.of(CashTrouble.STACKER_FULL));
        staff.coins = Map.of(100, 19, 10, 20);
        String home = clerk.get("/staff/pulse", "Desk-Page: home").body();
        assertAll(
                () -> assertTrue(home.contains("使えます"), home),
                () -> assertTrue(home.contains("data-soon=\"PRINT-02\"")),
                () -> assertTrue(home.contains("data-soon=\"PRINT-04\"")),
                () -> assertTrue(home.contains("data-soon=\"CASH-12\"") && home.contains("収納庫の紙幣を回収します")),
                () -> assertTrue(home.contains("おつりの100円硬貨は、あと19枚です")),
                () -> assertFalse(home.contains("おつりの10円硬貨")));
        runner.post(new Event.PartChanged(Part.PRINTER, Set.of(Obstacle.PRINTER_OUT_OF_PAPER)));
        runner.post(new Event.PartChanged(Part.CASH, Set.of(Obstacle.CASH_NO_CHANGE)));
        staff.vitals.told(Part.PRINTER, Set.of(PrinterTrouble.OUT_OF_PAPER, PrinterTrouble.TONER_LOW));
        staff.vitals.told(Part.CASH, Set.of(CashTrouble.HOPPER_EMPTY));
        settle();
        String out = clerk.get("/staff/pulse", "Desk-Page: home").body();
        assertAll(
                () -> assertEquals(1, out.split("data-soon=", -1).length - 1, out),
                () -> assertTrue(out.contains("data-soon=\"PRINT-04\"")));
    }

    @Test
    void claims_thatAreOpen_areCountedWithTheWayToThem_alsoWhenAllIsWell() {
        Clerk clerk = clerk();
        assertFalse(clerk.get("/staff").body().contains("data-claims"));
        staff.vitals.owed(new Owed(3, 700, 1));
        String home = clerk.get("/staff/pulse", "Desk-Page: home").body();
        assertAll(
                () -> assertTrue(home.contains("使えます"), home),
                () -> assertTrue(home.contains("data-claims=\"3\"") && home.contains("未精算が3件あります"), home),
                () -> assertTrue(home.contains("hx-get=\"/staff/go/claims\""), home));
    }

    @Test
    void pulse_tellsTheHomePageWhatHasChanged() {
        Clerk clerk = clerk();
        runner.post(new Event.PartChanged(Part.CASH, Set.of(Obstacle.CASH_JAM)));
        settle();
        assertTrue(clerk.get("/staff/pulse", "Desk-Page: home").body().contains("data-obstacle=\"cash-jam\""));
        assertFalse(clerk.get("/staff/pulse", "Desk-Page: power").body().contains("data-obstacle"));
    }

    // ── a visit goes on behind it ──

    @Test
    void visit_underWay_isNeitherSeenNorTouched() {
        Clerk clerk = clerk();
        atPin();
        long number = runner.screen().number();
        String home = clerk.get("/staff").body();
        assertAll(
                () -> assertTrue(home.contains("手続き中の方がいます")),
                () -> assertTrue(home.contains("data-do=\"end-visit\"")),
                () -> assertFalse(home.contains("data-pin")),
                () -> assertFalse(home.contains(runner.screen().visit().id().hex())),
                () -> assertTrue(
                        clerk.get("/staff/go/power").body().contains("data-page=\"home\""),
                        "other pages wait until it is over"),
                () -> assertEquals(number, runner.screen().number()));
    }

    @Test
    void visit_thatAClerkEnds_isUndoneAfterItsCountdown() {
        Clerk clerk = clerk();
        atPin();
        RawHttp.Reply reply = clerk.act("home", "do=end-visit");
        assertTrue(reply.body().contains("手続きを終わらせます"), reply.body());
        settle();
        assertTrue(clerk.get("/staff/pulse").body().contains("あと20秒"));
        assertTrue(display().get("/").body().contains("この端末はまもなく止まります"));
        timers.goOff(Duration.ofSeconds(20));
        settle();
        assertEquals(Stage.ENDED, runner.screen().visit().stage());
    }

    @Test
    void countdown_thatIsCalledOff_leavesTheVisit() {
        Clerk clerk = clerk();
        atPin();
        clerk.act("home", "do=end-visit");
        assertTrue(clerk.post("/staff/do/call-off", "").body().contains("取りやめました"));
        timers.goOff(Duration.ofSeconds(20));
        settle();
        assertEquals(Stage.ENTER_PIN, runner.screen().visit().stage());
    }

    // ── the pages ──

    @Test
    void service_stopped_saysWhyToResidentsInTheirLanguages() {
        Clerk clerk = clerk();
        for (StopReason reason : StopReason.values()) {
            assertTrue(clerk.act("service", "do=stop&reason=" + reason.slug())
                    .body()
                    .contains("サービスを止めました"));
            settle();
            String closed = http.get("/screen", "Cookie: " + clerk.display()).body();
            for (Language language : Language.values()) {
                String why = Words.of(language).text("obstacle." + Slug.of(reason.obstacle()) + ".what");
                assertTrue(closed.contains(why), why);
            }
        }
        assertTrue(clerk.act("service", "do=resume").body().contains("サービスを再開しました"));
        settle();
        assertEquals(Stage.WELCOME, runner.screen().visit().stage());
        assertEquals("clerk-1", staff.detail(AuditEvent.SERVICE_STOPPED, Detail.ACCOUNT));
    }

    @Test
    void restart_ofTheProgram_isAskedFor() {
        Clerk clerk = clerk();
        assertTrue(clerk.act("power", "do=restart").body().contains("プログラムを再起動します"));
        settle();
        assertEquals(Purpose.RESTART, staff.left.getNow(Purpose.DRAIN));
    }

    @Test
    void machine_thatServesNoRequests_isSaidSo() throws IOException {
        Clerk clerk = clerk();
        assertTrue(clerk.get("/staff/go/power").body().contains("data-unserved"));
        Files.createDirectories(staff.folder.resolve("machine"));
        assertFalse(clerk.get("/staff/go/power").body().contains("data-unserved"));
        clerk.act("power", "do=power-off");
        settle();
        assertTrue(Files.exists(staff.folder.resolve("machine").resolve("power-off")));
    }

    @Test
    void selfTest_saysWhatCameOfIt() {
        Clerk clerk = clerk();
        for (Tested.Finding finding : Tested.Finding.values()) {
            staff.devices.finding = finding;
            String page = clerk.act("self-test", "do=test&part=printer").body();
            assertTrue(page.contains(Words.staff().text("tested." + Slug.of(finding))), page);
            assertEquals(finding.name(), staff.detail(AuditEvent.SELF_TESTED, Detail.RESULT));
        }
    }

    /** As the page has it that is drawn now. */
    private static String leftBehind(Clerk clerk, String what) {
        RawHttp.Reply page = clerk.get("/staff/go/left-behind");
        return "do=" + what + "&seen=" + page.find("seen&quot;:&quot;([0-9]+)&quot;");
    }

    private static RawHttp.Reply putAway(Clerk clerk, String what) {
        return clerk.act("left-behind", leftBehind(clerk, what));
    }

    @Test
    void card_leftBehind_isTakenFirstAndThenTheKioskIsFree() {
        Clerk clerk = clerk();
        runner.post(new Event.Begin(Language.JA));
        runner.post(new Event.CardPlaced());
        runner.post(new Event.CardRead(TokenKind.MY_NUMBER_CARD, Optional.empty(), 3));
        runner.post(new Event.Cancelled());
        runner.post(new Event.TimeUp());
        settle();
        assertEquals(Stage.ENDED, runner.screen().visit().stage());
        assertTrue(putAway(clerk, "card").body().contains("カードがまだ読み取り機にあります"));
        assertEquals(List.of(), staff.tools().left().kept());
        runner.post(new Event.PartChanged(Part.CARD_READER, Set.of()));
        runner.post(new Event.CardTaken());
        settle();
        putAway(clerk, "card");
        settle();
        assertEquals(Stage.WELCOME, runner.screen().visit().stage());
        assertEquals(LeftItem.CARD, staff.tools().left().kept().get(0).item());
    }

    /** The desk has the claim; whoever of the staff stands there has read the screen. */
    @Test
    void paper_leftBehindBesideAClaimOnTheScreenAlone_freesTheKiosk() {
        Clerk clerk = clerk();
        runner.post(new Event.CoinInserted(new Yen(100)));
        runner.post(new Event.TimeUp());
        settle();
        assertEquals(Stage.ENDED, runner.screen().visit().stage());
        putAway(clerk, "paper");
        settle();
        assertEquals(Stage.WELCOME, runner.screen().visit().stage());
    }

    /** Nothing was delivered to who practises; a card that lies there once it is over is somebody's all the same. */
    @Test
    void card_leftBehindAfterPractice_isTakenFirstAndNobodysPaperIs() {
        Clerk clerk = clerk();
        List.of(
                        new Event.Begin(Language.JA, Service.PRACTICE),
                        new Event.CardPlaced(),
                        new Event.Acknowledged(),
                        new Event.PinEntered(SampleScreens.NOON),
                        new Event.Acknowledged(),
                        new Event.DocumentChosen(1),
                        new Event.OptionsChosen(Map.of(), 1),
                        new Event.Confirmed(),
                        new Event.CoinPretended(new Yen(500)))
                .forEach(runner::post);
        settle();
        assertEquals(Stage.TAKE_PAPER, runner.screen().visit().stage());
        assertTrue(putAway(clerk, "paper").body().contains("記録しました"));
        settle();
        assertEquals(Ledger.NO_VISIT, staff.tools().left().kept().get(0).visit());
        assertEquals(Stage.TAKE_PAPER, runner.screen().visit().stage(), "somebody practises there");
        runner.post(new Event.Cancelled());
        settle();
        assertTrue(putAway(clerk, "card").body().contains("カードがまだ読み取り機にあります"));
        runner.post(new Event.CardTaken());
        settle();
        assertEquals(Stage.WELCOME, runner.screen().visit().stage());
    }

    /** It may be of whoever was there before; whoever is there now has nothing to do with it. */
    @Test
    void paper_foundWhileSomebodyIsServed_isNotTheirs() {
        Clerk clerk = clerk();
        atPin();
        String page = clerk.get("/staff/go/left-behind").body();
        assertTrue(page.contains(Words.staff().text("left-behind.served")), page);
        assertFalse(page.contains(Words.staff().text("left-behind.lies")), "nobody takes a card that is read");
        assertTrue(putAway(clerk, "paper").body().contains("記録しました"));
        settle();
        assertEquals(Ledger.NO_VISIT, staff.tools().left().kept().get(0).visit());
        assertEquals(Stage.ENTER_PIN, runner.screen().visit().stage());
    }

    /** Whoever forgot it was waited for until it was taken. */
    @Test
    void card_takenFromTheReader_isOfTheVisitThatIsOverThen() {
        Clerk clerk = clerk();
        atPin();
        VisitId visit = runner.screen().visit().id();
        runner.post(new Event.Cancelled());
        runner.post(new Event.TimeUp());
        settle();
        String form = leftBehind(clerk, "card");
        runner.post(new Event.CardTaken());
        settle();
        assertTrue(runner.screen().visit().stage().idle());
        assertTrue(clerk.act("left-behind", form).body().contains("記録しました"));
        assertEquals(visit, staff.tools().left().kept().get(0).visit());
    }

    @Test
    void paper_putAwayByADoubleTouch_isKeptOnce() {
        Clerk clerk = clerk();
        String form = leftBehind(clerk, "paper");
        assertTrue(clerk.act("left-behind", form).body().contains("記録しました"));
        assertTrue(clerk.act("left-behind", form).body().contains("この画面からはもう記録しました"));
        assertTrue(clerk.act("left-behind", "do=paper").body().contains("この画面からはもう記録しました"));
        assertEquals(1, staff.tools().left().kept().size());
        putAway(clerk, "paper");
        assertEquals(2, staff.tools().left().kept().size());
    }

    /** The second comes before the first is answered. */
    @Test
    void paper_touchedTwiceBeforeThePageIsDrawnAgain_isKeptOnce() {
        LeftBehindPage page = new LeftBehindPage(runner, staff.tools());
        var clerk = new jp.madoguchi.kiosk.staff.Clerk("clerk-1", Role.CLERK);
        Fields touch = new Fields();
        touch.put("do", "paper");
        touch.put("seen", String.valueOf(page.view(clerk).get("seen")));
        assertTrue(page.act(clerk, touch).join().orElseThrow().good());
        assertFalse(page.act(clerk, touch).join().orElseThrow().good());
        assertEquals(1, staff.tools().left().kept().size());
    }

    /** The idle screen has the id of the visit that has not begun. */
    @Test
    void card_foundWhenNobodyIsThere_isNotTheNextResidents() {
        Clerk clerk = clerk();
        assertTrue(runner.screen().visit().stage().idle());
        putAway(clerk, "card");
        assertEquals(Ledger.NO_VISIT, staff.tools().left().kept().get(0).visit());
    }

    @Test
    void kept_areListedByNumberAndHandedOnOnce() {
        Clerk clerk = clerk();
        VisitId visit = new VisitId("3f2a91c0445566778899aabbccddeeff");
        staff.tools().left().keep(visit, LeftItem.CARD, "clerk-2");
        staff.tools().left().keep(Ledger.NO_VISIT, LeftItem.PAPER, "clerk-2");
        String list = clerk.get("/staff/go/kept").body();
        assertTrue(list.contains("3F2A-91C0") && list.contains("番号なし") && list.contains("clerk-2"), list);
        long number = staff.tools().left().kept().get(0).number();
        String ways = clerk.act("kept", "do=open&value=" + number).body();
        assertAll(
                () -> assertTrue(ways.contains("data-value=\"owner\"")),
                () -> assertFalse(ways.contains("data-value=\"destroyed\""), "no card is destroyed"));
        clerk.act("kept", "do=hand-on&value=destroyed");
        assertEquals(2, staff.tools().left().kept().size());
        clerk.act("kept", "do=open&value=" + number);
        String said = clerk.act("kept", "do=hand-on&value=municipality").body();
        assertAll(
                () -> assertTrue(said.contains("市区町村に届けてください"), said),
                () -> assertTrue(said.contains("data-handed"), said),
                () -> assertTrue(staff.ledger
                        .facts(visit)
                        .contains(new Fact.HandedOn(number, LeftItem.CARD, LeftItemGoal.MUNICIPALITY, "clerk-1"))));
        clerk.act("kept", "do=open&value=" + number);
        clerk.act("kept", "do=hand-on&value=owner");
        assertEquals(1, staff.tools().left().handedOn(9).size());
    }

    /** Another clerk has the same one open. */
    @Test
    void kept_thatIsGone_isSaidSo() {
        Clerk clerk = clerk();
        staff.tools().left().keep(Ledger.NO_VISIT, LeftItem.CARD, "clerk-2");
        long number = staff.tools().left().kept().get(0).number();
        clerk.act("kept", "do=open&value=" + number);
        assertTrue(staff.tools().left().handOn(number, LeftItemGoal.POLICE, "manager-1"));
        assertTrue(clerk.act("kept", "do=hand-on&value=owner").body().contains("もう記録しています"));
    }

    @Test
    void settings_areKept_andTheGreetingIsSpoken() {
        Clerk clerk = clerk();
        clerk.act("settings", "do=greeting&value=en");
        clerk.act("settings", "do=volume&value=5");
        String page = clerk.act("settings", "do=brightness&value=9").body();
        settle();
        assertAll(
                () -> assertEquals(Language.EN, runner.screen().visit().language()),
                () -> assertEquals(5, staff.tools().service().settings().volume()),
                () -> assertEquals(4, staff.tools().service().settings().brightness(), "9 is no brightness"),
                () -> assertTrue(page.contains("data-page=\"settings\"")));
    }

    @Test
    void accounts_ofAManager_areAddedRenewedAndRemoved() {
        Clerk manager = signIn("manager-1", Role.MANAGER);
        staff.enrolled("clerk-1", Role.CLERK);
        assertTrue(manager.act("accounts", "do=add&role=clerk").body().contains("clerk-2の登録番号は"));
        assertTrue(manager.act("accounts", "do=renew&name=clerk-1").body().contains("clerk-1の登録番号は"));
        manager.act("accounts", "do=remove&name=manager-1");
        assertTrue(staff.tools().accounts().of("manager-1").isPresent(), "nobody removes the account in use");
        assertTrue(manager.act("accounts", "do=remove&name=clerk-1").body().contains("clerk-1を消しました"));
        assertEquals("manager-1", staff.detail(AuditEvent.STAFF_REMOVED, Detail.USER));
    }

    /** Two clerks are invited before either has come: each has a name of their own. */
    @Test
    void account_thatIsInvitedOnly_hasItsName() {
        Clerk manager = signIn("manager-1", Role.MANAGER);
        assertTrue(manager.act("accounts", "do=add&role=clerk").body().contains("clerk-1の登録番号は"));
        assertTrue(manager.act("accounts", "do=add&role=clerk").body().contains("clerk-2の登録番号は"));
        staff.pass(Invitations.GOOD_FOR);
        Clerk later = signIn("manager-1", Role.MANAGER);
        assertTrue(later.act("accounts", "do=add&role=clerk").body().contains("clerk-1の登録番号は"));
    }

    /** Whoever still has it would be back with it. */
    @Test
    void code_ofAnAccountThatWasRemoved_isNotGoodAnyMore() {
        Clerk manager = signIn("manager-1", Role.MANAGER);
        staff.enrolled("clerk-1", Role.CLERK);
        String code = manager.act("accounts", "do=renew&name=clerk-1")
                .find("clerk-1の登録番号は ([0-9]{4} [0-9]{4}) ")
                .replace(" ", "");
        manager.act("accounts", "do=remove&name=clerk-1");
        Display display = display();
        display.get("/staff");
        type(display, door(display, "do=code"), code);
        assertTrue(door(display, "do=enter").body().contains("登録番号がちがうか、期限が切れています"));
        assertTrue(staff.tools().accounts().of("clerk-1").isEmpty());
    }

    @Test
    void page_ofEach_isWhole() {
        Clerk manager = signIn("manager-1", Role.MANAGER);
        for (String name : List.of(
                "home",
                "claims",
                "left-behind",
                "kept",
                "cash",
                "closing",
                "service",
                "self-test",
                "settings",
                "power",
                "accounts")) {
            RawHttp.Reply reply = manager.get("/staff/go/" + name);
            assertEquals(200, reply.status());
            assertTrue(reply.body().contains("data-page=\"" + name + "\""), name);
            assertEquals("no-store", reply.header("Cache-Control"));
        }
    }
}
