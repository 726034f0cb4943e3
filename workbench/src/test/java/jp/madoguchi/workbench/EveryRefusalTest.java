package jp.madoguchi.workbench;

import static jp.madoguchi.workbench.KioskBrowser.at;
import static jp.madoguchi.workbench.KioskBrowser.attribute;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.madoguchi.kiosk.Kiosk;
import jp.madoguchi.kiosk.flow.Money;
import jp.madoguchi.kiosk.terms.EndReason;
import jp.madoguchi.kiosk.terms.Language;
import jp.madoguchi.workbench.screens.Walk;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each way in which a visit ends without a paper, gone in the browser, and what its last screen says; in all languages in turn. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryRefusalTest {
    /**
     * Others hold these: {@code EveryFaultTest} (misbound, money uncounted), {@code CheckJourneyTest} (checked), {@code
     * BrowserJourneyTest} (delivered); and what needs time, staff, a stranger as the center, a broken disk or program, is held in
     * tests of the flow, beside the screens of all reasons in {@code EveryScreenTest}.
     */
    private static final Set<EndReason> ELSEWHERE = EnumSet.of(
            EndReason.DELIVERED,
            EndReason.TIME_UP,
            EndReason.CHECKED,
            EndReason.WITHDRAWN,
            EndReason.CARD_REMOVED_AT_PASSWORD,
            EndReason.CENTER_UNTRUSTED,
            EndReason.CENTER_REFUSED_OTHERWISE,
            EndReason.NOTHING_OFFERED,
            EndReason.PAID_TOO_LATE,
            EndReason.DOCUMENT_MISBOUND,
            EndReason.COIN_LEFT,
            EndReason.MONEY_UNCOUNTED,
            EndReason.REGISTRATION_TOLD,
            EndReason.REGISTRATION_UNCERTAIN,
            EndReason.LEDGER_FAILED,
            EndReason.DEFECT);

    private static final List<Language> LANGUAGES = List.of(Language.values());

    private final KioskBrowser browser = new KioskBrowser();
    private final Workbench world;
    private final Path cards;
    private final Page screen;
    private int visits;

    EveryRefusalTest(@TempDir Path dir) throws IOException, Kiosk.Unusable {
        cards = dir.resolve("cards");
        world = Desk.lay(dir);
        screen = KioskBrowser.open(browser.person(1080, 1920), world);
    }

    @AfterAll
    void stop() {
        browser.close();
        world.close();
    }

    @BeforeEach
    void begin() {
        browser.complaints.clear();
        world.cash().takeCoins();
        at(screen, "welcome");
    }

    @AfterEach
    void end() throws IOException {
        world.readers().take();
        new Walk(world, screen, "ja").to("welcome");
    }

    @ParameterizedTest
    @MethodSource("jp.madoguchi.workbench.Refusal#all")
    void visit_thatIsRefused_endsWithReasonAndRemedy(Refusal refusal) throws IOException {
        String language = LANGUAGES.get(visits++ % LANGUAGES.size()).code();
        Walk walk = new Walk(world, screen, language, refusal.card(), "residence-record").to(refusal.stage());
        Refusal.Scene scene = new Refusal.Scene(world, screen, walk, language, cards);
        try {
            refusal.deed().in(scene);
            walk.to("ended");
        } finally {
            refusal.mend().in(scene);
        }
        Told.ended(screen, refusal.end());
        assertEquals(language, attribute(screen, "data-language"));
        Money money = world.kiosk().screen().visit().money();
        assertEquals(money.inserted(), money.returned().plus(money.owed()), "accounted for");
        assertEquals(money.returned().amount(), world.cash().takeCoins(), "in the tray");
        assertEquals(!money.owed().isZero(), screen.isVisible("[data-claim]"), "a claim for what is owed");
        assertEquals(List.of(), browser.complaints);
    }

    /** None can be added to the reasons and be left out here. */
    @Test
    void reasons_areTheseAndThoseHeldElsewhere() {
        Set<EndReason> here =
                Refusal.all().map(Refusal::end).collect(Collectors.toCollection(() -> EnumSet.noneOf(EndReason.class)));
        assertEquals(EnumSet.complementOf(EnumSet.copyOf(ELSEWHERE)), here);
    }
}
