package jp.madoguchi.kiosk.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Says to a server on this machine exactly what a test wants said, well-formed or not. */
record RawHttp(int port) {
    record Reply(int status, Map<String, String> headers, String body) {
        String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }

        /** The one group that the pattern finds in the body. */
        String find(String pattern) {
            var matcher = Pattern.compile(pattern).matcher(body);
            if (!matcher.find()) {
                throw new AssertionError("no " + pattern + " in " + body);
            }
            return matcher.group(1);
        }
    }

    Reply get(String path, String... headers) {
        return send("GET", path, "127.0.0.1:" + port, new byte[0], headers);
    }

    Reply post(String path, String form, String... headers) {
        String[] all = Arrays.copyOf(headers, headers.length + 1);
        all[headers.length] = "Content-Type: application/x-www-form-urlencoded";
        return send("POST", path, "127.0.0.1:" + port, form.getBytes(UTF_8), all);
    }

    Reply send(String method, String path, String host, byte[] body, String... headers) {
        StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: " + host + "\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        if (body.length > 0) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        return say(head.append("Connection: close\r\n\r\n").toString().getBytes(ISO_8859_1), body);
    }

    Reply say(byte[] head, byte[] body) {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(head);
            socket.getOutputStream().write(body);
            String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
            int end = answer.indexOf("\r\n\r\n");
            Map<String, String> fields = new TreeMap<>();
            String[] lines = answer.substring(0, Math.max(0, end)).split("\r\n", -1);
            for (int i = 1; i < lines.length; i++) {
                int colon = lines[i].indexOf(':');
                fields.put(
                        lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
                        lines[i].substring(colon + 1).strip());
            }
            return new Reply(Integer.parseInt(lines[0].split(" ", 3)[1]), fields, answer.substring(end + 4));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** An open event stream, past its headers. */
    Stream events(String cookie) throws IOException {
        Socket socket = connect();
        socket.getOutputStream()
                .write(("GET /events HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nCookie: " + cookie + "\r\n\r\n")
                        .getBytes(ISO_8859_1));
        Stream stream = new Stream(socket, new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8)));
        String status = stream.lines().readLine();
        if (status == null || !status.contains(" 200 ")) {
            throw new AssertionError(status);
        }
        return stream;
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(5000);
        return socket;
    }

    /** Server-sent events as they come; waits for each at most five seconds. */
    record Stream(Socket socket, BufferedReader lines) implements AutoCloseable {
        /** The data of the next event of this kind; empty when the stream ends before. */
        Optional<String> next(String event) throws IOException {
            boolean mine = false;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("event: ")) {
                    mine = line.equals("event: " + event);
                } else if (mine && line.startsWith("data: ")) {
                    return Optional.of(line.substring(6));
                }
            }
            return Optional.empty();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
