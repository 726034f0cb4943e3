package jp.madoguchi.kiosk.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What an operator asks after new keys were laid there. */
@Command(
        name = "keys",
        description = {
            "Says by which certificate the running program is known to the center, until when,",
            "and why other keys that lie there are not used."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:the keys that lie there are used",
            "2:wrong usage",
            "3:other keys lie there and are refused, or the configuration cannot be used",
            "4:the program does not run"
        })
final class KeysCommand implements Callable<Integer> {
    @Mixin
    private Running running = new Running();

    @Spec
    private CommandSpec spec;

    private final Program program;

    KeysCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() throws Stop {
        Program.KeysInUse keys = running.ask(program::keys);
        spec.commandLine().getOut().println(keys.words());
        return keys.refused() ? Exit.CONFIGURATION : Exit.DONE;
    }
}
