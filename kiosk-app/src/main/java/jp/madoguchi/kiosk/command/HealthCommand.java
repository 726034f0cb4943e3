package jp.madoguchi.kiosk.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import jp.madoguchi.kiosk.health.Health;
import jp.madoguchi.kiosk.health.HealthJson;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
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
    @Option(
            names = "--config",
            paramLabel = "FILE",
            required = true,
            description = "the TOML file of the running program")
    private @Nullable Path config;

    @Option(names = "--json", description = "one line of JSON; docs/runbook.md names its members")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    private final Program program;
    private final Devices devices;

    HealthCommand(Program program, Devices devices) {
        this.program = program;
        this.devices = devices;
    }

    @Override
    public Integer call() throws Stop {
        Path file = config;
        CommandSpec self = spec;
        if (file == null || self == null) {
            throw new IllegalStateException("picocli demands --config and injects the specification");
        }
        Health health = Running.ask(file, program::health);
        PrintWriter out = self.commandLine().getOut();
        if (json) {
            out.println(HealthJson.write(health));
        } else {
            Watch watch = devices.watch(out);
            new HealthReport(health, watch::said, watch.clock().getZone())
                    .lines()
                    .forEach(out::println);
        }
        return health.well() ? Exit.DONE : Exit.NOT_USABLE;
    }
}
