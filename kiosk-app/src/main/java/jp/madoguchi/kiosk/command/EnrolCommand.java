package jp.madoguchi.kiosk.command;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How the first account comes about, and a forgotten PIN is replaced. */
@Command(
        name = "enrol",
        header = "Makes the one-time code with which an account is enrolled.",
        description = {
            "It has eight digits and is shown once. Whoever types it at the kiosk (店員 → はじめて使う) chooses the PIN of that",
            "account; an account of that name that is there already gets a new PIN.",
            "The code is good for 30 minutes, and until the program ends."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:the code is shown",
            "2:wrong usage",
            "3:the configuration cannot be used",
            "4:the program does not run"
        })
final class EnrolCommand implements Callable<Integer> {
    /** What an account may do. */
    enum Role {
        CLERK,
        MANAGER
    }

    @Mixin
    private Running running = new Running();

    @Option(
            names = "--name",
            paramLabel = "NAME",
            required = true,
            description = "of the role, never of a person: clerk-1")
    private @Nullable String name;

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            defaultValue = "CLERK",
            description = "clerk, or manager, who can also say who else may; ${DEFAULT-VALUE} unless told")
    private Role role = Role.CLERK;

    @Spec
    private CommandSpec spec;

    private final Program program;

    EnrolCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() throws Stop {
        String account = name;
        if (account == null) {
            throw new IllegalStateException("picocli demands --name");
        }
        String wanted = role.name().toLowerCase(Locale.ROOT);
        String code = running.ask(path -> program.enrolmentCode(path, account, wanted));
        spec.commandLine().getOut().println(code);
        return Exit.DONE;
    }
}
