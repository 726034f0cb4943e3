package jp.madoguchi.devices.print;

import java.util.Optional;
import java.util.Set;

/** What came out of the printer. There is no fourth case, and UNKNOWN neither reprints nor refunds by itself. */
public sealed interface PrintOutcome {
    /** The code to look it up by; empty when all is printed. */
    Optional<PrintFailure> failure();

    /** Job completed successfully, impressions equal the sides asked for, sheets equal when reported, no fault. */
    record Printed(int sides) implements PrintOutcome {
        @Override
        public Optional<PrintFailure> failure() {
            return Optional.empty();
        }
    }

    /** Terminal, and not one side was printed. */
    record NotPrinted(Set<PrinterTrouble> troubles, String detail) implements PrintOutcome {
        public NotPrinted {
            troubles = Set.copyOf(troubles);
        }

        @Override
        public Optional<PrintFailure> failure() {
            return Optional.of(PrintFailure.NOT_PRINTED);
        }
    }

    /** Everything else, a lost connection too. {@code sidesSeen} is what the printer last reported, -1 when it never did. */
    record Unknown(int sidesSeen, Set<PrinterTrouble> troubles, String detail) implements PrintOutcome {
        public Unknown {
            troubles = Set.copyOf(troubles);
        }

        @Override
        public Optional<PrintFailure> failure() {
            return Optional.of(PrintFailure.UNKNOWN);
        }
    }
}
