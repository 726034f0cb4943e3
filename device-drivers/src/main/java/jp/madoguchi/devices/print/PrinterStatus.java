package jp.madoguchi.devices.print;

import java.util.Set;

/** Whether a document could be printed now. */
public sealed interface PrinterStatus {
    /** Can print; {@code warnings} is what staff should look at before long. */
    record Ready(Set<PrinterTrouble> warnings) implements PrinterStatus {
        public Ready {
            warnings = Set.copyOf(warnings);
        }
    }

    /** Answers, and cannot print because of {@code troubles}, of which there is at least one. */
    record NotReady(Set<PrinterTrouble> troubles) implements PrinterStatus {
        public NotReady {
            troubles = Set.copyOf(troubles);
        }
    }

    /**
     * Cannot be asked.
     *
     * @param trouble {@link PrinterTrouble#UNREACHABLE}; {@link PrinterTrouble#WRONG_CERTIFICATE} or
     *     {@link PrinterTrouble#NOT_A_PRINTER} when something else answers
     */
    record Unreachable(PrinterTrouble trouble, String detail) implements PrinterStatus {}
}
