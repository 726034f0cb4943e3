package jp.madoguchi.workbench;

import static jp.madoguchi.workbench.KioskBrowser.attribute;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.Kiosk;
import jp.madoguchi.simulators.printer.PrintedJob;
import jp.madoguchi.workbench.screens.Walk;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each certificate that can be had, ordered by touch in the browser, paid for and taken; in every language, upright and wide. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryCertificateTest {
    private static final String RESIDENT = "aomori-hanako";
    private static final int COIN = 500;

    private final KioskBrowser browser = new KioskBrowser();
    private final Workbench world;
    private final Page screen;

    EveryCertificateTest(@TempDir Path dir) throws IOException, Kiosk.Unusable {
        world = Desk.lay(dir);
        screen = KioskBrowser.open(browser.person(1080, 1920), world);
    }

    @AfterAll
    void stop() {
        browser.close();
        world.close();
    }

    @BeforeEach
    void forget() {
        browser.complaints.clear();
        world.cash().takeCoins();
    }

    /** Whatever was left undone is led to its end. */
    @AfterEach
    void end() throws IOException {
        world.readers().take();
        new Walk(world, screen, "ja").to("welcome");
    }

    /**
     * One of them.
     *
     * @param fee in yen
     * @param words that stand on its paper
     */
    record Certificate(String kind, int fee, String words, String language, int width, int height) {}

    static Stream<Certificate> certificates() {
        return Stream.of(
                new Certificate("residence-record", 300, "住民票", "ja", 1080, 1920),
                new Certificate("residence-record-statement", 300, "住民票記載事項証明書", "easy", 1280, 800),
                new Certificate("seal-registration", 300, "印鑑登録証明書", "en", 1080, 1920),
                new Certificate("tax-certificate", 300, "課税証明書", "zh", 1280, 800),
                new Certificate("income-certificate", 300, "所得証明書", "ko", 1080, 1920),
                new Certificate("family-register-whole", 500, "戸籍全部事項証明書", "vi", 1280, 800),
                new Certificate("family-register-individual", 500, "戸籍個人事項証明書", "pt", 1080, 1920),
                new Certificate("address-history", 300, "戸籍の附票の写し", "en", 1920, 1080));
    }

    @ParameterizedTest
    @MethodSource("certificates")
    void certificate_orderedInTheBrowser_isPaidForAndPrinted(Certificate wanted) throws IOException {
        int printed = world.printer().printed().size();
        screen.setViewportSize(wanted.width(), wanted.height());
        new Walk(world, screen, wanted.language(), RESIDENT, wanted.kind()).to("take-paper");
        assertEquals("delivered", attribute(screen, "data-end"));
        assertEquals(wanted.language(), attribute(screen, "data-language"));
        List<PrintedJob> jobs = world.printer().printed();
        assertEquals(printed + 2, jobs.size(), "one document, one receipt");
        String paper = paper(jobs.get(printed));
        assertTrue(paper.contains(wanted.words()), paper);
        assertEquals(COIN - wanted.fee(), world.cash().tray(), "the change");
        assertEquals(List.of(), browser.complaints);
    }

    /** None can be added to the menu and be left out here. */
    @Test
    void menu_hasTheseCertificates_andNoOthers() throws IOException {
        new Walk(world, screen, "ja").to("choose-document");
        Set<String> kinds = screen.locator("[data-do=choose]").all().stream()
                .map(each -> each.getAttribute("data-kind"))
                .collect(Collectors.toSet());
        assertEquals(certificates().map(Certificate::kind).collect(Collectors.toSet()), kinds);
        screen.click("[data-do=cancel]");
        KioskBrowser.at(screen, "ended");
    }

    private static String paper(PrintedJob job) throws IOException {
        try (PDDocument document = Loader.loadPDF(job.file().toFile())) {
            return new PDFTextStripper().getText(document).replaceAll("[\\s\\u3000]", "");
        }
    }
}
