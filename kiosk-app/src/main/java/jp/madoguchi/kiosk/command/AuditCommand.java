package jp.madoguchi.kiosk.command;

import picocli.CommandLine.Command;

/** The audit log, for who has to answer for the kiosk. */
@Command(
        name = "audit",
        description = "Shows and verifies the audit log of a kiosk; docs/audit.md tells what is in it.",
        mixinStandardHelpOptions = true)
final class AuditCommand {}
