package jp.madoguchi.simulators.printer;

import com.hp.jipp.encoding.Attribute;
import com.hp.jipp.encoding.IntOrIntRange;
import com.hp.jipp.encoding.KeywordOrName;
import com.hp.jipp.encoding.Resolution;
import com.hp.jipp.encoding.ResolutionUnit;
import com.hp.jipp.model.Finishing;
import com.hp.jipp.model.MediaCol;
import com.hp.jipp.model.MediaSizeSupported;
import com.hp.jipp.model.Operation;
import com.hp.jipp.model.Orientation;
import com.hp.jipp.model.PrintQuality;
import com.hp.jipp.model.Types;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import kotlin.ranges.IntRange;

/** What the printer says of itself (RFC 8011, 5.4; PWG 5100.12, 6). */
final class PrinterDescription {
    /** The client leaves it to the printer to look (RFC 8011, 5.1.10). */
    static final String AUTO = "application/octet-stream";

    private PrinterDescription() {}

    /** Job template attributes with their "-default", "-supported" and "-ready" (RFC 8011, 5.2). */
    static List<Attribute<?>> jobTemplate(PrintEngine engine) {
        MediaCol a4 = new MediaCol();
        a4.setMediaSize(new MediaCol.MediaSize(JobTemplate.A4_WIDTH, JobTemplate.A4_HEIGHT));
        KeywordOrName a4Name = new KeywordOrName(JobTemplate.A4);
        boolean loaded = engine.mechanism.cassette() > 0;
        return List.of(
                Types.copiesDefault.of(1),
                Types.copiesSupported.of(new IntRange(1, JobTemplate.MAX_COPIES)),
                Types.finishingsDefault.of(Finishing.none),
                Types.finishingsSupported.of(Finishing.none),
                Types.mediaDefault.of(a4Name),
                Types.mediaSupported.of(a4Name),
                loaded ? Types.mediaReady.of(a4Name) : Types.mediaReady.noValue(),
                Types.mediaColDefault.of(a4),
                Types.mediaColSupported.of("media-size"),
                Types.mediaSizeSupported.of(new MediaSizeSupported(
                        new IntOrIntRange(JobTemplate.A4_WIDTH), new IntOrIntRange(JobTemplate.A4_HEIGHT))),
                Types.orientationRequestedDefault.of(Orientation.portrait),
                Types.orientationRequestedSupported.of(Orientation.portrait),
                Types.outputBinDefault.of(new KeywordOrName("face-down")),
                Types.outputBinSupported.of(new KeywordOrName("face-down")),
                Types.printColorModeDefault.of("monochrome"),
                Types.printColorModeSupported.of("monochrome"),
                Types.printQualityDefault.of(PrintQuality.normal),
                Types.printQualitySupported.of(PrintQuality.normal),
                Types.printScalingDefault.of("none"),
                Types.printScalingSupported.of("none"),
                Types.printerResolutionDefault.of(JobTemplate.RESOLUTION),
                Types.printerResolutionSupported.of(JobTemplate.RESOLUTION),
                Types.sidesDefault.of("one-sided"),
                Types.sidesSupported.of(JobTemplate.SIDES));
    }

    /** What is said of raster by a printer that takes it (PWG 5102.4, 6). */
    private static List<Attribute<?>> raster(DocumentOffer offer) {
        return offer.formats().contains(DocumentOffer.RASTER)
                ? List.of(
                        Types.pwgRasterDocumentTypeSupported.of(offer.rasterTypes()),
                        Types.pwgRasterDocumentResolutionSupported.of(offer.rasterResolutions().stream()
                                .map(dpi -> new Resolution(dpi, dpi, ResolutionUnit.dotsPerInch))
                                .toList()),
                        Types.pwgRasterDocumentSheetBack.of(offer.sheetBack()))
                : List.of();
    }

    /** Description and status, as they stand now. */
    static List<Attribute<?>> printer(PrintEngine engine, URI uri) {
        DocumentOffer offer = engine.documents();
        List<String> formats = new ArrayList<>(offer.formats());
        formats.add(AUTO);
        List<Operation> operations = Arrays.stream(IppOperation.values())
                .map(operation -> Operation.Companion.get(operation.code()))
                .toList();
        List<String> creation = new ArrayList<>(JobTemplate.names());
        creation.addAll(List.of("ipp-attribute-fidelity", "job-name"));
        List<Attribute<?>> description = new ArrayList<>(raster(offer));
        description.addAll(List.of(
                Types.charsetConfigured.of("utf-8"),
                Types.charsetSupported.of("utf-8"),
                Types.colorSupported.of(false),
                Types.compressionSupported.of("none"),
                Types.documentFormatDefault.of(AUTO),
                Types.documentFormatSupported.of(formats),
                Types.generatedNaturalLanguageSupported.of("en"),
                Types.ippVersionsSupported.of("1.1", "2.0"),
                Types.jobCreationAttributesSupported.of(creation),
                Types.multipleDocumentJobsSupported.of(false),
                Types.multipleOperationTimeOut.of((int) PrintEngine.DOCUMENT_TIMEOUT.toSeconds()),
                Types.multipleOperationTimeOutAction.of("abort-job"),
                Types.naturalLanguageConfigured.of("en"),
                Types.operationsSupported.of(operations),
                Types.pagesPerMinute.of(40),
                Types.pdlOverrideSupported.of("attempted"),
                Types.printerInfo.of("Simulated A4 duplex printer"),
                Types.printerIsAcceptingJobs.of(!engine.mechanism.offline()),
                Types.printerLocation.of("Workbench"),
                Types.printerMakeAndModel.of("Madoguchi Simulated Printer"),
                Types.printerMoreInfo.of(URI.create("http://" + uri.getAuthority() + "/")),
                Types.printerName.of("simulated"),
                Types.printerState.of(engine.state()),
                Types.printerStateReasons.of(engine.stateReasons()),
                Types.printerUpTime.of(engine.upTime()),
                Types.printerUriSupported.of(uri),
                Types.queuedJobCount.of(engine.queued()),
                Types.uriAuthenticationSupported.of("none"),
                Types.uriSecuritySupported.of(uri.getScheme().equals("ipps") ? "tls" : "none"),
                Types.whichJobsSupported.of("completed", "not-completed")));
        return description;
    }
}
