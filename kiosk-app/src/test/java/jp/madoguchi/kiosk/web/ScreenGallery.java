package jp.madoguchi.kiosk.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import jp.madoguchi.kiosk.terms.Stage;
import jp.madoguchi.kiosk.visit.Pads;
import jp.madoguchi.kiosk.visit.Screen;

/** Writes every sample screen as a page that a browser opens from disk, to be looked at. Not a test. */
final class ScreenGallery {
    private ScreenGallery() {}

    public static void main(String[] arguments) throws IOException {
        Path directory = Path.of(arguments[0]);
        Pads pads = new Pads();
        Keypads keys = new Keypads(pads, new SecureRandom());
        ScreenRenderer renderer = new ScreenRenderer(
                new ScreenModel("K-0001", true, Set.of(100, 500), SampleScreens.CLOCK, keys),
                new StaticFiles().paths());
        Files.createDirectories(directory);
        try (var css = ScreenGallery.class.getResourceAsStream("/jp/madoguchi/ui/static/kiosk.css")) {
            Files.write(
                    directory.resolve("kiosk.css"),
                    java.util.Objects.requireNonNull(css).readAllBytes());
        }
        List<Screen> screens = SampleScreens.all();
        for (int i = 0; i < screens.size(); i++) {
            Screen screen = new Screen(screens.get(i).visit(), i, 1);
            keys.follow(screen);
            if (screen.visit().stage() == Stage.ENTER_PIN) {
                pads.pin().press(1);
                pads.pin().press(2);
            }
            String html =
                    renderer.page(screen, Secret.fresh(new SecureRandom())).replaceAll("/static/\\w+/", "");
            String name = String.format(
                    Locale.ROOT,
                    "%03d-%s-%s%s.html",
                    i,
                    screen.visit().language().locale(),
                    screen.visit().stage().slug(),
                    screen.visit().end().map(end -> "-" + end.reason().slug()).orElse(""));
            Files.writeString(directory.resolve(name), html);
        }
    }
}
