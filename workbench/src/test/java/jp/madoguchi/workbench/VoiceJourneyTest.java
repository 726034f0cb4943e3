package jp.madoguchi.workbench;

import static jp.madoguchi.workbench.KioskBrowser.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import jp.madoguchi.kiosk.Kiosk;
import jp.madoguchi.kiosk.terms.Language;
import jp.madoguchi.kiosk.voice.Clips;
import jp.madoguchi.kiosk.voice.Recording;
import jp.madoguchi.kiosk.voice.Sayings;
import jp.madoguchi.simulators.cash.CoinFate;
import jp.madoguchi.simulators.printer.PrinterSettings;
import jp.madoguchi.workbench.voice.Studio;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A person who cannot see the screen gets a residence record alone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VoiceJourneyTest {
    private static final String RESIDENT = "aomori-hanako";
    private static final int COIN = 500;
    /** After which the script speaks again. */
    private static final int LULL_MILLIS = 20_000;

    private static final int ALARM_MILLIS = 8_000;

    /** The only recording here that is one; the ear knows the others by their names. */
    private static final Recording PLAYED = new Recording("en", "Go back");

    private static final String PLAY = """
            address => new Promise(done => {
              const sound = new Audio(address);
              sound.addEventListener('ended', () => done(sound.duration > 0.2 ? 'ended' : 'too short'));
              sound.addEventListener('error', () => done('error ' + sound.error.code));
              sound.play().catch(refused => done(refused.name));
            })""";

    private final KioskBrowser browser = new KioskBrowser(); // first: without it nothing else is worth starting
    private final OutsideWorld outside = new OutsideWorld(0);
    private final Workbench bench;

    VoiceJourneyTest(@TempDir Path dir) throws IOException, InterruptedException, Kiosk.Unusable {
        Path voice = Files.createDirectory(dir.resolve("voice"));
        for (Language language : Language.values()) {
            for (Recording each : Sayings.of(language).recordings()) {
                Files.writeString(voice.resolve(each.name() + Clips.ENDING), "");
            }
        }
        new Studio(dir, 1).make(voice, List.of(PLAYED));
        bench = Desk.lay(
                dir.resolve("kiosk"),
                new Workbench.Settings(0, Optional.of(outside.opener()), PrinterSettings.lifelike()).speaking(voice));
        outside.show(bench);
    }

    @AfterAll
    void stop() {
        browser.close();
        bench.close();
        outside.close();
    }

    /** What a person listens for, in the order in which it comes. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "日本語ではじめる | 読み取り台は | 暗証番号を入れてください | 4けた | 暗証番号を確認する | カードをお取りください | 証明書を選んでください | 住民票の写し"
                        + " | 記載する内容を選んでください | この内容で進む | よろしいですか | 申し込む | 硬貨の入れ口は | 証明書と領収書をお取りください | 受け取りました | 音声の案内を終わります",
                "Start in English | The reader is | Enter your 4-digit PIN | 4 | Check the PIN | Take your card | Choose a certificate"
                        + " | Residence record | Choose what it should say | Continue | Is this what you want? | Apply | The coin slot is | Take your certificate | I have taken them | The voice guidance ends here"
            })
    void residenceRecord_byEarAndKeysAlone_isDelivered(
            String begin,
            String whereCard,
            String pin,
            String four,
            String check,
            String takeCard,
            String choose,
            String record,
            String options,
            String goOn,
            String confirm,
            String apply,
            String whereCoins,
            String take,
            String taken,
            String over)
            throws IOException, InterruptedException {
        int printed = bench.printer().printed().size();
        browser.complaints.clear();
        try (BrowserContext person = browser.person(1080, 1920)) {
            Ear.listen(person);
            Page page = welcome(person);
            Ear ear = new Ear(page);
            assertEquals(List.of(), ear.heard(), "nobody has asked for a voice");
            ear.press("F1");
            ear.until("矢印のキー");
            ear.choose(begin);

            ear.until(whereCard);
            bench.readers().place(bench.cards().open(RESIDENT));
            ear.until(pin);
            ear.heard();
            enter(ear, four, "1234");
            ear.onward(check);
            ear.until(takeCard);
            bench.readers().take();

            ear.until(choose);
            ear.choose(record);
            ear.until(options);
            ear.onward(goOn);
            ear.until(confirm);
            ear.onward(apply);
            ear.until(whereCoins);
            drop();
            ear.until(take);
            ear.onward(taken);
            ear.until(over);
            at(page, "welcome");
            page.waitForFunction("() => document.getElementById('caption').hidden");
            assertEquals(printed + 2, bench.printer().printed().size(), "one document, one receipt");
            assertFalse(ear.transcript().contains("花子"), ear.transcript());
            assertEquals(List.of(), browser.complaints);
        }
    }

    /** Nothing but how many digits are in, whichever PIN it is. */
    @Test
    void pin_thatIsChanged_isOnlyCounted() throws IOException {
        try (BrowserContext person = browser.person(1080, 1920)) {
            Ear ear = begun(person, "暗証番号を変える");
            ear.choose("暗証番号を変える"); // in Japanese
            ear.until("読み取り台は");
            bench.readers().place(bench.cards().open(RESIDENT));
            ear.until("今の暗証番号");
            enter(ear, "4けた", "1234");
            ear.onward("次へ進む");
            ear.until("新しい暗証番号を決めて");
            enter(ear, "4けた", "5937");
            ear.onward("次へ進む");
            ear.until("もう一度入れて");
            enter(ear, "4けた", "5937");
            ear.onward("暗証番号を変える");
            ear.until("暗証番号を変えました");
            bench.readers().take();
            ear.onward("終わる");
            ear.until("音声の案内を終わります");
        }
    }

    /** By its purpose; what a word means is heard on the way, and what is chosen already leads on. */
    @Test
    void residenceRecord_byItsPurpose_isFound() throws IOException {
        try (BrowserContext person = browser.person(1080, 1920)) {
            Ear ear = begun(person, "日本語ではじめる");
            ear.until("読み取り台は");
            bench.readers().place(bench.cards().open(RESIDENT));
            ear.until("暗証番号を入れてください");
            enter(ear, "4けた", "1234");
            ear.onward("暗証番号を確認する");
            ear.until("カードをお取りください");
            bench.readers().take();
            ear.until("証明書を選んでください");
            ear.onward("使い道から選ぶ");
            ear.until("何に使いますか");
            ear.choose("運転免許");
            ear.until("提出先が決めます");
            ear.choose("住民票の写し");
            ear.until("記載する内容を選んでください");
            ear.choose("ことばの意味");
            ear.until("選べる内容の意味");
            ear.onward("選ぶ画面にもどる"); // the only thing that is there
            assertEquals(List.of("ことばの意味"), ear.until("ことばの意味"));
            ear.find(said -> said.equals(List.of("本籍と筆頭者", "のせる", "選ばれています")), "what is usually asked for");
            ear.onward("この内容で進む");
            ear.until("この内容でよろしいですか");
            ear.press("Escape");
            ear.press("Enter");
            ear.until("手続きをやめました");
            ear.onward("終わる");
            ear.until("音声の案内を終わります");
        }
    }

    /** Silence would leave somebody alone who does not see that there is something to do. */
    @Test
    void screen_whereTheHandHasToDoSomething_saysSoAgain() {
        try (BrowserContext person = browser.person(1080, 1920)) {
            person.clock().install();
            Ear ear = begun(person, "日本語ではじめる");
            ear.until("読み取り台は");
            ear.heard();
            for (int times = 0; times < 2; times++) {
                person.clock().fastForward(LULL_MILLIS / 2);
                assertEquals(List.of(), ear.heard());
                person.clock().fastForward(LULL_MILLIS / 2);
                assertEquals(List.of("マイナンバーカードを置いてください"), ear.untilExactly("マイナンバーカードを置いてください"));
            }
            // Forgotten: as the kiosk marks it, after half a minute that no test waits for.
            ear.page().evaluate("""
                    () => {
                      document.getElementById('screen').dataset.alarm = 'card';
                      document.querySelector('.lead').setAttribute('role', 'alert');
                    }""");
            ear.press("F1");
            ear.heard();
            person.clock().fastForward(ALARM_MILLIS);
            assertEquals(2, ear.until("カードを平らに置きます").size(), "what was forgotten, and nothing else");

            ear.press("Escape");
            ear.press("Enter");
            ear.until("音声の案内を終わります");
        }
    }

    @Test
    void touch_withVoice_speaksFirstAndActsSecond() {
        try (BrowserContext person = browser.person(1280, 800)) {
            Ear.listen(person);
            Page page = welcome(person);
            Ear ear = new Ear(page);
            ear.press("F1");
            ear.until("矢印のキー");
            long tapped = taps();
            page.click("[data-do=begin][data-lang=en]");
            assertEquals(List.of("Start in English"), ear.heard());
            page.click("[data-do=begin][data-lang=ja]");
            assertEquals(List.of("日本語ではじめる"), ear.heard(), "touching elsewhere moves there");
            assertEquals("日本語ではじめる", page.innerText("#caption"));
            assertEquals(tapped, taps(), "nothing was done yet");
            page.click("[data-do=begin][data-lang=ja]");
            at(page, "place-card");
            assertEquals(tapped + 1, taps());
            page.click("[data-do=cancel]");
            page.click("[data-do=cancel]");
            at(page, "welcome");
        }
    }

    @Test
    void touch_withoutVoice_actsAtOnceAndIsSilent() {
        try (BrowserContext person = browser.person(1280, 800)) {
            Ear.listen(person);
            Page page = welcome(person);
            page.click("[data-do=begin][data-lang=ja]");
            at(page, "place-card");
            page.keyboard().press("ArrowDown"); // the keys lead everywhere without a voice too
            assertEquals("cancel", page.evaluate("() => document.activeElement.dataset.do"));
            page.keyboard().press("Enter");
            at(page, "welcome");
            assertEquals(List.of(), new Ear(page).heard());
        }
    }

    /** Where the ear listens in place of the loudspeaker: the browser itself gets a sound, as the page's policy lets it, and plays it. */
    @Test
    void recording_inTheBrowser_isPlayedToItsEnd() {
        try (BrowserContext person = browser.person(1280, 800)) {
            Page page = person.newPage();
            page.navigate(bench.kiosk().address().toString());
            at(page, "welcome");
            page.keyboard().press("ArrowDown"); // a browser is silent until somebody has acted
            assertEquals("ended", page.evaluate(PLAY, "/voice/" + PLAYED.name() + Clips.ENDING));
        }
    }

    /** At the welcome screen, with the voice, somebody chooses this. */
    private Ear begun(BrowserContext person, String what) {
        Ear.listen(person);
        Ear ear = new Ear(welcome(person));
        ear.press("F1");
        ear.until("矢印のキー");
        ear.choose(what);
        return ear;
    }

    /** @param four how the last of them is counted */
    private static void enter(Ear ear, String four, String pin) {
        for (int digit = 1; digit <= pin.length(); digit++) {
            ear.heard();
            ear.press(pin.substring(digit - 1, digit));
            List<String> said = ear.untilExactly(four.replace("4", Integer.toString(digit)));
            assertEquals(2, said.size(), "that it is so many of four: " + said);
        }
    }

    private long taps() {
        return browser.requests.stream()
                .filter(request -> request.method().equals("POST"))
                .map(Request::url)
                .filter(url -> url.endsWith("/tap"))
                .count();
    }

    private Page welcome(BrowserContext person) {
        Page page = person.newPage();
        page.navigate(bench.kiosk().address().toString());
        at(page, "welcome");
        page.waitForFunction("() => window.heard");
        return page;
    }

    /** The coin comes back until the slot is open. */
    private void drop() throws InterruptedException {
        while (Objects.equals(bench.kiosk().screen().visit().stage().slug(), "pay")
                && bench.cash().drop(COIN) != CoinFate.ACCEPTED) {
            bench.cash().takeCoins();
        }
    }
}
