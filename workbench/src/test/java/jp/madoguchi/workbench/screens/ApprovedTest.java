package jp.madoguchi.workbench.screens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.terms.Stage;
import jp.madoguchi.workbench.KioskBrowser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The screens look as somebody approved them; what that notices, and what it overlooks. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApprovedTest {
    private static final long ROOM = 2_000_000;
    private static final String NOBODY = "nobody has approved any screen yet: ./kiosk screens --approve";

    private final Selection selection = Selection.usual();
    private final KioskBrowser browser = new KioskBrowser();
    private final Easel easel = new Easel(browser, selection.gallery());

    @AfterAll
    void stop() {
        browser.close();
    }

    @Test
    void screens_lookAsApproved() throws IOException {
        assumeTrue(Files.exists(Approved.KEPT), NOBODY);
        Approved approved = new Approved(Approved.KEPT);
        List<String> unlike = new ArrayList<>();
        for (ScreenState state : Approved.screens(selection)) {
            approved.unlike(state, easel.picture(state)).ifPresent(unlike::add);
        }
        assertEquals(
                List.of(),
                unlike,
                "Look at them (./kiosk screens --out DIR). If they are as they should be: ./kiosk screens --approve");
    }

    @Test
    void approved_takeLittleRoom() throws IOException {
        assumeTrue(Files.exists(Approved.KEPT), NOBODY);
        try (Stream<Path> files = Files.walk(Approved.KEPT)) {
            long bytes = files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
            assertTrue(bytes < ROOM, bytes + " bytes");
        }
    }

    private ScreenState menu() {
        return Approved.screens(selection).stream()
                .filter(state ->
                        state.sample().stage() == Stage.CONFIRM && state.aids().equals(Set.of()))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "document.querySelector('h1').remove()",
                "document.querySelector('.go-on').style.marginRight = '120px'",
                "document.querySelector('.facts').style.marginTop = '40px'",
                "document.querySelector('.facts').style.fontSize = '20px'",
                "document.querySelector('.places').style.background = '#99b'",
                "document.querySelector('.go-on').style.background = '#fff'"
            })
    void screen_thatLooksOtherwise_isNoticed(String change, @TempDir Path dir) throws IOException {
        Approved approved = new Approved(dir);
        ScreenState state = menu();
        Page page = easel.show(state);
        approved.approve(state, page.screenshot());
        assertEquals(Optional.empty(), approved.unlike(state, page.screenshot()));
        page.evaluate("() => { " + change + " }");
        assertTrue(approved.unlike(state, page.screenshot()).isPresent(), change);
    }

    /** As another release of the browser draws letters. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "document.body.style.webkitFontSmoothing = 'none'",
                "document.body.style.textRendering = 'geometricPrecision'",
                "document.querySelector('.body').style.transform = 'translate(0.4px, 0.4px)'"
            })
    void screen_drawnALittleOtherwise_isOverlooked(String change, @TempDir Path dir) throws IOException {
        Approved approved = new Approved(dir);
        ScreenState state = menu();
        Page page = easel.show(state);
        approved.approve(state, page.screenshot());
        page.evaluate("() => { " + change + " }");
        assertEquals(Optional.empty(), approved.unlike(state, page.screenshot()), change);
    }
}
