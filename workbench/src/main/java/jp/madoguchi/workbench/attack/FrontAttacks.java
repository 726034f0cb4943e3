package jp.madoguchi.workbench.attack;

import static jp.madoguchi.simulators.center.Operation.AUTHENTICATE;
import static jp.madoguchi.simulators.center.Operation.REPORT_OUTCOME;
import static jp.madoguchi.simulators.center.Operation.REQUEST_DOCUMENT;
import static jp.madoguchi.workbench.attack.Rows.ENTER_PIN;
import static jp.madoguchi.workbench.attack.Rows.front;
import static jp.madoguchi.workbench.attack.Rows.garbled;
import static jp.madoguchi.workbench.attack.Rows.refusedOtherwise;
import static jp.madoguchi.workbench.attack.Rows.uncertain;
import static jp.madoguchi.workbench.attack.Rows.unharmed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;
import jp.madoguchi.kiosk.center.BindingCheck;
import jp.madoguchi.simulators.center.Operation;
import jp.madoguchi.workbench.attack.Attack.Deed;

/** HTTP and JSON as nobody should write them. */
final class FrontAttacks {
    private static final int TOO_MUCH = 17 << 20;
    private static final int MUCH = 15 << 20;
    private static final String JSON = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

    private FrontAttacks() {}

    static List<Attack> all() {
        return List.of(
                // HTTP
                front("the answer cut in its head", written(a -> Reply.cut(a, 0.001)), uncertain("")),
                front("the answer cut in the middle of its body", written(a -> Reply.cut(a, 0.5)), uncertain("")),
                front("the answer never, the connection closed", said(Reply.none()), uncertain("")),
                front(
                        "a Content-Length that is longer than the body",
                        written(a -> Reply.last(JSON + "Content-Length: " + (a.body().length + 1), a.body())),
                        uncertain("")),
                front(
                        "a Content-Length that is shorter than the body",
                        written(a -> Reply.last(JSON + "Content-Length: " + (a.body().length - 1), a.body())),
                        garbled("no JSON")),
                front(
                        "two Content-Lengths",
                        written(a ->
                                Reply.last(JSON + "Content-Length: 2\r\nContent-Length: " + a.body().length, a.body())),
                        garbled("no JSON")),
                front(
                        "chunks whose length is no number",
                        written(a -> Reply.last(
                                JSON + "Transfer-Encoding: chunked", Reply.joined(Deeds.utf8("zz\r\n"), a.body()))),
                        uncertain("")),
                front(
                        "chunks without an end",
                        written(a -> Reply.last(
                                JSON + "Transfer-Encoding: chunked",
                                Reply.joined(Deeds.utf8(Integer.toHexString(a.body().length) + "\r\n"), a.body()))),
                        uncertain("")),
                front(
                        "a body of 17 megabytes",
                        said(Reply.last(JSON + "Content-Length: " + TOO_MUCH, new byte[TOO_MUCH])),
                        garbled("TooLarge")),
                front(
                        "a body that says it has 4,000,000,000,000 bytes",
                        said(Reply.last(JSON + "Content-Length: 4000000000000", new byte[TOO_MUCH])),
                        garbled("TooLarge")),
                front("a head of 8 megabytes", said(endlessHead()), uncertain("")),
                front("a body sent as gzip", written(FrontAttacks::zipped), garbled("no JSON")),
                front(
                        "a redirect to the honest center",
                        field -> field.say(
                                REQUEST_DOCUMENT,
                                (asked, center) -> Reply.last(
                                        "HTTP/1.1 307 X\r\nLocation: "
                                                + center.url().resolve(asked.path()) + "\r\nContent-Length: 0",
                                        new byte[0])),
                        garbled("status 307")),
                front("a part of the answer, said to be a part", status(206), garbled("status 206")),
                front("an answer without a content", status(204), garbled("status 204")),
                front("a page of a proxy", said(Reply.of(new Answer(502, "<html>"))), uncertain("status 502")),
                front("a refusal without a reason", said(Reply.of(new Answer(403, "{}"))), garbled("status 403")),
                front("a refusal for an unheard-of reason", said(problem("because")), refusedOtherwise("UNRECOGNISED")),
                front("no HTTP at all", said(Reply.bytes(Deeds.utf8("220 mail.example ESMTP\r\n\r\n"))), uncertain("")),
                front(
                        "being made, and no word of when to ask again",
                        said(Reply.of(new Answer(202, "{}"))),
                        garbled("Retry-After")),
                front(
                        "being made, to be asked again in a year",
                        said(Reply.last("HTTP/1.1 202 X\r\nRetry-After: 31536000\r\nContent-Length: 0", new byte[0])),
                        garbled("Retry-After")),
                front("the answer after the time-out", Deeds.kept(REQUEST_DOCUMENT), uncertain("no whole answer")),
                front(
                        "the answer byte by byte, past the time-out",
                        Deeds.dripped(REQUEST_DOCUMENT),
                        uncertain("no whole answer")),
                // JSON
                front("no JSON", said(Reply.of(new Answer(200, "OK"))), garbled("no JSON")),
                front("a list for an object", said(Reply.of(new Answer(200, "[]"))), garbled("object is missing")),
                text("a member twice", json -> json.replaceFirst("\\{", "{\"manifest\":\"AAAA\","), "no JSON"),
                text("a second object behind it", json -> json + "{}", "no JSON"),
                text("no pages", json -> json.replace("\"pages\"", "\"page\""), "pages is missing"),
                text(
                        "base64 a letter short",
                        json -> json.replaceFirst("\"manifest\":\"M", "\"manifest\":\""),
                        "is missing or not"),
                text("a letter that is not base64", json -> json.replaceFirst("M", "_"), "no base64"),
                front("a million brackets", said(Reply.of(new Answer(200, "[".repeat(1_000_000)))), garbled("no JSON")),
                front(
                        "a number of a million digits",
                        said(Reply.of(new Answer(200, "{\"manifest\":1" + "0".repeat(1_000_000) + "}"))),
                        garbled("no JSON")),
                front(
                        "15 megabytes for a manifest",
                        text(json -> "{\"manifest\":\"" + "A".repeat(MUCH) + "\",\"pages\":\"AAAA\"}"),
                        Rows.untrusted(BindingCheck.SIGNED_DATA)),
                // other calls
                front("a proof that is answered with a page", status(AUTHENTICATE, 200), garbled("no JSON"))
                        .from(ENTER_PIN),
                front("the report of the end swallowed", Deeds.said(REPORT_OUTCOME, Reply.none()), unharmed()),
                front(
                        "the report of the end answered with nonsense",
                        Deeds.said(REPORT_OUTCOME, Reply.of(new Answer(200, "[".repeat(100_000)))),
                        unharmed()));
    }

    private static Deed written(Deeds.Writing writing) {
        return Deeds.written(REQUEST_DOCUMENT, writing);
    }

    private static Deed said(Reply reply) {
        return Deeds.said(REQUEST_DOCUMENT, reply);
    }

    private static Deed text(UnaryOperator<String> change) {
        return Deeds.alteredText(REQUEST_DOCUMENT, change);
    }

    private static Attack text(String name, UnaryOperator<String> change, String why) {
        return front("answer: " + name, text(change), garbled(why));
    }

    /** The honest body under another status. */
    private static Deed status(int status) {
        return written(honest -> Reply.last(
                "HTTP/1.1 " + status + " X\r\nContent-Type: application/json\r\nContent-Length: "
                        + (status == 204 ? 0 : honest.body().length),
                status == 204 ? new byte[0] : honest.body()));
    }

    private static Deed status(Operation operation, int status) {
        return Deeds.said(operation, Reply.of(new Answer(status, "<html>Please log in")));
    }

    private static Reply problem(String reason) {
        return Reply.of(
                new Answer(403, "{\"type\":\"urn:madoguchi:problem\",\"status\":403,\"reason\":\"" + reason + "\"}"));
    }

    private static Reply endlessHead() {
        String line = "X-Line: " + "x".repeat(1000) + "\r\n";
        return Reply.last("HTTP/1.1 200 OK\r\n" + line.repeat(8000) + "Content-Length: 2", Deeds.utf8("{}"));
    }

    private static Reply zipped(Answer honest) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(honest.body());
        }
        return Reply.last(JSON + "Content-Encoding: gzip\r\nContent-Length: " + zipped.size(), zipped.toByteArray());
    }
}
