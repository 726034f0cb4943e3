package jp.madoguchi.kiosk.command;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import jp.madoguchi.kiosk.health.Health;
import jp.madoguchi.kiosk.health.HealthJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What an operator asks first. */
@Command(
        name = "health",
        description = {
            "Says how the running program is: its parts and what they lack, what is owed, paper, toner, coins, certificate.",
            "In Japanese when LANG begins with ja."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:ready, or serving somebody",
            "2:wrong usage",
            "3:the configuration cannot be used",
            "4:the program does not run",
            "6:it runs and serves nobody: starting, closed, latched off or stuck"
        })
final class HealthCommand implements Callable<Integer> {
    @Mixin
    private Running running = new Running();

    @Option(names = "--json", description = "one line of JSON; docs/runbook.md names its members")
    private boolean json;

    @Spec
    private CommandSpec spec;

    private final Program program;
    private final Devices devices;

    HealthCommand(Program program, Devices devices) {
        this.program = program;
        this.devices = devices;
    }

    @Override
    public Integer call() throws Stop {
        Health health = running.ask(program::health);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(HealthJson.write(health));
        } else {
            new HealthReport(health, devices.watch(out)::said).lines().forEach(out::println);
        }
        return health.well() ? Exit.DONE : Exit.NOT_USABLE;
    }
}
