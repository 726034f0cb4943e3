package jp.madoguchi.kiosk.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.madoguchi.kiosk.flow.End;
import jp.madoguchi.kiosk.flow.Money;
import jp.madoguchi.kiosk.flow.Visit;
import jp.madoguchi.kiosk.staff.DeskSettings;
import jp.madoguchi.kiosk.terms.Aid;
import jp.madoguchi.kiosk.terms.EndReason;
import jp.madoguchi.kiosk.terms.Language;
import jp.madoguchi.kiosk.terms.Stage;
import jp.madoguchi.kiosk.visit.Pads;
import jp.madoguchi.kiosk.visit.PasswordPad;
import jp.madoguchi.kiosk.visit.PinPad;
import jp.madoguchi.kiosk.visit.Screen;
import jp.madoguchi.kiosk.voice.Clips;

/** Every sample screen that can happen, as pages that a browser shows without the kiosk: to be looked at and measured. One thread. */
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

    private static final Pattern STYLE = Pattern.compile("<link rel=\"stylesheet\" href=\"/static/\\w+/([^\"]+)\">");
    private static final Pattern SCRIPT = Pattern.compile("<script [^>]*src=\"/static/\\w+/([^\"]+)\"[^>]*></script>");
    private static final Set<String> LAYS_OUT = Set.of("large.js");

    private final SecureRandom random = new SecureRandom();
    private final Pads pads = new Pads(new PinPad(), new PasswordPad(), SampleScreens.written());
    private final Keypads keys = new Keypads(pads, random);
    private final ScreenRenderer renderer;
    private final List<Sample> samples;
    private long shown;

    /** Every screen in every language. */
    public ScreenGallery() {
        this(Words::of, ScreenGallery::happens, Voice.NONE);
    }

    private ScreenGallery(Function<Language, Words> words, Predicate<Screen> which, Voice voice) {
        renderer = new ScreenRenderer(
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
                voice);
        samples = samplesOf(which);
    }

    /** The same in a language that nobody speaks, whose texts are longer than any: see {@link PseudoLocale}. */
    public static ScreenGallery pseudo() {
        Words pseudo = PseudoLocale.words();
        return new ScreenGallery(
                language -> language == Language.EN ? pseudo : Words.of(language),
                screen -> screen.visit().language() == Language.EN && (idle(screen) || happens(screen)),
                Voice.NONE);
    }

    /** The same of a kiosk that has a voice, for whoever asks for it. */
    public static ScreenGallery speaking(Clips clips) {
        return new ScreenGallery(Words::of, ScreenGallery::happens, new Voice(clips, () -> DeskSettings.LOUDEST));
    }

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
        new ScreenGallery().write(Path.of(arguments[0]), aids);
    }

    /** Every screen for a person with these aids, as files that a browser opens; each has in it what it needs. */
    public void write(Path directory, Set<Aid> aids) throws IOException {
        Files.createDirectories(directory);
        int number = 0;
        for (Sample sample : samples) {
            String name = String.format(
                    Locale.ROOT, "%04d-%s-%s.html", number++, sample.language().code(), sample.kind());
            Files.writeString(directory.resolve(name), page(sample, aids));
        }
    }

    /** What a page needs beside it, without a server. */
    static void writeFiles(Path directory) throws IOException {
        for (String file : new StaticFiles()
                .paths().keySet().stream()
                        .filter(name -> name.endsWith(".css") || LAYS_OUT.contains(name))
                        .toList()) {
            Files.writeString(directory.resolve(file), resource(file));
        }
    }

    /**
     * One screen that can happen.
     *
     * @param name says what is shown, in every language the same: {@code 017-ended-cancelled}
     */
    public record Sample(String name, Language language, Stage stage, Screen screen) {
        /** What it is a sample of: {@code ended-cancelled}. */
        public String kind() {
            return name.substring(name.indexOf('-') + 1);
        }
    }

    /** In every language, one language after the other. */
    public List<Sample> samples() {
        return samples;
    }

    /** The whole page as the kiosk serves it, for whoever chose these aids; its style is in it, and the scripts that lay it out. */
    public String page(Sample sample, Set<Aid> aids) {
        String html = drawn(sample, aids);
        StringBuilder scripts = new StringBuilder();
        for (Matcher script = SCRIPT.matcher(html); script.find(); ) {
            if (LAYS_OUT.contains(script.group(1))) {
                scripts.append("<script>").append(resource(script.group(1))).append("</script>");
            }
        }
        String styled = STYLE.matcher(html)
                .replaceAll(link -> Matcher.quoteReplacement("<style>" + resource(link.group(1)) + "</style>"));
        return SCRIPT.matcher(styled).replaceAll("").replace("</body>", scripts + "</body>");
    }

    /** The same without styles and scripts, to be put into a page that has them. */
    public String bare(Sample sample, Set<Aid> aids) {
        return SCRIPT.matcher(STYLE.matcher(drawn(sample, aids)).replaceAll("")).replaceAll("");
    }

    private String drawn(Sample sample, Set<Aid> aids) {
        Screen stands = sample.screen();
        Screen screen = SampleScreens.with(new Screen(stands.visit(), ++shown, 1, stands.until()), aids);
        keys.follow(screen);
        switch (sample.stage()) {
            case ENTER_PIN -> half(pads.pin());
            case ENTER_NEW_PIN -> half(pads.next());
            case REPEAT_NEW_PIN -> half(pads.again());
            default -> {}
        }
        return renderer.page(screen, Secret.fresh(random));
    }

    private static String resource(String name) {
        try (var file = Objects.requireNonNull(
                ScreenGallery.class.getResourceAsStream("/jp/madoguchi/ui/static/" + name), name)) {
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Sample> samplesOf(Predicate<Screen> which) {
        List<Sample> all = new ArrayList<>();
        Map<Language, Integer> numbers = new EnumMap<>(Language.class);
        for (Screen screen : SampleScreens.all()) {
            Visit visit = screen.visit();
            int number =
                    numbers.merge(visit.language(), 1, Integer::sum); // each language has the same, in the same order
            if (which.test(screen)) {
                String name = String.format(
                        Locale.ROOT,
                        "%03d-%s%s%s",
                        number,
                        visit.stage().slug(),
                        visit.end().map(end -> "-" + end.reason().slug()).orElse(""),
                        screen.until().isPresent() ? "-warned" : "");
                all.add(new Sample(name, visit.language(), visit.stage(), screen));
            }
        }
        return List.copyOf(all);
    }

    private static void half(PinPad pad) {
        pad.press(1);
        pad.press(2);
    }
}
