package jp.madoguchi.simulators;

import java.io.IOException;
import java.nio.file.FileSystemException;
import jp.madoguchi.simulators.card.CardCommand;
import jp.madoguchi.simulators.cash.CashCommand;
import jp.madoguchi.simulators.center.CenterCommand;
import jp.madoguchi.simulators.printer.PrinterCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code simulate WHAT --dir DIR …}: one simulator by itself, on its wire. */
@Command(
        name = "simulate",
        description = "Starts one part of the kiosk's outside world by itself, on its real wire.",
        footer = {
            "",
            "Each prints one line 'ready: WHERE', writes into DIR the kiosk's configuration",
            "lines, and takes commands on standard input (see 'simulate WHAT --help').",
            "Exit codes: 0 ended as told, 1 could not run, 2 wrong usage."
        },
        subcommands = {CenterCommand.class, PrinterCommand.class, CashCommand.class, CardCommand.class})
public final class SimulatorMain implements Runnable {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this and ends.")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean help;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before run()
    private CommandSpec spec;

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    /** The command line, to be executed or mounted under another. */
    public static CommandLine commandLine() {
        return new CommandLine(new SimulatorMain())
                .setParameterExceptionHandler((e, args) -> {
                    CommandLine where = e.getCommandLine();
                    where.getErr().println(where.getCommandSpec().qualifiedName() + ": " + e.getMessage());
                    return CommandLine.ExitCode.USAGE;
                })
                .setExecutionExceptionHandler((e, where, result) -> {
                    if (!(e instanceof IOException)) {
                        throw e;
                    }
                    where.getErr().println(where.getCommandSpec().qualifiedName() + ": " + inWords(e));
                    return CommandLine.ExitCode.SOFTWARE;
                });
    }

    /** The message of a file system's exception is often the bare path. */
    private static String inWords(Exception e) {
        if (e instanceof FileSystemException file && file.getReason() == null) {
            return "cannot use " + file.getFile() + " ("
                    + e.getClass().getSimpleName().replace("Exception", "") + ")";
        }
        return String.valueOf(e.getMessage());
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "name a simulator: center, printer, cash or card");
    }
}
