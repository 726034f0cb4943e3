package jp.madoguchi.workbench;

import static com.microsoft.playwright.options.WaitForSelectorState.ATTACHED;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static jp.madoguchi.workbench.KioskBrowser.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.Kiosk;
import jp.madoguchi.simulators.cash.CoinFate;
import jp.madoguchi.simulators.printer.PrintedJob;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mother has her two children put on one paper, and herself left out. */
class MembersJourneyTest {
    private static final int COIN = 500;
    private static final int SHOWN = 20_000;

    @TempDir
    Path dir;

    private Workbench world;

    @BeforeEach
    void start() throws IOException, Kiosk.Unusable {
        world = Desk.lay(dir);
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void journey_toAPaperOfTwoChildren() throws IOException {
        ScreenRules rules = new ScreenRules();
        try (KioskBrowser browser = new KioskBrowser();
                HeardLog log = new HeardLog();
                BrowserContext person = browser.person(1280, 800)) {
            Page screen = options(person);
            assertFalse(screen.isVisible(".members"), "nobody asked who");
            rules.hold(screen);

            tick(screen, "option.scope", "members");
            assertEquals(
                    List.of("ご本人・妻（●●）", "世帯主（●●）", "子（●●）", "子（●●）"),
                    screen.locator(".members label").allInnerTexts());
            rules.hold(screen);
            assertTrue(screen.isVisible("[data-explain]"), "what the choices mean can still be asked");
            show(screen);
            assertEquals(
                    List.of("ご本人・妻（昭和60年生）", "世帯主（昭和58年生）", "子（平成26年生）", "子（平成30年生）"),
                    screen.locator(".members label").allInnerTexts());
            rules.hold(screen);
            tick(screen, "member", "0");
            assertFalse(screen.isVisible("[data-do=options]"), "nobody is ticked");
            rules.hold(screen);
            tick(screen, "member", "2");
            tick(screen, "member", "3");
            KioskBrowser.speak(screen, "easy");
            assertEquals(
                    List.of("members", "2", "3"),
                    screen.locator("[name='option.scope']:checked, [name=member]:checked")
                            .evaluateAll("boxes => boxes.map(box => box.value)"),
                    "kept in another language");
            rules.hold(screen);
            screen.click("[data-do=options]");
            at(screen, "confirm");
            rules.hold(screen);
            assertEquals("書く人（2人）", screen.innerText(".people dt"));
            List<String> masked = List.of("子（●●）", "子（●●）");
            assertEquals(masked, screen.locator(".people li").allInnerTexts());
            screen.clock().install();
            show(screen);
            assertEquals(
                    List.of("子（平成26年生）", "子（平成30年生）"),
                    screen.locator(".people li").allInnerTexts());
            rules.hold(screen);
            screen.clock().fastForward(SHOWN);
            assertEquals(masked, screen.locator(".people li").allInnerTexts(), "masked again by itself");

            screen.click("[data-do=back]");
            at(screen, "choose-options");
            assertEquals(2, screen.locator(".members input:checked").count(), "kept on the way back");
            screen.click("[data-do=options]");
            at(screen, "confirm");
            screen.click("[data-do=confirm]");
            at(screen, "pay");
            assertEquals(CoinFate.ACCEPTED, world.cash().drop(COIN));
            at(screen, "take-paper");
            assertEquals(List.of(), browser.complaints);

            String paper = paper(world.printer().printed().get(0));
            assertTrue(paper.contains("世帯の一部の住民票の原本"), paper);
            assertTrue(paper.contains("林檎") && paper.contains("帆立"), paper);
            assertFalse(paper.contains("花子") || paper.contains("太郎"), paper);
            for (String line : log.lines()) {
                assertFalse(line.contains("年生"), line);
            }
            assertNothingWritten("年生");
        }
    }

    /** Neither the ledger nor anything else on the disk. */
    private void assertNothingWritten(String words) throws IOException {
        String bytes = new String(words.getBytes(UTF_8), ISO_8859_1);
        int seen = 0;
        try (Stream<Path> files = Files.walk(dir)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertFalse(Files.readString(file, ISO_8859_1).contains(bytes), file.toString());
                seen++;
            }
        }
        assertTrue(seen > 10, seen + " files");
    }

    private Page options(BrowserContext person) throws IOException {
        Page screen = KioskBrowser.menu(person, world, "aomori-hanako", "ja");
        screen.click("[data-do=choose][data-kind=residence-record]");
        at(screen, "choose-options");
        return screen;
    }

    /** What is masked, in whole; without a word to the kiosk, so that what is ticked stays ticked. */
    private static void show(Page screen) {
        screen.click(".show");
        screen.waitForSelector("[data-show]:checked", new Page.WaitForSelectorOptions().setState(ATTACHED));
    }

    /** As a finger does: on the words, beneath which the box is. */
    private static void tick(Page screen, String name, String value) {
        screen.click("label:has([name='" + name + "'][value='" + value + "'])");
    }

    private static String paper(PrintedJob job) throws IOException {
        try (PDDocument document = Loader.loadPDF(job.file().toFile())) {
            return new PDFTextStripper().getText(document);
        }
    }
}
