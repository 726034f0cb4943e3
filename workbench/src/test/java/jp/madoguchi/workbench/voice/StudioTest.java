package jp.madoguchi.workbench.voice;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.terms.Language;
import jp.madoguchi.kiosk.voice.Piece;
import jp.madoguchi.kiosk.voice.Recording;
import jp.madoguchi.kiosk.voice.Sayings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** With the synthesisers themselves, one recording of each voice; all of them are made by {@code ./kiosk voice}. */
class StudioTest {
    private static final Recording STOP = new Recording("en", "Stop");
    private static final Recording BACK = new Recording("en", "Go back");

    /** Bytes of half a second. */
    private static final int SHORTEST = 1500;

    @TempDir
    Path dir;

    @Test
    void recording_thatIsMissing_isMadeAndLeavesNothingBeside() throws IOException, InterruptedException {
        Path folder = dir.resolve("voice");
        List<Recording> both = List.of(STOP, BACK, STOP);
        assertEquals(List.of(STOP, BACK), Studio.missing(folder, both));
        new Studio(dir, 2).make(folder, Studio.missing(folder, both));
        assertEquals(List.of(), Studio.missing(folder, both));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(2, files.count());
        }
        byte[] sound = Files.readAllBytes(Studio.file(folder, STOP));
        assertEquals("OggS", new String(sound, 0, 4, ISO_8859_1));
        assertTrue(new String(sound, ISO_8859_1).contains("OpusHead"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void recording_ofEachLanguage_isASoundOfSomeLength(Language language) throws IOException, InterruptedException {
        List<Recording> over = Sayings.of(language).text("voice.over").stream()
                .map(Piece::recording)
                .toList();
        new Studio(mei(), 1).make(dir, over);
        for (Recording each : over) {
            assertTrue(Files.size(Studio.file(dir, each)) > SHORTEST, each.toString());
        }
    }

    /** Where {@code ./kiosk test} has put it. */
    private static Path mei() throws IOException {
        try (DirectoryStream<Path> voices = Files.newDirectoryStream(Path.of("../target"), "mei-*.htsvoice")) {
            Iterator<Path> found = voices.iterator();
            assertTrue(found.hasNext(), "the Japanese voice is not there: ./kiosk voice --list fetches it");
            return found.next();
        }
    }

    /** A voice that is not there makes no silent recordings. */
    @Test
    void recording_thatCannotBeMade_failsAndIsNotThere() {
        Recording klingon = new Recording("tlh-none", "Qapla");
        assertThrows(IOException.class, () -> new Studio(dir, 1).make(dir, List.of(klingon)));
        assertEquals(List.of(klingon), Studio.missing(dir, List.of(klingon)));
    }
}
