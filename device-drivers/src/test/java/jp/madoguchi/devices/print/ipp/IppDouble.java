package jp.madoguchi.devices.print.ipp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.hp.jipp.encoding.Attribute;
import com.hp.jipp.encoding.IppInputStream;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.model.JobState;
import com.hp.jipp.model.Operation;
import com.hp.jipp.model.PrinterState;
import com.hp.jipp.model.Status;
import com.hp.jipp.model.Types;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A printer that knows beforehand what it will be asked, and what it says then. What is not in the script is answered with HTTP
 * 500 and fails the test in {@link #assertPlayed}.
 */
final class IppDouble implements AutoCloseable {
    static final int JOB = 17;
    static final String NAME = "t-0001";

    final List<Received> received = new ArrayList<>();
    private final List<String> unexpected = new ArrayList<>();
    private final Deque<Step> steps = new ArrayDeque<>();
    private final HttpServer server;
    private boolean closesConnections;

    /** One request, with the document behind it. */
    @SuppressWarnings("ArrayRecordComponent")
    record Received(IppPacket packet, byte[] document) {}

    /** {@code answer} is null when the connection ends without one. */
    private record Step(
            Operation operation,
            @org.jspecify.annotations.Nullable UnaryOperator<IppPacket.Builder> answer,
            Status status) {}

    IppDouble() throws IOException {
        this(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    }

    IppDouble(HttpServer server) {
        this.server = server;
        server.createContext("/ipp/print", this::handle);
        server.start();
    }

    URI uri(String scheme) {
        return URI.create(scheme + "://127.0.0.1:" + server.getAddress().getPort() + "/ipp/print");
    }

    /** Every request comes on a connection of its own from now on. */
    synchronized IppDouble closingConnections() {
        closesConnections = true;
        return this;
    }

    IppDouble says(Operation operation, Status status, UnaryOperator<IppPacket.Builder> answer) {
        steps.add(new Step(operation, answer, status));
        return this;
    }

    IppDouble refuses(Operation operation, Status status) {
        return says(operation, status, answer -> answer);
    }

    /** Does what was asked, or not, and ends the connection. */
    IppDouble hangsUp(Operation operation) {
        steps.add(new Step(operation, null, Status.serverErrorInternalError));
        return this;
    }

    /** A healthy printer, with {@code others} in place of what it would say. */
    IppDouble printer(Attribute<?>... others) {
        return says(
                Operation.getPrinterAttributes,
                Status.successfulOk,
                answer -> answer.putPrinterAttributes(
                                Types.printerState.of(PrinterState.idle),
                                Types.printerStateReasons.of("none"),
                                Types.printerIsAcceptingJobs.of(true),
                                Types.mediaSupported.of("iso_a4_210x297mm", "iso_a5_148x210mm"),
                                Types.mediaReady.of("iso_a4_210x297mm"),
                                Types.sidesSupported.of("one-sided", "two-sided-long-edge"),
                                Types.documentFormatSupported.of("application/pdf", "image/pwg-raster"),
                                Types.printScalingSupported.of("auto", "none"))
                        .putPrinterAttributes(others));
    }

    IppDouble validates() {
        return says(Operation.validateJob, Status.successfulOk, answer -> answer);
    }

    IppDouble creates() {
        return says(
                Operation.createJob,
                Status.successfulOk,
                answer -> answer.putJobAttributes(
                        Types.jobId.of(JOB),
                        Types.jobState.of(JobState.pending),
                        Types.jobStateReasons.of("job-incoming")));
    }

    IppDouble takesDocument() {
        return says(Operation.sendDocument, Status.successfulOk, answer -> answer);
    }

    IppDouble job(JobState state, String reason, int sides) {
        return jobNamed(NAME, state, reason, sides);
    }

    IppDouble jobNamed(String name, JobState state, String reason, int sides) {
        return says(
                Operation.getJobAttributes,
                Status.successfulOk,
                answer -> answer.putJobAttributes(
                        Types.jobName.of(name),
                        Types.jobState.of(state),
                        Types.jobStateReasons.of(reason),
                        Types.jobImpressionsCompleted.of(sides)));
    }

    List<Operation> operations() {
        return received.stream().map(one -> one.packet().getOperation()).toList();
    }

    void assertPlayed() {
        assertEquals(List.of(), unexpected);
        assertEquals(List.of(), steps.stream().map(Step::operation).toList());
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        IppInputStream body = new IppInputStream(exchange.getRequestBody()); // it reads ahead: the document too
        IppPacket packet = body.readPacket();
        received.add(new Received(packet, body.readAllBytes()));
        Step step = steps.peek();
        if (step == null || !step.operation().equals(packet.getOperation())) {
            unexpected.add(packet.getOperation() + " instead of " + (step == null ? "nothing" : step.operation()));
            exchange.sendResponseHeaders(500, -1);
            exchange.close();
            return;
        }
        steps.remove();
        if (step.answer() == null) {
            exchange.close();
            return;
        }
        byte[] answer = encoded(step.answer()
                .apply(IppPacket.response(step.status()))
                .setRequestId(packet.getRequestId())
                .build());
        exchange.getResponseHeaders().set("Content-Type", "application/ipp");
        if (closesConnections) {
            exchange.getResponseHeaders().set("Connection", "close");
        }
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private static byte[] encoded(IppPacket packet) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var out = new com.hp.jipp.encoding.IppOutputStream(bytes)) {
            out.write(packet);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
