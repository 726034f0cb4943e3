package jp.madoguchi.kiosk.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import jp.madoguchi.devices.card.CardInspection;
import jp.madoguchi.devices.card.CardReader;
import jp.madoguchi.devices.card.CardSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** What is on the reader. Spends no PIN try. */
@Command(
        name = "card",
        description = "Says what is on the card reader, without spending a PIN try.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:a card with which one can log in was read; --watch: ended by Ctrl-C",
            "2:wrong usage",
            "4:no reader, several matching readers, or no PC/SC service",
            "5:no card",
            "6:a card that nobody can log in with here: of another kind, expired, or its PIN locked"
        })
final class CardCommand implements Callable<Integer> {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    @Option(
            names = "--reader",
            paramLabel = "PATTERN",
            required = true,
            scope = ScopeType.INHERIT,
            description = "part of the PC/SC reader's name, or a glob of all of it")
    private String reader = "";

    @Option(
            names = "--watch",
            description =
                    "looks again and again and says what has changed, with every fault and its remedy, until Ctrl-C")
    private boolean watch;

    @Option(names = "--json", description = "one JSON object instead of lines")
    private boolean json;

    @Spec
    private CommandSpec spec;

    private final Devices devices;

    CardCommand(Devices devices) {
        this.devices = devices;
    }

    /** Of this command, and of those below it. */
    String reader() {
        return reader;
    }

    @Override
    public Integer call() throws Stop {
        Watch voice = devices.watch(spec.commandLine().getOut());
        if (watch && json) {
            throw new ParameterException(spec.commandLine(), "--json does not go with --watch");
        }
        if (watch) {
            watch(voice);
            return Exit.DONE;
        }
        try (CardReader opened = devices.reader(reader);
                CardSession session = CardOnReader.open(opened, voice)) {
            CardInspection inspection = session.inspect();
            if (inspection instanceof CardInspection.Failed failed) {
                throw new Stop(
                        CardOnReader.code(failed.failure()), voice.told(CardOnReader.failed(reader, failed.failure())));
            }
            if (!(inspection instanceof CardInspection.Inspected token)) {
                throw new Stop(Exit.NOT_USABLE, voice.said(CardOnReader.NOT_JPKI));
            }
            show(TokenReport.of(token));
            return judged(TokenCheck.of(token, voice.clock()), voice);
        }
    }

    /** The facts are told; what they come to is not a member of the JSON object. */
    private int judged(TokenCheck check, Watch voice) throws Stop {
        if (!check.usable()) {
            throw new Stop(
                    Exit.NOT_USABLE,
                    check.hindrances().stream().map(voice::said).collect(Collectors.joining("\n")));
        }
        if (!json) {
            check.standing().map(voice::said).ifPresent(spec.commandLine().getOut()::println);
        }
        return Exit.DONE;
    }

    private void watch(Watch voice) {
        CtrlC ctrlC = CtrlC.interruptsThisThread();
        try (CardReader opened = devices.reader(reader)) {
            voice.run(BETWEEN_LOOKS, new CardWatch(opened, voice.clock())::look);
        } finally {
            ctrlC.close();
        }
    }

    private void show(Map<String, Object> facts) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            try {
                out.println(new ObjectMapper().writeValueAsString(facts));
            } catch (JsonProcessingException impossible) {
                throw new IllegalStateException(impossible);
            }
        } else {
            facts.forEach((name, value) -> out.printf("%-10s %s%n", name, value));
        }
    }
}
