package jp.madoguchi.kiosk.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import jp.madoguchi.kiosk.flow.Event;
import jp.madoguchi.kiosk.terms.Aid;
import jp.madoguchi.kiosk.terms.Language;
import jp.madoguchi.kiosk.voice.Clips;
import jp.madoguchi.kiosk.voice.Recording;
import jp.madoguchi.kiosk.voice.Sayings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A kiosk whose voice has been recorded in English alone. */
class VoiceTest extends RunningWeb {
    @TempDir
    static Path folder;

    @Override
    KioskWeb start(Optional<URI> opener) throws IOException {
        Sayings.of(Language.EN).recordings().forEach(VoiceTest::record);
        return KioskWeb.start(
                new KioskWeb.Settings(0, opener, true, "K-0001", Set.of(100, 500), Clips.in(folder)),
                runner,
                pads,
                tokens,
                SampleScreens.CLOCK,
                timers,
                RANDOM,
                staff.tools());
    }

    private static void record(Recording recording) {
        try {
            Files.writeString(folder.resolve(recording.name() + Clips.ENDING), recording.words());
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    @Test
    void sound_thatIsThere_isServedAndNotKept() {
        String name = new Recording("en", "Go back").name();
        RawHttp.Reply sound = http.get("/voice/" + name + ".opus");
        assertEquals(200, sound.status());
        assertEquals("audio/ogg", sound.header("Content-Type"));
        assertEquals("no-store", sound.header("Cache-Control"), "which ones were heard tells of a visit");
        assertEquals("Go back", sound.body());
    }

    @Test
    void sound_thatIsNotThere_isNotFound() {
        assertEquals(
                404,
                http.get("/voice/" + new Recording("ja", "もどる").name() + ".opus")
                        .status());
        assertEquals(404, http.get("/voice/../voice.opus").status());
    }

    @Test
    void sound_thatHasGoneSince_isNotFound() throws IOException {
        Recording gone = Sayings.of(Language.EN).text("do.back").get(0).recording();
        Path file = folder.resolve(gone.name() + Clips.ENDING);
        Files.delete(file);
        try {
            assertEquals(404, http.get("/voice/" + gone.name() + ".opus").status());
        } finally {
            record(gone);
        }
    }

    @Test
    void page_ofAVoice_saysInWhichLanguages() {
        assertTrue(display().get("/").body().contains("name=\"voice\" content=\"en\""));
    }

    @Test
    void screen_onceVoiceIsAskedFor_speaksInALanguageThatIsRecordedAndInNoOther() {
        runner.post(new Event.Begin(Language.EN));
        settle();
        Display display = display();
        assertFalse(display.get("/screen").body().contains("data-say"));
        runner.post(new Event.AidsChosen(Set.of(Aid.VOICE)));
        settle();
        String speaking = display.get("/screen").body();
        assertTrue(
                speaking.contains(
                        "<h1 data-say=\"" + new Recording("en", "Place your My Number Card on the reader").name()),
                speaking);
        assertTrue(speaking.contains("data-volume=\"0.6\""), speaking);
        runner.post(new Event.SpeakLanguage(Language.JA));
        settle();
        assertFalse(display.get("/screen").body().contains("data-say"));
    }
}
