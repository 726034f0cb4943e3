package jp.madoguchi.devices.cash;

import java.util.Set;

/** Whether money can be taken now. */
public sealed interface CashStatus {
    /**
     * Money can be taken.
     *
     * @param returnable everything that the hoppers are certain to hold
     * @param warnings what staff should see to before it stops the service
     */
    record Ready(Yen returnable, Set<CashTrouble> warnings) implements CashStatus {
        public Ready {
            warnings = Set.copyOf(warnings);
        }
    }

    record NotReady(CashTrouble trouble, String detail) implements CashStatus {}
}
