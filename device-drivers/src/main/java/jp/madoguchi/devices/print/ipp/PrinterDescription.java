package jp.madoguchi.devices.print.ipp;

import com.hp.jipp.encoding.AttributeGroup;
import com.hp.jipp.encoding.AttributeType;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.PrinterState;
import com.hp.jipp.model.Types;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.madoguchi.devices.print.DocumentFormat;
import jp.madoguchi.devices.print.PrinterStatus;
import jp.madoguchi.devices.print.PrinterTrouble;

/**
 * What a printer says of itself, as far as it matters here (RFC 8011 section 5.4, PWG 5100.11 for the creation attributes).
 *
 * @param stopped {@code printer-state} is stopped
 * @param accepting {@code printer-is-accepting-jobs}
 * @param reasons its state reasons
 * @param format in which pages are sent to it
 * @param raster the dots that it takes, if any
 * @param suitable it takes that format and can print A4 on two sides
 * @param paperReady A4 lies in a tray, or it does not say what does
 * @param scales it lets the client ask for {@code print-scaling=none}
 */
record PrinterDescription(
        boolean stopped,
        boolean accepting,
        StateReasons reasons,
        DocumentFormat format,
        Optional<RasterKind> raster,
        boolean suitable,
        boolean paperReady,
        boolean scales) {
    static final String A4 = "iso_a4_210x297mm";
    static final String DUPLEX = "two-sided-long-edge";
    static final String UNSCALED = "none";

    /** What is asked of the printer: nothing that is not read here. */
    static final List<AttributeType<?>> ASKED = List.of(
            Types.printerState,
            Types.printerStateReasons,
            Types.printerIsAcceptingJobs,
            Types.mediaSupported,
            Types.mediaReady,
            Types.sidesSupported,
            Types.documentFormatSupported,
            Types.pwgRasterDocumentTypeSupported,
            Types.pwgRasterDocumentResolutionSupported,
            Types.pwgRasterDocumentSheetBack,
            Types.printScalingSupported,
            Types.jobCreationAttributesSupported);

    static PrinterDescription of(IppPacket packet, DocumentFormat wish) {
        AttributeGroup printer = Optional.ofNullable(packet.get(Tag.printerAttributes))
                .orElseGet(() -> AttributeGroup.groupOf(Tag.printerAttributes));
        List<String> ready = printer.getStrings(Types.mediaReady);
        List<String> creation = printer.getStrings(Types.jobCreationAttributesSupported);
        boolean pdf = printer.getStrings(Types.documentFormatSupported).contains(DocumentFormat.PDF.mediaType());
        DocumentFormat format = pdf ? wish : DocumentFormat.RASTER;
        Optional<RasterKind> raster = RasterKind.takenBy(printer);
        return new PrinterDescription(
                PrinterState.stopped.equals(printer.getValue(Types.printerState)),
                !Boolean.FALSE.equals(printer.getValue(Types.printerIsAcceptingJobs)),
                StateReasons.of(printer.getStrings(Types.printerStateReasons)),
                format,
                raster,
                (format == DocumentFormat.PDF || raster.isPresent())
                        && printer.getStrings(Types.sidesSupported).contains(DUPLEX)
                        && printer.getStrings(Types.mediaSupported).contains(A4),
                ready.isEmpty() || ready.contains(A4),
                printer.getStrings(Types.printScalingSupported).contains(UNSCALED)
                        && (creation.isEmpty() || creation.contains(Types.printScaling.getName())));
    }

    PrinterStatus status() {
        Set<PrinterTrouble> troubles = troubles();
        return troubles.isEmpty() ? new PrinterStatus.Ready(reasons.warnings()) : new PrinterStatus.NotReady(troubles);
    }

    /** What keeps it from printing now; empty when nothing does. */
    Set<PrinterTrouble> troubles() {
        Set<PrinterTrouble> troubles = EnumSet.noneOf(PrinterTrouble.class);
        troubles.addAll(reasons.blocking());
        if (!suitable) {
            troubles.add(PrinterTrouble.UNSUITABLE);
        }
        if (!paperReady) {
            troubles.add(PrinterTrouble.OUT_OF_PAPER);
        }
        if (stopped) {
            // It stands still, so whatever it complains of is why, however mildly it puts it.
            troubles.addAll(reasons.warnings());
        }
        if (!accepting || (stopped && troubles.isEmpty())) {
            troubles.add(PrinterTrouble.OFFLINE);
        }
        return troubles;
    }

    /** What keeps a job that is under way from going on: {@link #troubles()} without what concerns new jobs only. */
    Set<PrinterTrouble> standstill() {
        Set<PrinterTrouble> troubles = EnumSet.noneOf(PrinterTrouble.class);
        troubles.addAll(reasons.blocking());
        if (stopped) {
            troubles.addAll(reasons.warnings());
            if (troubles.isEmpty()) {
                troubles.add(PrinterTrouble.OFFLINE);
            }
        }
        return troubles;
    }
}
