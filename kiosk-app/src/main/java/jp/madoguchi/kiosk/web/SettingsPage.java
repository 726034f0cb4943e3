package jp.madoguchi.kiosk.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import jp.madoguchi.kiosk.staff.Clerk;
import jp.madoguchi.kiosk.staff.DeskSettings;
import jp.madoguchi.kiosk.staff.DeskTools;
import jp.madoguchi.kiosk.terms.Language;
import org.eclipse.jetty.util.Fields;

/** In which language the kiosk greets, how loud it is and how bright. */
final class SettingsPage implements DeskPage {
    private final DeskTools tools;

    SettingsPage(DeskTools tools) {
        this.tools = tools;
    }

    @Override
    public String name() {
        return "settings";
    }

    @Override
    public View view(Clerk clerk) {
        DeskSettings now = tools.service().settings();
        return new View()
                .with(
                        "languages",
                        Arrays.stream(Language.values())
                                .map(language -> new View()
                                        .with("code", language.code())
                                        .with("chosen", language == now.greeting()))
                                .toList())
                .with("volumes", levels(0, DeskSettings.LOUDEST, now.volume()))
                .with("brightnesses", levels(1, DeskSettings.BRIGHTEST, now.brightness()));
    }

    private static List<View> levels(int from, int to, int now) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(level -> new View().with("level", level).with("chosen", level == now))
                .toList();
    }

    @Override
    public CompletableFuture<Optional<Said>> act(Clerk clerk, Fields tapped) {
        String value = String.valueOf(tapped.getValue("value"));
        return switch (String.valueOf(tapped.getValue("do"))) {
            case "greeting" ->
                Language.ofCode(value)
                        .map(language -> set(
                                now -> new DeskSettings(language, now.volume(), now.brightness(), now.stopped()),
                                "greeting",
                                "said.set",
                                clerk))
                        .orElseGet(DeskPage::nothing);
            case "volume" ->
                level(value, 0, DeskSettings.LOUDEST)
                        .map(level -> set(
                                now -> new DeskSettings(now.greeting(), level, now.brightness(), now.stopped()),
                                "volume",
                                "said.set.later",
                                clerk))
                        .orElseGet(DeskPage::nothing);
            case "brightness" ->
                level(value, 1, DeskSettings.BRIGHTEST)
                        .map(level -> set(
                                now -> new DeskSettings(now.greeting(), now.volume(), level, now.stopped()),
                                "brightness",
                                "said.set.later",
                                clerk))
                        .orElseGet(DeskPage::nothing);
            default -> DeskPage.nothing();
        };
    }

    private CompletableFuture<Optional<Said>> set(
            UnaryOperator<DeskSettings> change, String what, String said, Clerk clerk) {
        return DeskPage.said(Said.done(tools.service().set(change, what, clerk.account()), said));
    }

    /** One digit within bounds. */
    private static Optional<Integer> level(String value, int from, int to) {
        boolean digit = value.length() == 1 && value.charAt(0) >= '0' + from && value.charAt(0) <= '0' + to;
        return digit ? Optional.of(value.charAt(0) - '0') : Optional.empty();
    }
}
