package jp.madoguchi.kiosk.voice;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import jp.madoguchi.kiosk.terms.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClipsTest {
    @TempDir
    Path folder;

    @Test
    void language_withEachRecording_speaksAndTheOthersDoNot() throws IOException {
        record(Language.EN);
        Clips clips = Clips.in(folder);
        assertTrue(clips.speak(Language.EN));
        assertFalse(clips.speak(Language.JA));
    }

    @Test
    void language_withOneRecordingMissing_doesNotSpeak() throws IOException {
        record(Language.EN);
        Files.delete(folder.resolve(
                Sayings.of(Language.EN).recordings().iterator().next().name() + Clips.ENDING));
        assertFalse(Clips.in(folder).speak(Language.EN));
    }

    @Test
    void folder_thatIsNotThere_isNoVoice() throws IOException {
        Clips none = Clips.in(folder.resolve("nowhere"));
        assertFalse(none.speak(Language.JA));
        assertEquals(Optional.empty(), none.sound(new Recording("ja", "もどる").name()));
    }

    @Test
    void sound_ofAName_isItsFile() throws IOException {
        String name = new Recording("ja", "もどる").name();
        Files.writeString(folder.resolve(name + Clips.ENDING), "もどる");
        Files.writeString(folder.resolve("other"), "not a sound");
        Clips clips = Clips.in(folder);
        assertArrayEquals(
                "もどる".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                clips.sound(name).orElseThrow());
        assertEquals(Optional.empty(), clips.sound("other"));
        assertEquals(Optional.empty(), clips.sound("../" + name));
    }

    private void record(Language language) throws IOException {
        for (Recording each : Sayings.of(language).recordings()) {
            Files.writeString(folder.resolve(each.name() + Clips.ENDING), "");
        }
    }
}
