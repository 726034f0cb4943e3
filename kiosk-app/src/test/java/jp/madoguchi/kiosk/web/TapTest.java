package jp.madoguchi.kiosk.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.madoguchi.kiosk.terms.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TapTest extends RunningWeb {
    @Test
    void tap_onTheScreenThatStands_answersTheNextScreen() {
        RawHttp.Reply reply = display().tap(runner.screen().number(), "do=begin&lang=easy");
        assertEquals(200, reply.status());
        assertTrue(
                reply.body().contains("data-stage=\"place-card\"")
                        && reply.body().contains("data-language=\"easy\""),
                reply.body());
        assertEquals(Long.toString(runner.screen().revision()), reply.header("Screen-Revision"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "do=begin&lang=fr",
                "do=begin",
                "do=choose&offer=-1",
                "do=choose&offer=99999999999999999999",
                "do=options&copies=two",
                "do=fly",
                "",
                "do=pin-entered"
            })
    void tap_thatSaysNothing_answersTheScreenThatStands(String fields) {
        RawHttp.Reply reply = display().tap(runner.screen().number(), fields);
        assertEquals(200, reply.status());
        assertTrue(reply.body().contains("data-stage=\"welcome\""));
    }

    @Test
    void tap_onAScreenThatHasGone_changesNothing() {
        Display display = display();
        long gone = runner.screen().number();
        display.tap(gone, "do=begin&lang=ja");
        long now = runner.screen().number();
        RawHttp.Reply reply = display.tap(gone, "do=cancel");
        assertTrue(reply.body().contains("data-stage=\"place-card\""));
        assertEquals(now, runner.screen().number());
    }

    @Test
    void form_tooLarge_isRefused() {
        Display display = display();
        assertEquals(413, display.tap(1, "do=begin&lang=" + "a".repeat(5000)).status());
        String many = IntStream.range(0, 50).mapToObj(i -> "f" + i + "=1").collect(Collectors.joining("&"));
        assertEquals(413, display.tap(1, many).status());
        assertEquals(413, display.pin("key=" + "a".repeat(5000)).status());
        assertEquals(413, http.post("/session", "token=" + "a".repeat(5000)).status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"do=%C3%28", "do=%zz", "do=%E3%81", "do=%"})
    void form_malformed_isABadRequest(String form) {
        Display display = display();
        assertEquals(400, display.tap(1, form).status());
    }

    @Test
    void form_ofAnotherType_saysNothing() {
        Display display = display();
        String body = "screen=" + runner.screen().number() + "&do=begin&lang=ja";
        RawHttp.Reply reply = http.send(
                "POST",
                "/tap",
                "127.0.0.1:" + web.port(),
                body.getBytes(ISO_8859_1),
                "Cookie: " + display.cookie(),
                "X-Csrf-Token: " + display.csrf(),
                "Content-Type: text/plain");
        assertEquals(200, reply.status());
        assertEquals(Stage.WELCOME, runner.screen().visit().stage());
    }
}
