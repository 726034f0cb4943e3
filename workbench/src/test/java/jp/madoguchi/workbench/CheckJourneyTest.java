package jp.madoguchi.workbench;

import static jp.madoguchi.workbench.KioskBrowser.at;
import static jp.madoguchi.workbench.KioskBrowser.attribute;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import jp.madoguchi.kiosk.Kiosk;
import jp.madoguchi.simulators.printer.PrinterSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The certificate check in a real browser, against the simulated card, center and printer. Each test begins and ends at the welcome. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CheckJourneyTest {
    private static final String RESIDENT = "aomori-hanako";
    private static final String PASSWORD = "TEST1234";
    private static final List<String> PAGES = List.of("signature", "card", "uses", "authentication");

    private final KioskBrowser browser = new KioskBrowser(); // first: without it nothing else is worth starting
    private final ScreenRules rules = new ScreenRules();
    private final OutsideWorld outside = new OutsideWorld(0);
    private final Path dir;
    private final Workbench bench;

    CheckJourneyTest(@TempDir Path dir) throws IOException, Kiosk.Unusable {
        this.dir = dir;
        bench = Desk.lay(dir, new Workbench.Settings(0, Optional.of(outside.opener()), PrinterSettings.lifelike()));
        outside.show(bench);
    }

    @BeforeEach
    void forget() {
        browser.complaints.clear();
        browser.requests.clear();
    }

    @AfterEach
    void takeAway() {
        bench.readers().take();
    }

    @AfterAll
    void stop() {
        browser.close();
        bench.close();
        outside.close();
    }

    private Page begin(BrowserContext person, String language) {
        Page screen = person.newPage();
        screen.navigate(bench.kiosk().address().toString());
        at(screen, "welcome");
        screen.click("#check-languages summary");
        screen.click("[data-do=begin][data-service=certificate-check][data-lang=" + language + "]");
        at(screen, "place-card");
        assertEquals(language, attribute(screen, "data-language"));
        return screen;
    }

    private void place(Page screen, String card) throws IOException {
        bench.readers().place(bench.cards().open(card));
        at(screen, "show-certificates");
    }

    private static void turn(Page screen, String page) {
        screen.click("[data-do=page][data-page=" + page + "]");
        screen.waitForSelector(".body[data-page=" + page + "]");
    }

    private static void status(Page screen, String words) {
        screen.waitForSelector("[data-row=status]:has-text('" + words + "')");
    }

    private static void type(Page screen, String password) {
        for (int i = 0; i < password.length(); i++) {
            screen.click("[data-key='" + password.charAt(i) + "']");
        }
        screen.waitForSelector("#password-dots[data-count='" + password.length() + "']");
    }

    private void leave(Page screen) {
        bench.readers().take();
        at(screen, "ended");
        assertEquals("checked", attribute(screen, "data-end"));
        rules.hold(screen);
        screen.click("[data-do=acknowledge]");
        at(screen, "welcome");
    }

    @ParameterizedTest
    @CsvSource({"ja, 1080, 1920, 有効です, 印刷しました", "easy, 1280, 800, 使えます, しました", "en, 1280, 800, In force, Printed"})
    void journey_cardPasswordSlip_showsWhatNamesNobody(String language, int width, int height, String good, String done)
            throws IOException {
        try (BrowserContext person = browser.person(width, height);
                HeardLog log = new HeardLog()) {
            Page screen = begin(person, language);
            rules.hold(screen);
            place(screen, RESIDENT);
            status(screen, good);
            rules.hold(screen);
            for (String page : PAGES) {
                turn(screen, page);
                rules.hold(screen);
            }
            turn(screen, "signature");
            screen.click("[data-do=open]");
            at(screen, "enter-password");
            rules.hold(screen);
            type(screen, "WRONG123");
            screen.click("[data-do=password-entered]");
            screen.waitForSelector("main[data-stage=enter-password] [role=alert]");
            rules.hold(screen);
            type(screen, PASSWORD);
            screen.click("[data-do=password-entered]");
            at(screen, "show-certificates");
            status(screen, good);
            rules.hold(screen);
            assertTrue(screen.innerText("[data-row=policy]").contains("1.2.392.200149.8.5.1.1.20"));

            int printed = bench.printer().printed().size();
            screen.click("[data-do=slip]");
            screen.waitForSelector("[data-do=slip]:disabled:has-text('" + done + "')");
            assertEquals(printed + 1, bench.printer().printed().size());
            String everything = screen.content();
            leave(screen);
            assertFalse(screen.content().contains("1.2.392.200149"), "what was shown is gone");

            assertFalse(everything.contains("青森") || everything.contains("花子"), everything);
            secretsStayInBodies(log);
            assertEquals(List.of(), browser.complaints);
        }
    }

    private void secretsStayInBodies(HeardLog log) {
        List<String> keys = browser.posted("/pin");
        assertEquals("WRONG123".length() + PASSWORD.length(), keys.size());
        // R, T, 1, 2 and 3 come twice, on screens of their own
        assertTrue(new HashSet<>(keys).size() >= 13 && keys.stream().allMatch(key -> key.matches("key=[\\w-]{16,}")));
        for (String line : log.lines()) {
            assertFalse(line.contains(PASSWORD) || line.contains("WRONG123") || line.contains("青森"), line);
            assertTrue(keys.stream().noneMatch(key -> line.contains(key.substring(4))), line);
        }
    }

    @Test
    void phone_withItsOwnPassword_showsItsCertificate() throws IOException {
        try (BrowserContext person = browser.person(1280, 800)) {
            Page screen = begin(person, "en");
            place(screen, "special-android");
            rules.hold(screen);
            screen.click("[data-do=open]");
            at(screen, "enter-pin");
            rules.hold(screen);
            KioskBrowser.press(screen, "1234");
            screen.click("[data-do=pin-entered]");
            at(screen, "show-certificates");
            status(screen, "In force");
            rules.hold(screen);
            leave(screen);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "special-expired",
        "special-unknown-ca",
        "special-blocked",
        "special-iphone",
        "special-juki",
        "special-juki-open"
    })
    void card_ofEveryKind_isShownInWhole(String card) throws IOException {
        for (int[] size : new int[][] {{1280, 800}, {1080, 1920}}) {
            try (BrowserContext person = browser.person(size[0], size[1])) {
                Page screen = begin(person, "ja");
                place(screen, card);
                for (String page : PAGES) {
                    turn(screen, page);
                    rules.hold(screen);
                }
                leave(screen);
            }
        }
    }

    /** The center's own words, each as its authority says them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "revoked 2026-10-01 superseded | Revoked on 1 October 2026. A new certificate took its place. If you have a new card, use that. Your municipal office",
                "suspended 2026-10-01 | Suspended since 1 October 2026, because",
                "unknown-yet | Not registered yet",
            })
    void status_ofEveryKind_isSaid(String entry, String said) throws IOException {
        try (BrowserContext person = browser.person(1280, 800)) {
            Files.writeString(dir.resolve("revoked.txt"), "auth_ca " + serial() + " " + entry + "\n");
            Page screen = begin(person, "en");
            place(screen, RESIDENT);
            status(screen, said);
            rules.hold(screen);
            leave(screen);
        } finally {
            Files.deleteIfExists(dir.resolve("revoked.txt"));
        }
    }

    private String serial() throws IOException {
        try (var pem =
                Files.newInputStream(dir.resolve("cards").resolve(RESIDENT).resolve("auth.pem"))) {
            X509Certificate certificate =
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(pem);
            return certificate.getSerialNumber().toString(16);
        } catch (CertificateException e) {
            throw new IOException(e);
        }
    }

    @Test
    void check_withoutCenterAndPrinter_saysWhatItCan() throws IOException {
        try (BrowserContext person = browser.person(1280, 800)) {
            Page screen = begin(person, "en");
            bench.center().faults().cut();
            bench.printer().openDoor();
            place(screen, RESIDENT);
            screen.waitForSelector("[data-do=slip]:disabled:has-text('It cannot print now')");
            status(screen, "could not be asked");
            rules.hold(screen);
            assertTrue(screen.innerText("[data-row=valid]").contains("until"));
            bench.readers().take();
            at(screen, "ended");
            screen.click("[data-do=acknowledge]");
            at(screen, "closed");
            screen.click("#check-languages summary");
            screen.click("[data-do=begin][data-service=certificate-check][data-lang=ja]");
            at(screen, "place-card");
            screen.click("[data-do=cancel]");
            at(screen, "closed");
            bench.center().faults().restore();
            bench.printer().closeDoor();
            at(screen, "welcome");
        }
    }

    /** The center never heard of such a visit, and takes its end all the same. */
    @Test
    void visit_thatWasNeverOpened_isReported() throws IOException {
        try (BrowserContext person = browser.person(1280, 800);
                HeardLog log = new HeardLog()) {
            Page screen = begin(person, "ja");
            String visit = bench.kiosk().screen().visit().id().hex();
            place(screen, RESIDENT);
            leave(screen);
            screen.waitForCondition(() -> log.lines().stream()
                    .anyMatch(line -> line.contains(visit) && line.contains("the center knows its end")));
        }
    }
}
