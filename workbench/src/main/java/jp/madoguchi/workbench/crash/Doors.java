package jp.madoguchi.workbench.crash;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import jp.madoguchi.simulators.center.CenterFaults;
import jp.madoguchi.simulators.center.Operation;
import jp.madoguchi.workbench.attack.Cable;
import jp.madoguchi.workbench.campaign.Blow;
import jp.madoguchi.workbench.campaign.StruckPrinter;

/** The ways of one run to printer and center, each request a step. Closed, it is cut off from both for good. */
public final class Doors implements AutoCloseable {
    private static final Set<String> POLLS = Set.of("Get-Printer-Attributes", "nothing");
    private static final Set<Operation> ASKED_ANYWAY = Set.of(Operation.STATUS);

    private final StruckPrinter printer;
    private final Cable center;

    public Doors(Place place, Gate gate) throws IOException {
        printer = new StruckPrinter(place.world().printer().uri(), operation -> blow(gate, operation), gate::struck);
        center = new Cable(place.world().center().url().getPort());
        place.world().center().faults().guard(new CenterFaults.Guard() {
            @Override
            public boolean comes(Operation operation) {
                return !at(gate, operation, Moment.BEFORE);
            }

            @Override
            public boolean goes(Operation operation) {
                return !at(gate, operation, Moment.AFTER);
            }
        });
    }

    /** What strikes a request to the printer: nothing, or the end of the program. */
    private static Optional<Blow> blow(Gate gate, String operation) {
        if (gate.isShut()) {
            return Optional.of(Blow.PRINTER_REQUEST_LOST);
        }
        if (POLLS.contains(operation)) {
            return Optional.empty();
        }
        int nth = gate.mark().begins(operation);
        if (gate.mark().hits(operation, nth, Moment.BEFORE)) {
            gate.struck();
        }
        if (gate.isShut()) {
            return Optional.of(Blow.PRINTER_REQUEST_LOST);
        }
        return gate.mark().hits(operation, nth, Moment.AFTER)
                ? Optional.of(Blow.PRINTER_POWER_AFTER)
                : Optional.empty();
    }

    /** Whether the program is over. Its calls come one at a time, so the last of a name is this one. */
    private static boolean at(Gate gate, Operation operation, Moment moment) {
        if (!ASKED_ANYWAY.contains(operation) && !gate.isShut()) {
            String step = operation.toString();
            int nth = moment == Moment.BEFORE
                    ? gate.mark().begins(step)
                    : gate.mark().last(step);
            if (gate.mark().hits(step, nth, moment)) {
                gate.struck();
            }
        }
        return gate.isShut();
    }

    public StruckPrinter printer() {
        return printer;
    }

    public Cable center() {
        return center;
    }

    @Override
    public void close() throws IOException {
        printer.close();
        center.close();
    }
}
