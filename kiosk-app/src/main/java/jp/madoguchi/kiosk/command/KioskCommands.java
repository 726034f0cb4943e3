package jp.madoguchi.kiosk.command;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of the shipped program. */
public final class KioskCommands {
    private static final Logger LOG = LoggerFactory.getLogger(KioskCommands.class);

    @Command(name = "./kiosk", description = "The program of a certificate kiosk.", mixinStandardHelpOptions = true)
    private static final class Root {}

    private KioskCommands() {}

    public static CommandLine of(Program program, Devices devices, Watch.Language language) {
        CommandLine device = new CommandLine(new DeviceCommand())
                .addSubcommand(new CommandLine(new CardCommand(devices)).addSubcommand(new CardSignCommand(devices)))
                .addSubcommand(new PrinterCommand(devices))
                .addSubcommand(new CashCommand(devices));
        CommandLine line = new CommandLine(new Root())
                .addSubcommand(new RunCommand(program))
                .addSubcommand(new HealthCommand(program, devices))
                .addSubcommand(new KeysCommand(program))
                .addSubcommand(new SessionCommand(program))
                .addSubcommand(new CommandLine(new AuditCommand())
                        .addSubcommand(new AuditVerifyCommand(program))
                        .addSubcommand(new AuditListCommand(program, language)))
                .addSubcommand(device);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler(KioskCommands::tellUsage);
        line.setExecutionExceptionHandler(KioskCommands::tell);
        return line;
    }

    /** What was typed is wrong: the error, and where to read more. */
    private static int tellUsage(CommandLine.ParameterException wrong, String[] typed) {
        CommandLine line = wrong.getCommandLine();
        String name = line.getCommandSpec().qualifiedName();
        say(line, wrong.getMessage() + " (" + name + " --help tells more)");
        return Exit.USAGE;
    }

    /** A line for each problem. */
    private static void say(CommandLine line, String message) {
        String name = line.getCommandSpec().qualifiedName();
        message.lines().forEach(each -> line.getErr().println(name + ": " + each));
    }

    /** One line for the person who typed the command; a stack goes to the log. */
    private static int tell(Exception failure, CommandLine line, CommandLine.ParseResult parsed) {
        if (failure instanceof Stop stop) {
            say(line, String.valueOf(stop.getMessage()));
            return stop.code();
        }
        if (failure instanceof IllegalArgumentException) {
            say(line, String.valueOf(failure.getMessage()));
            return Exit.USAGE;
        }
        LOG.error("a defect of the program", failure);
        say(line, "a defect of the program; the log has it");
        return Exit.DEFECT;
    }
}
