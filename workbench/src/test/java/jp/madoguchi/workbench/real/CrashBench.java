package jp.madoguchi.workbench.real;

import jp.madoguchi.workbench.crash.CrashCommand;
import picocli.CommandLine;

/** {@code ./kiosk bench crash}. */
final class CrashBench {
    private CrashBench() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new CrashCommand(System.out, KilledProgram::new))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }
}
