package jp.madoguchi.devices.print.ipp;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.hp.jipp.encoding.IppInputStream;
import com.hp.jipp.encoding.IppOutputStream;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.Resolution;
import com.hp.jipp.encoding.ResolutionUnit;
import com.hp.jipp.model.JobState;
import com.hp.jipp.model.PrinterState;
import com.hp.jipp.model.Status;
import com.hp.jipp.model.Types;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import jp.madoguchi.devices.print.DocumentFormat;
import jp.madoguchi.devices.print.PrintOutcome;
import jp.madoguchi.devices.print.PrintTicket;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers as a broken printer might give them: what the decoder lets through is understood or passed over. */
final class AnswerMutationTest {
    private static final PrintTicket JOB = new PrintTicket("t-0001", 2, 1);

    static List<IppPacket> answers() {
        return List.of(
                IppPacket.response(Status.successfulOk)
                        .putPrinterAttributes(
                                Types.printerState.of(PrinterState.idle),
                                Types.printerStateReasons.of("media-low-warning", "toner-empty"),
                                Types.printerIsAcceptingJobs.of(true),
                                Types.mediaSupported.of("iso_a4_210x297mm"),
                                Types.mediaReady.of("iso_a4_210x297mm"),
                                Types.sidesSupported.of("one-sided", "two-sided-long-edge"),
                                Types.documentFormatSupported.of("application/pdf", "image/pwg-raster"),
                                Types.printScalingSupported.of("auto", "none"),
                                Types.pwgRasterDocumentTypeSupported.of("black_1", "sgray_8"),
                                Types.pwgRasterDocumentResolutionSupported.of(
                                        new Resolution(600, 600, ResolutionUnit.dotsPerInch)),
                                Types.pwgRasterDocumentSheetBack.of("rotated"))
                        .build(),
                IppPacket.response(Status.successfulOk)
                        .putJobAttributes(
                                Types.jobId.of(17),
                                Types.jobName.of(JOB.name()),
                                Types.numberOfDocuments.of(1),
                                Types.jobState.of(JobState.canceled),
                                Types.jobStateReasons.of("job-canceled-by-user", "processing-to-stop-point"),
                                Types.jobImpressionsCompleted.of(1),
                                Types.jobMediaSheetsCompleted.of(1))
                        .build());
    }

    @ParameterizedTest
    @MethodSource("answers")
    void answer_mutilated_isUnderstoodOrPassedOver(IppPacket answer) throws IOException {
        byte[] good = encoded(answer);
        Random random = new Random(20261125);
        int decoded = 0;
        for (int i = 0; i < 30_000; i++) {
            byte[] bad = good.clone();
            for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
            }
            Optional<IppPacket> packet = decoded(bad);
            decoded += packet.isPresent() ? 1 : 0;
            packet.ifPresent(AnswerMutationTest::understand);
        }
        assertTrue(decoded > 1000, decoded + " got through the decoder");
    }

    private static void understand(IppPacket packet) {
        PrinterDescription printer = PrinterDescription.of(packet, DocumentFormat.RASTER);
        assertNotNull(printer.status());
        assertNotNull(printer.standstill());
        JobReport.of(packet).ifPresent(report -> {
            PrintOutcome outcome = report.verdict(JOB, -1, Set.of());
            assertNotNull(outcome);
            assertFalse(report.unsent() && report.ended());
        });
    }

    private static Optional<IppPacket> decoded(byte[] bytes) {
        try (IppInputStream in = new IppInputStream(new ByteArrayInputStream(bytes))) {
            return Optional.of(in.readPacket());
        } catch (IOException | RuntimeException refused) { // as IppWire does
            return Optional.empty();
        }
    }

    private static byte[] encoded(IppPacket packet) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (IppOutputStream out = new IppOutputStream(bytes)) {
            out.write(packet);
        }
        return bytes.toByteArray();
    }
}
