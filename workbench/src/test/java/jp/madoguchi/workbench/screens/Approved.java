package jp.madoguchi.workbench.screens;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.madoguchi.kiosk.terms.Aid;
import jp.madoguchi.kiosk.terms.Language;
import jp.madoguchi.kiosk.terms.Stage;
import jp.madoguchi.kiosk.web.ScreenGallery.Sample;

/** How screens looked when somebody last looked at them and was content: one of each stage, in Japanese, as most people meet it. */
record Approved(Path dir) {
    /** In the sources, from where the tests run. */
    static final Path KEPT = Path.of("src/test/resources/jp/madoguchi/workbench/screens/approved");

    private static final Set<Aid> LARGE_AND_DARK = EnumSet.of(Aid.LARGE, Aid.CONTRAST);

    /** Of each stage the first sample: upright, little, and upright with the two aids that change most. */
    static List<ScreenState> screens(Selection selection) {
        List<ScreenState> screens = new ArrayList<>();
        Set<Stage> seen = new LinkedHashSet<>();
        for (Sample sample : selection.samples()) {
            if (sample.language() == Language.JA && seen.add(sample.stage())) {
                screens.add(new ScreenState(sample, Set.of(), Orientation.UPRIGHT));
                screens.add(new ScreenState(sample, Set.of(), Orientation.SMALL));
                screens.add(new ScreenState(sample, LARGE_AND_DARK, Orientation.UPRIGHT));
            }
        }
        return screens;
    }

    /** The number of the sample is not in it: others come before it and after it. */
    private Path file(ScreenState state) {
        return dir.resolve(state.sample().stage().slug() + "-" + state.mode() + ".png");
    }

    void approve(ScreenState state, byte[] png) throws IOException {
        Files.createDirectories(dir);
        Files.write(file(state), Likeness.of(png).toKeep());
    }

    /** What is to be said of how this screen looks now; empty when it looks as approved. */
    Optional<String> unlike(ScreenState state, byte[] png) throws IOException {
        if (!Files.exists(file(state))) {
            return Optional.of(state + ": nobody has approved it yet");
        }
        return Likeness.of(png)
                .unlike(Likeness.kept(Files.readAllBytes(file(state))))
                .map(how -> state + ": " + how);
    }
}
