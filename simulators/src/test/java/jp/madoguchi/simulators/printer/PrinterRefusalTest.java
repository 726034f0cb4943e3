package jp.madoguchi.simulators.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.hp.jipp.encoding.Attribute;
import com.hp.jipp.encoding.AttributeGroup;
import com.hp.jipp.encoding.IntType;
import com.hp.jipp.encoding.IppOutputStream;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.KeywordOrName;
import com.hp.jipp.encoding.KeywordType;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.Status;
import com.hp.jipp.model.Types;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the printer refuses, and with which word of RFC 8011. */
class PrinterRefusalTest {
    private static final Attribute<?> CHARSET = Types.attributesCharset.of("utf-8");
    private static final Attribute<?> LANGUAGE = Types.attributesNaturalLanguage.of("en");
    private static final int GET_PRINTER = IppOperation.GET_PRINTER_ATTRIBUTES.code();
    private static final byte[] PDF = IppClient.pdf(1);

    @TempDir
    Path dir;

    private PrinterSimulator printer;
    private IppClient client;

    @BeforeEach
    void start() throws IOException {
        printer = PrinterSimulator.start(dir, 0);
        client = new IppClient(printer.uri());
    }

    @AfterEach
    void stop() {
        printer.close();
    }

    private interface Case extends BiFunction<IppClient, Attribute<?>, IppPacket> {}

    static Stream<Arguments> malformedRequests() {
        return Stream.of(
                refused(
                        "version 3.0",
                        Status.serverErrorVersionNotSupported,
                        (c, uri) -> IppClient.packet(0x0300, GET_PRINTER, 7, List.of(CHARSET, LANGUAGE, uri))),
                refused(
                        "request-id 0",
                        Status.clientErrorBadRequest,
                        (c, uri) -> IppClient.packet(0x0200, GET_PRINTER, 0, List.of(CHARSET, LANGUAGE, uri))),
                refused(
                        "no attributes",
                        Status.clientErrorBadRequest,
                        (c, uri) -> new IppPacket(0x0200, GET_PRINTER, 7, List.of())),
                refused(
                        "language before charset",
                        Status.clientErrorBadRequest,
                        (c, uri) -> IppClient.packet(0x0200, GET_PRINTER, 7, List.of(LANGUAGE, CHARSET, uri))),
                refused(
                        "charset that is not UTF-8",
                        Status.clientErrorCharsetNotSupported,
                        (c, uri) -> IppClient.packet(
                                0x0200,
                                GET_PRINTER,
                                7,
                                List.of(Types.attributesCharset.of("shift_jis"), LANGUAGE, uri))),
                refused(
                        "no printer-uri",
                        Status.clientErrorBadRequest,
                        (c, uri) -> IppClient.packet(
                                0x0200, GET_PRINTER, 7, List.of(CHARSET, LANGUAGE, Types.jobId.of(1)))),
                refused(
                        "another printer's uri",
                        Status.clientErrorNotFound,
                        (c, uri) -> IppClient.packet(
                                0x0200,
                                GET_PRINTER,
                                7,
                                List.of(
                                        CHARSET,
                                        LANGUAGE,
                                        Types.printerUri.of(URI.create("ipp://127.0.0.1/ipp/fax"))))),
                refused(
                        "the same group twice",
                        Status.clientErrorBadRequest,
                        (c, uri) -> new IppPacket(
                                0x0200,
                                GET_PRINTER,
                                7,
                                List.of(
                                        AttributeGroup.groupOf(Tag.operationAttributes, CHARSET, LANGUAGE, uri),
                                        AttributeGroup.groupOf(Tag.operationAttributes, CHARSET, LANGUAGE, uri)))),
                refused(
                        "wrong syntax",
                        Status.clientErrorBadRequest,
                        (c, uri) -> c.request(IppOperation.GET_JOB_ATTRIBUTES, new KeywordType("job-id").of("one"))),
                refused(
                        "operation not supported",
                        Status.serverErrorOperationNotSupported,
                        (c, uri) -> IppClient.packet(0x0200, 0x0012, 7, List.of(CHARSET, LANGUAGE, uri))),
                refused(
                        "job that never was",
                        Status.clientErrorNotFound,
                        (c, uri) -> c.request(IppOperation.CANCEL_JOB, Types.jobId.of(4711))),
                refused("no job named", Status.clientErrorBadRequest, (c, uri) -> c.request(IppOperation.CANCEL_JOB)),
                refused(
                        "which-jobs unknown",
                        Status.clientErrorAttributesOrValuesNotSupported,
                        (c, uri) -> c.request(IppOperation.GET_JOBS, Types.whichJobs.of("fetchable"))),
                refused(
                        "limit 0",
                        Status.clientErrorBadRequest,
                        (c, uri) -> c.request(IppOperation.GET_JOBS, Types.limit.of(0))),
                refused(
                        "document format",
                        Status.clientErrorDocumentFormatNotSupported,
                        (c, uri) -> c.request(IppOperation.VALIDATE_JOB, Types.documentFormat.of("image/jpeg"))),
                refused(
                        "compression",
                        Status.clientErrorCompressionNotSupported,
                        (c, uri) -> c.request(IppOperation.VALIDATE_JOB, Types.compression.of("gzip"))),
                refused(
                        "Print-Job without a document",
                        Status.clientErrorBadRequest,
                        (c, uri) -> c.request(IppOperation.PRINT_JOB)));
    }

    private static Arguments refused(String what, Status status, Case request) {
        return Arguments.of(what, status, request);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malformedRequests")
    void request_wrong_refusedWithItsStatus(String what, Status expected, Case request) throws Exception {
        IppPacket answer = client.send(request.apply(client, Types.printerUri.of(printer.uri())));

        assertEquals(expected, answer.getStatus(), what);
        assertEquals(Tag.operationAttributes, answer.getAttributeGroups().get(0).getTag());
    }

    static Stream<Arguments> unsupportedTemplates() {
        return Stream.of(
                Arguments.of(Types.sides.of("tumble")),
                Arguments.of(Types.media.of(new KeywordOrName("na_letter_8.5x11in"))),
                Arguments.of(Types.printScaling.of("fit")),
                Arguments.of(Types.copies.of(0)),
                Arguments.of(Types.numberUp.of(2)),
                Arguments.of(new IntType("made-up-attribute").of(1)));
    }

    @ParameterizedTest
    @MethodSource("unsupportedTemplates")
    void validate_unsupportedWithFidelity_refusedAndNamed(Attribute<?> wanted) throws Exception {
        IppPacket request = IppClient.withTemplate(
                client.request(IppOperation.VALIDATE_JOB, Types.ippAttributeFidelity.of(true)), wanted);

        IppPacket answer = client.send(request);

        assertEquals(Status.clientErrorAttributesOrValuesNotSupported, answer.getStatus());
        assertEquals(List.of(wanted.getName()), unsupported(answer));
    }

    @ParameterizedTest
    @MethodSource("unsupportedTemplates")
    void validate_unsupportedWithoutFidelity_ignoredAndNamed(Attribute<?> wanted) throws Exception {
        IppPacket answer = client.send(IppClient.withTemplate(client.request(IppOperation.VALIDATE_JOB), wanted));

        assertEquals(Status.successfulOkIgnoredOrSubstitutedAttributes, answer.getStatus());
        assertEquals(List.of(wanted.getName()), unsupported(answer));
    }

    private static List<String> unsupported(IppPacket answer) {
        AttributeGroup group = answer.get(Tag.unsupportedAttributes);
        return group == null
                ? List.of()
                : group.stream().map(Attribute::getName).toList();
    }

    @Test
    void document_noPdf_refusedAndJobAborted() throws Exception {
        int id = client.create("t-1", "one-sided");

        IppPacket answer = client.send(
                client.request(IppOperation.SEND_DOCUMENT, Types.jobId.of(id), Types.lastDocument.of(true)),
                "not a PDF".getBytes(StandardCharsets.US_ASCII));

        assertEquals(Status.clientErrorDocumentFormatError, answer.getStatus());
        assertEquals(8, jobState(id));
        assertEquals(List.of(), printer.printed());
    }

    @Test
    void sendDocument_withoutLastDocument_badRequest() throws Exception {
        int id = client.create("t-1", "one-sided");

        IppPacket answer = client.send(client.request(IppOperation.SEND_DOCUMENT, Types.jobId.of(id)), PDF);

        assertEquals(Status.clientErrorBadRequest, answer.getStatus());
    }

    @Test
    void sendDocument_second_refusedAndNothingPrintedTwice() throws Exception {
        printer.openDoor();
        int id = client.print("t-1", PDF, "one-sided");

        IppPacket answer = client.send(
                client.request(IppOperation.SEND_DOCUMENT, Types.jobId.of(id), Types.lastDocument.of(true)), PDF);

        assertEquals(Status.serverErrorMultipleDocumentJobsNotSupported, answer.getStatus());
        assertEquals(1, printer.printed().size());
    }

    @Test
    void job_olderThanHistory_gone() throws Exception {
        int first = client.create("t-0", "one-sided");
        for (int i = 0; i <= PrintEngine.HISTORY; i++) {
            int id = i == 0 ? first : client.create("t-" + i, "one-sided");
            assertEquals(
                    Status.successfulOk,
                    client.send(client.request(IppOperation.CANCEL_JOB, Types.jobId.of(id)))
                            .getStatus());
        }

        assertEquals(Status.clientErrorGone, client.job(first).getStatus());
        assertEquals(Status.successfulOk, client.job(first + 1).getStatus());
    }

    @Test
    void create_offline_notAccepting() throws Exception {
        printer.offline();

        IppPacket answer = client.send(client.request(IppOperation.CREATE_JOB));

        assertEquals(Status.serverErrorNotAcceptingJobs, answer.getStatus());
    }

    @Test
    void http_wrongContentType_refused() throws Exception {
        assertEquals(415, client.post(new byte[8], "text/plain").statusCode());
    }

    @Test
    void cancel_endedJob_notPossible() throws Exception {
        int id = client.create("t-1", "one-sided");
        IppPacket cancel = client.request(IppOperation.CANCEL_JOB, Types.jobId.of(id));
        assertEquals(Status.successfulOk, client.send(cancel).getStatus());

        assertEquals(Status.clientErrorNotPossible, client.send(cancel).getStatus());
    }

    /** Every truncation and a thousand seeded mutations of a good request: answered, never dropped, never a crash. */
    @Test
    void request_mutilated_alwaysAnswered() throws Exception {
        byte[] good = encoded(IppClient.withTemplate(
                client.request(IppOperation.CREATE_JOB, Types.jobName.of("t-1"), Types.ippAttributeFidelity.of(true)),
                Types.sides.of("two-sided-long-edge"),
                Types.copies.of(1),
                Types.printerResolution.of(JobTemplate.RESOLUTION)));
        List<byte[]> bodies = new ArrayList<>();
        for (int length = 0; length < good.length; length++) {
            bodies.add(Arrays.copyOf(good, length));
        }
        Random random = new Random(20261124);
        for (int i = 0; i < 1000; i++) {
            byte[] body = good.clone();
            for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
                body[random.nextInt(body.length)] = (byte) random.nextInt(256);
            }
            bodies.add(body);
        }
        for (byte[] body : bodies) {
            var response = client.post(body, "application/ipp");
            assertEquals(200, response.statusCode());
            assertTrue(IppClient.parse(response).getCode() != Status.serverErrorInternalError.getCode());
        }
    }

    private static byte[] encoded(IppPacket packet) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (IppOutputStream out = new IppOutputStream(bytes)) {
            out.write(packet);
        }
        return bytes.toByteArray();
    }

    @Test
    void jam_sideZero_programmersError() {
        assertThrows(IllegalArgumentException.class, () -> printer.jamAtSide(0));
    }

    private int jobState(int id) throws Exception {
        return ((com.hp.jipp.encoding.Enum)
                        IppClient.values(client.job(id), "job-state").get(0))
                .getCode();
    }
}
