package jp.madoguchi.workbench.voice;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import jp.madoguchi.kiosk.voice.Clips;
import jp.madoguchi.kiosk.voice.Recording;

/**
 * Makes recordings with Debian's synthesisers: open_jtalk for Japanese, espeak-ng for the others. What is there already is left as it is.
 *
 * @param mei the voice of Japanese, an HTS voice file
 */
public record Studio(Path mei, int lanes) {
    private static final String DICTIONARY = "/var/lib/mecab/dic/open-jtalk/naist-jdic";
    private static final Map<String, String> VOICES =
            Map.of("en", "en-gb", "zh", "cmn", "ko", "ko", "vi", "vi", "pt", "pt-br");
    /** Words a minute: slower than the 175 of espeak-ng, for whoever hears a machine speak for the first time. */
    private static final String PACE = "150";

    private static final String BITRATE = "24";
    private static final long LONGEST_MINUTES = 1;

    static Path file(Path folder, Recording recording) {
        return folder.resolve(recording.name() + Clips.ENDING);
    }

    /** Those that are not there yet. */
    static List<Recording> missing(Path folder, Collection<Recording> recordings) {
        return recordings.stream()
                .distinct()
                .filter(each -> !Files.exists(file(folder, each)))
                .toList();
    }

    /** Makes them, some at a time; the first that fails fails all. */
    public void make(Path folder, Collection<Recording> recordings) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        ExecutorService hands = Executors.newFixedThreadPool(lanes);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (Recording each : recordings) {
                all.add(hands.submit(() -> {
                    make(folder, each);
                    return null;
                }));
            }
            for (Future<?> each : all) {
                each.get();
            }
        } catch (ExecutionException failed) {
            throw new IOException("not recorded: " + failed.getMessage(), failed);
        } finally {
            hands.shutdownNow();
        }
    }

    private void make(Path folder, Recording recording) throws IOException, InterruptedException {
        Path wave = folder.resolve(recording.name() + ".wav");
        Path part = folder.resolve(recording.name() + ".part");
        try {
            run(recording.words(), synthesiser(recording.tongue(), wave));
            run("", List.of("opusenc", "--quiet", "--speech", "--bitrate", BITRATE, wave.toString(), part.toString()));
            Files.move(part, file(folder, recording), StandardCopyOption.ATOMIC_MOVE); // never half a sound
        } finally {
            Files.deleteIfExists(wave);
            Files.deleteIfExists(part);
        }
    }

    private List<String> synthesiser(String tongue, Path wave) {
        return tongue.equals("ja")
                ? List.of("open_jtalk", "-x", DICTIONARY, "-m", mei.toString(), "-ow", wave.toString())
                : List.of(
                        "espeak-ng",
                        "--stdin",
                        "-v",
                        VOICES.getOrDefault(tongue, tongue),
                        "-s",
                        PACE,
                        "-w",
                        wave.toString());
    }

    private static void run(String words, List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!words.isEmpty()) { // the encoder reads none, and may have ended already
            try (var in = process.getOutputStream()) {
                in.write((words + "\n").getBytes(UTF_8));
            }
        }
        if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException(command.get(0) + " does not end: " + words);
        }
        if (process.exitValue() != 0) {
            throw new IOException(command.get(0) + " ended with " + process.exitValue() + ": " + words);
        }
    }
}
