package jp.madoguchi.kiosk.act;

import java.io.IOException;
import java.util.Set;
import jp.madoguchi.devices.print.PrintJob;
import jp.madoguchi.devices.print.PrintOutcome;
import jp.madoguchi.devices.print.PrintTicket;
import jp.madoguchi.devices.print.PrintWitness;
import jp.madoguchi.devices.print.Printer;
import jp.madoguchi.devices.print.PrinterTrouble;
import jp.madoguchi.kiosk.paper.PdfPages;

/** Prints receipts, slips and the papers of the staff: nobody's money, and so their way is not followed. */
final class SlipPrinter {
    private final Printer printer;

    SlipPrinter(Printer printer) {
        this.printer = printer;
    }

    PrintOutcome print(String name, byte[] pdf) throws IOException {
        int sides = PdfPages.sidesOf(pdf);
        PrintTicket ticket = new PrintTicket(name, sides, (sides + 1) / 2);
        try (PdfPages pages = new PdfPages(pdf, sides)) {
            return printer.print(new PrintJob(ticket, pages), new Unheard());
        }
    }

    void close() {
        printer.close();
    }

    /** Of what only the outcome counts. */
    static final class Unheard implements PrintWitness {
        @Override
        public void created(int jobId) {}

        @Override
        public void progress(int sidesDone) {}

        @Override
        public void stopped(Set<PrinterTrouble> troubles) {}
    }
}
