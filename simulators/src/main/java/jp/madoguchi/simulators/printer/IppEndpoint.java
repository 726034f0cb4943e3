package jp.madoguchi.simulators.printer;

import com.hp.jipp.encoding.IppInputStream;
import com.hp.jipp.encoding.IppOutputStream;
import com.hp.jipp.encoding.IppPacket;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.HttpURLConnection;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** IPP over HTTP (RFC 8010, 4) with the faults of a wire. Threads of the HTTP server call it. */
final class IppEndpoint implements HttpHandler {
    /** A certificate is far smaller; more is refused before it fills the memory. */
    private static final int MAX_REQUEST = 64 << 20;

    /** Version and operation-id, which every request begins with (RFC 8010, 3.1.1). */
    private static final int HEAD = 4;

    /** So much is read of a request that is cut. */
    private static final int CUT = 16 << 10;

    private final PrintEngine engine;
    private final IppConversation conversation;
    private final Map<IppOperation, Deque<WireFault>> faults = new EnumMap<>(IppOperation.class);
    private final Map<IppOperation, Integer> heard = new EnumMap<>(IppOperation.class);
    private boolean lineDown;

    IppEndpoint(PrintEngine engine, IppConversation conversation) {
        this.engine = engine;
        this.conversation = conversation;
    }

    /** To be called inside the engine's lock. */
    void inject(IppOperation operation, WireFault fault) {
        faults.computeIfAbsent(operation, none -> new ArrayDeque<>()).add(fault);
    }

    /** To be called inside the engine's lock. */
    int heard(IppOperation operation) {
        return heard.getOrDefault(operation, 0);
    }

    /** To be called inside the engine's lock. */
    void line(boolean down) {
        lineDown = down;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        // Closing an exchange before its headers are sent closes the connection: a lost answer.
        try (exchange) {
            if (engine.watched.look(this::dead)) {
                return;
            }
            if (!exchange.getRequestMethod().equals("POST")) {
                exchange.getResponseHeaders().set("Allow", "POST");
                exchange.sendResponseHeaders(HttpURLConnection.HTTP_BAD_METHOD, -1);
                return;
            }
            String type = exchange.getRequestHeaders().getFirst("Content-Type");
            if (type == null || !type.equals("application/ipp")) {
                exchange.sendResponseHeaders(HttpURLConnection.HTTP_UNSUPPORTED_TYPE, -1);
                return;
            }
            read(exchange);
        }
    }

    private boolean dead() {
        return lineDown || !engine.powered();
    }

    private void read(HttpExchange exchange) throws IOException {
        InputStream in = exchange.getRequestBody();
        byte[] head = in.readNBytes(HEAD);
        Optional<WireFault> fault = engine.watched.look(() -> fault(head));
        if (fault.isPresent() && fault.get() == WireFault.CUT_REQUEST) {
            in.skipNBytes(Math.min(CUT, in.available()));
            return;
        }
        byte[] rest = in.readNBytes(MAX_REQUEST);
        if (rest.length == MAX_REQUEST) {
            exchange.sendResponseHeaders(HttpURLConnection.HTTP_ENTITY_TOO_LARGE, -1);
            return;
        }
        if (fault.isPresent() && fault.get() == WireFault.HTTP_ERROR) {
            exchange.sendResponseHeaders(HttpURLConnection.HTTP_UNAVAILABLE, -1);
            return;
        }
        Optional<IppPacket> answer =
                answer(new SequenceInputStream(new ByteArrayInputStream(head), new ByteArrayInputStream(rest)), fault);
        if (answer.isPresent()) {
            send(exchange, answer.get(), fault);
        }
    }

    private Optional<WireFault> fault(byte[] head) {
        Optional<IppOperation> operation =
                head.length < HEAD ? Optional.empty() : IppOperation.of(((head[2] & 0xff) << 8) | (head[3] & 0xff));
        operation.ifPresent(each -> heard.merge(each, 1, Integer::sum));
        return operation.map(faults::get).map(Deque::poll);
    }

    /** The answer, or nothing when the wire loses it. */
    private Optional<IppPacket> answer(InputStream body, Optional<WireFault> fault) {
        IppRequest request;
        try (IppInputStream in = new IppInputStream(body)) {
            request = new IppRequest(in.readPacket(), in.readAllBytes());
        } catch (IOException | RuntimeException e) {
            // Unchecked too: jipp lets a negative length of a malformed value through as NegativeArraySizeException.
            return Optional.of(IppConversation.garbage());
        }
        // A question changes nothing, and the listeners need not hear of every poll.
        return asks(request) && fault.isEmpty()
                ? engine.watched.look(() -> carryOut(request, fault))
                : engine.watched.change(() -> carryOut(request, fault));
    }

    private static boolean asks(IppRequest request) {
        return IppOperation.of(request.packet().getCode())
                .filter(operation -> operation.name().startsWith("GET_"))
                .isPresent();
    }

    private Optional<IppPacket> carryOut(IppRequest request, Optional<WireFault> fault) {
        if (dead()) {
            return Optional.empty(); // while the document was on its way
        }
        if (fault.isPresent() && fault.get() == WireFault.BUSY) {
            return Optional.of(IppConversation.busy(request));
        }
        Optional<IppPacket> answer =
                fault.isEmpty() || fault.get().acts() ? Optional.of(conversation.answer(request)) : Optional.empty();
        boolean powerFails = fault.isPresent()
                && (fault.get() == WireFault.POWER_LOSS_BEFORE || fault.get() == WireFault.POWER_LOSS_AFTER);
        if (powerFails) {
            engine.powerOff();
            engine.powerOn();
        }
        return powerFails || (fault.isPresent() && fault.get() == WireFault.LOSE_REPLY) ? Optional.empty() : answer;
    }

    private static void send(HttpExchange exchange, IppPacket answer, Optional<WireFault> fault) throws IOException {
        boolean wrong = fault.isPresent() && fault.get() == WireFault.WRONG_REPLY;
        byte[] bytes = encoded(
                wrong
                        ? new IppPacket(
                                answer.getVersionNumber(),
                                answer.getCode(),
                                answer.getRequestId() + 1,
                                answer.getAttributeGroups())
                        : answer);
        if (fault.isPresent() && fault.get() == WireFault.GARBLE_REPLY) {
            Arrays.fill(bytes, (byte) 0xa5);
        }
        exchange.getResponseHeaders().set("Content-Type", "application/ipp");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(HttpURLConnection.HTTP_OK, bytes.length);
        boolean cut = fault.isPresent() && fault.get() == WireFault.CUT_REPLY;
        exchange.getResponseBody().write(bytes, 0, cut ? bytes.length / 2 : bytes.length);
    }

    private static byte[] encoded(IppPacket packet) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (IppOutputStream ipp = new IppOutputStream(bytes)) {
            ipp.write(packet);
        }
        return bytes.toByteArray();
    }
}
