package jp.madoguchi.kiosk.command;

import picocli.CommandLine.Command;

/** What a technician asks of one device. */
@Command(
        name = "device",
        description = "Says what a device of this machine is and how it is.",
        mixinStandardHelpOptions = true)
public final class DeviceCommand {}
