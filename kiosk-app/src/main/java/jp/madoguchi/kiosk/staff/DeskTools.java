package jp.madoguchi.kiosk.staff;

import java.util.function.Supplier;
import jp.madoguchi.devices.Pace;
import jp.madoguchi.kiosk.health.Health;
import jp.madoguchi.kiosk.ledger.LeftItems;

/**
 * What the desk works with.
 *
 * @param health how everything is now
 */
public record DeskTools(
        Accounts accounts,
        Invitations invitations,
        ServiceSwitch service,
        Drain drain,
        Machine machine,
        DeviceTests devices,
        ClaimDesk claims,
        CashDesk cash,
        DayClosing closing,
        LeftItems left,
        Deeds deeds,
        Pace pace,
        Supplier<Health> health) {}
