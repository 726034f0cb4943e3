package jp.madoguchi.kiosk.staff;

import jp.madoguchi.devices.Pace;

/** What the desk works with. */
public record DeskTools(
        Accounts accounts,
        Invitations invitations,
        ServiceSwitch service,
        Drain drain,
        Machine machine,
        DeviceTests devices,
        Deeds deeds,
        Pace pace) {}
