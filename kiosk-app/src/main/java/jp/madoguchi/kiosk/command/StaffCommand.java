package jp.madoguchi.kiosk.command;

import picocli.CommandLine.Command;

/** The accounts of the staff desk. */
@Command(
        name = "staff",
        description = "The accounts of the staff desk of the running program.",
        mixinStandardHelpOptions = true)
final class StaffCommand {}
