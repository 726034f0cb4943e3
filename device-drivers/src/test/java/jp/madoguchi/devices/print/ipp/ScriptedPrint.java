package jp.madoguchi.devices.print.ipp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import jp.madoguchi.devices.FakePace;
import jp.madoguchi.devices.print.DocumentFormat;
import jp.madoguchi.devices.print.PrintJob;
import jp.madoguchi.devices.print.PrintOutcome;
import jp.madoguchi.devices.print.PrintWitness;
import jp.madoguchi.devices.print.PrinterTrouble;
import org.junit.jupiter.api.AfterEach;

/** A print of two sides on a printer that answers by a script, told to this witness. */
abstract class ScriptedPrint implements PrintWitness {
    /** The fake pace does not move while a request runs, so only what is paused for counts. */
    static final Patience PATIENCE = new Patience(
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofMillis(500),
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(1));

    static final byte[] PDF = "%PDF-1.7 fictional".getBytes(StandardCharsets.US_ASCII);
    static final PrintJob TWO_SIDES = TestPages.job(IppDouble.NAME, PDF, 2, 1);

    final IppDouble device = new IppDouble();
    final IppPrinter printer = new IppPrinter(
            new IppPrinter.Settings(device.uri("ipp"), Optional.empty(), DocumentFormat.PDF, PATIENCE), new FakePace());
    final List<String> told = new ArrayList<>();

    ScriptedPrint() throws IOException {}

    @AfterEach
    void stop() {
        printer.close();
        device.close();
    }

    @Override
    public void created(int jobId) {
        told.add("created " + jobId);
    }

    @Override
    public void progress(int sidesDone) {
        told.add("progress " + sidesDone);
    }

    @Override
    public void stopped(Set<PrinterTrouble> troubles) {
        told.add("stopped " + troubles);
    }

    static String said(PrintOutcome outcome) {
        if (outcome instanceof PrintOutcome.Printed printed) {
            return "printed " + printed.sides();
        }
        return outcome instanceof PrintOutcome.Unknown unknown
                ? "unknown " + unknown.sidesSeen()
                : outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
}
