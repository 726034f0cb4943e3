package jp.madoguchi.kiosk.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import jp.madoguchi.kiosk.flow.End;
import jp.madoguchi.kiosk.flow.Money;
import jp.madoguchi.kiosk.flow.Visit;
import jp.madoguchi.kiosk.terms.Aid;
import jp.madoguchi.kiosk.terms.EndReason;
import jp.madoguchi.kiosk.terms.Language;
import jp.madoguchi.kiosk.terms.Stage;
import jp.madoguchi.kiosk.visit.Pads;
import jp.madoguchi.kiosk.visit.PasswordPad;
import jp.madoguchi.kiosk.visit.PinPad;
import jp.madoguchi.kiosk.visit.Screen;

/** Writes every sample screen that can happen as a page that a browser opens from disk, to be looked at and measured. */
public final class ScreenGallery {
    /** What can end a visit once money is in. */
    private static final Set<EndReason> WITH_MONEY = EnumSet.of(
            EndReason.CANCELLED,
            EndReason.TIME_UP,
            EndReason.CASH_NOT_READY,
            EndReason.PRINTER_NOT_READY,
            EndReason.NOT_PRINTED,
            EndReason.PRINT_UNKNOWN,
            EndReason.DOCUMENT_UNTRUSTED,
            EndReason.DOCUMENT_OUT_OF_TIME,
            EndReason.PAID_TOO_LATE,
            EndReason.DOCUMENT_MISBOUND,
            EndReason.COIN_LEFT,
            EndReason.MONEY_UNCOUNTED,
            EndReason.LEDGER_FAILED,
            EndReason.DEFECT);

    private ScreenGallery() {}

    /**
     * Nobody is served: the kiosk speaks Japanese, and the others beside it. Money is taken when the card has long been
     * taken away, and not before.
     */
    private static boolean happens(Screen screen) {
        Visit visit = screen.visit();
        if (idle(screen)) {
            return visit.language() == Language.JA;
        }
        boolean paid = visit.stage() == Stage.ENDED && !visit.money().equals(Money.NONE);
        return !paid
                || (!visit.card().present()
                        && visit.end()
                                .map(End::reason)
                                .filter(WITH_MONEY::contains)
                                .isPresent());
    }

    private static boolean idle(Screen screen) {
        return screen.visit().stage().idle();
    }

    public static void main(String[] arguments) throws IOException {
        Set<Aid> aids = EnumSet.noneOf(Aid.class);
        for (String slug : List.of(arguments).subList(1, arguments.length)) {
            aids.add(Aid.ofSlug(slug).orElseThrow());
        }
        write(Path.of(arguments[0]), aids);
    }

    public static void write(Path directory) throws IOException {
        write(directory, Set.of());
    }

    /** Every screen for a person with these aids. */
    public static void write(Path directory, Set<Aid> aids) throws IOException {
        write(directory, aids, Words::of, all(ScreenGallery::happens));
    }

    /** The last of each kind in these languages: those that come later say more. */
    public static void writeKinds(Path directory, Set<Aid> aids, Set<Language> languages) throws IOException {
        Map<String, Screen> kinds = new LinkedHashMap<>();
        all(screen -> happens(screen) && languages.contains(screen.visit().language()))
                .forEach(screen -> kinds.put(kind(screen), screen));
        write(directory, aids, Words::of, List.copyOf(kinds.values()));
    }

    private static List<Screen> all(Predicate<Screen> which) {
        return SampleScreens.all().stream().filter(which).toList();
    }

    /** The same in a language that nobody speaks, whose texts are longer than any: see {@link PseudoLocale}. */
    public static void writePseudo(Path directory) throws IOException {
        Words pseudo = PseudoLocale.words();
        write(
                directory,
                Set.of(),
                language -> language == Language.EN ? pseudo : Words.of(language),
                all(screen -> screen.visit().language() == Language.EN && (idle(screen) || happens(screen))));
    }

    /** What a page needs beside it, without a server. */
    static void writeFiles(Path directory) throws IOException {
        for (String file : List.of(
                "digital-agency.css",
                "tokens.css",
                "kiosk.css",
                "languages.css",
                "aids.css",
                "speech.css",
                "desk.css",
                "large.js")) {
            try (var bytes = ScreenGallery.class.getResourceAsStream("/jp/madoguchi/ui/static/" + file)) {
                Files.write(
                        directory.resolve(file), Objects.requireNonNull(bytes).readAllBytes());
            }
        }
    }

    private static void write(Path directory, Set<Aid> aids, Function<Language, Words> words, List<Screen> screens)
            throws IOException {
        Pads pads = new Pads(new PinPad(), new PasswordPad(), SampleScreens.written());
        Keypads keys = new Keypads(pads, new SecureRandom());
        ScreenRenderer renderer = new ScreenRenderer(
                new ScreenModel(
                        "K-0001",
                        true,
                        Set.of(100, 500),
                        SampleScreens.CLOCK,
                        SampleScreens.PACE,
                        keys,
                        () -> Duration.ZERO,
                        words),
                new StaticFiles().paths(),
                new Templates(locale -> Language.ofLocale(locale).map(words).orElseGet(Words::staff)),
                Voice.NONE);
        Files.createDirectories(directory);
        writeFiles(directory);
        for (int i = 0; i < screens.size(); i++) {
            Screen screen = SampleScreens.with(
                    new Screen(screens.get(i).visit(), i, 1, screens.get(i).until()), aids);
            keys.follow(screen);
            if (screen.visit().stage() == Stage.ENTER_PIN) {
                pads.pin().press(1);
                pads.pin().press(2);
            }
            String html =
                    renderer.page(screen, Secret.fresh(new SecureRandom())).replaceAll("/static/\\w+/", "");
            Files.writeString(directory.resolve(String.format(Locale.ROOT, "%03d-%s.html", i, kind(screen))), html);
        }
    }

    private static String kind(Screen screen) {
        return screen.visit().language().code()
                + "-"
                + screen.visit().stage().slug()
                + screen.visit().end().map(end -> "-" + end.reason().slug()).orElse("")
                + (screen.until().isPresent() ? "-warned" : "");
    }
}
