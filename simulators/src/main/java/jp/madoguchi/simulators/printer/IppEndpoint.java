package jp.madoguchi.simulators.printer;

import com.hp.jipp.encoding.IppInputStream;
import com.hp.jipp.encoding.IppOutputStream;
import com.hp.jipp.encoding.IppPacket;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** IPP over HTTP (RFC 8010, 4) with the faults of a wire. Threads of the HTTP server call it. */
final class IppEndpoint implements HttpHandler {
    /** A certificate is far smaller; more is refused before it fills the memory. */
    private static final int MAX_REQUEST = 64 << 20;

    private final PrintEngine engine;
    private final IppConversation conversation;
    private final Map<IppOperation, WireFault> faults = new EnumMap<>(IppOperation.class);
    private boolean lineDown;

    IppEndpoint(PrintEngine engine, IppConversation conversation) {
        this.engine = engine;
        this.conversation = conversation;
    }

    /** To be called inside the engine's lock. */
    void inject(IppOperation operation, WireFault fault) {
        faults.put(operation, fault);
    }

    /** To be called inside the engine's lock. */
    void line(boolean down) {
        lineDown = down;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        // Closing an exchange before its headers are sent closes the connection: a lost answer.
        try (exchange) {
            if (engine.watched.look(() -> lineDown || !engine.powered())) {
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
            byte[] body = exchange.getRequestBody().readNBytes(MAX_REQUEST + 1);
            if (body.length > MAX_REQUEST) {
                exchange.sendResponseHeaders(HttpURLConnection.HTTP_ENTITY_TOO_LARGE, -1);
                return;
            }
            Optional<IppPacket> answer = answer(body);
            if (answer.isPresent()) {
                send(exchange, answer.get());
            }
        }
    }

    /** The answer, or nothing when the wire loses it. */
    private Optional<IppPacket> answer(byte[] body) throws IOException {
        IppRequest request;
        try (IppInputStream in = new IppInputStream(new ByteArrayInputStream(body))) {
            request = new IppRequest(in.readPacket(), in.readAllBytes());
        } catch (IOException | RuntimeException e) {
            // Unchecked too: jipp lets a negative length of a malformed value through as NegativeArraySizeException.
            return Optional.of(IppConversation.garbage());
        }
        // A question changes nothing, and the listeners need not hear of every poll.
        return asks(request)
                ? engine.watched.look(() -> carryOut(request))
                : engine.watched.change(() -> carryOut(request));
    }

    private static boolean asks(IppRequest request) {
        return IppOperation.of(request.packet().getCode())
                .filter(operation -> operation.name().startsWith("GET_"))
                .isPresent();
    }

    private Optional<IppPacket> carryOut(IppRequest request) {
        Optional<WireFault> fault = IppOperation.of(request.packet().getCode()).map(faults::remove);
        if (fault.isPresent() && fault.get() == WireFault.LOSE_REQUEST) {
            return Optional.empty();
        }
        if (fault.isPresent() && fault.get() == WireFault.BUSY) {
            return Optional.of(IppConversation.busy(request));
        }
        IppPacket answer = conversation.answer(request);
        return fault.isPresent() ? Optional.empty() : Optional.of(answer);
    }

    private static void send(HttpExchange exchange, IppPacket answer) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (IppOutputStream ipp = new IppOutputStream(bytes)) {
            ipp.write(answer);
        }
        exchange.getResponseHeaders().set("Content-Type", "application/ipp");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(HttpURLConnection.HTTP_OK, bytes.size());
        bytes.writeTo(exchange.getResponseBody());
    }
}
