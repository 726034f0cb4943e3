package jp.madoguchi.workbench.screens;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import jp.madoguchi.kiosk.terms.Aid;
import jp.madoguchi.kiosk.web.ScreenGallery;
import jp.madoguchi.workbench.KioskBrowser;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./kiosk screens}: every screen, to look at. */
@Command(
        name = "./kiosk screens",
        description = {
            "Every screen that can happen, as a picture; upright and without aids unless said otherwise.",
            "Sheets there show many at once, index.html all."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:done", "1:there is no such screen", "2:wrong usage", "3:cannot start"})
final class ScreensMain implements Callable<Integer> {
    private static final int NOTHING = 1;
    private static final int CANNOT_START = 3;

    @Option(names = "--out", paramLabel = "DIR", description = "where they go; made when absent")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--approve",
            description = "keep how those look now that look otherwise: ./kiosk test compares with that")
    private boolean approve;

    @Mixin
    private Choice choice = new Choice();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    public static void main(String... arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** What is wrong is one line for the person who typed the command. */
    static CommandLine commandLine() {
        return new CommandLine(new ScreensMain())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((wrong, arguments) -> {
                    wrong.getCommandLine().getErr().println("screens: " + wrong.getMessage());
                    return CommandLine.ExitCode.USAGE;
                })
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    line.getErr().println("screens: " + failure.getMessage());
                    return CANNOT_START;
                });
    }

    @Override
    public Integer call() throws IOException {
        if (out.isEmpty() && !approve) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--out DIR, or --approve");
        }
        ScreenGallery gallery = new ScreenGallery();
        Selection selection = new Selection(gallery);
        try (KioskBrowser browser = new KioskBrowser();
                Easel easel = new Easel(browser, gallery)) {
            if (approve) {
                approve(selection, easel);
            }
            return out.isPresent() ? photograph(selection, easel, out.get()) : 0;
        }
    }

    /** What looks as approved stays as it was drawn then: approved again and again, it could become another little by little. */
    private void approve(Selection selection, Easel easel) throws IOException {
        Approved approved = new Approved(Path.of(System.getProperty("madoguchi.approved", Approved.KEPT.toString())));
        int changed = 0;
        for (ScreenState state : Approved.screens(selection)) {
            byte[] picture = easel.picture(state);
            Optional<String> unlike = approved.unlike(state, picture);
            if (unlike.isPresent()) {
                approved.approve(state, picture);
                say("approved, unlike before: " + unlike.get());
                changed++;
            }
        }
        say("approved: " + changed);
    }

    private int photograph(Selection selection, Easel easel, Path dir) throws IOException {
        List<ScreenState> states =
                choice.of(selection, Set.of(EnumSet.noneOf(Aid.class)), List.of(Orientation.UPRIGHT));
        ScreenFolder folder = ScreenFolder.in(dir);
        for (ScreenState state : states) {
            folder.add(state, easel.picture(state));
        }
        say("screens: " + folder.pictures() + "; look at them in " + folder.index());
        return states.isEmpty() ? NOTHING : 0;
    }

    private void say(String line) {
        PrintWriter console = spec.commandLine().getOut();
        console.println(line);
        console.flush();
    }
}
