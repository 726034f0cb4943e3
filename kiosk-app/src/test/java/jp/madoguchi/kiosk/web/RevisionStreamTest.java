package jp.madoguchi.kiosk.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RevisionStreamTest extends RunningWeb {
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);

    @Test
    void stream_tellsTheRevisionAtOnceAndAtEveryChange() throws IOException {
        Display display = display();
        try (RawHttp.Stream stream = http.events(display.cookie())) {
            assertEquals(
                    Long.toString(runner.screen().revision()),
                    stream.next("revision").orElseThrow());
            display.tap(runner.screen().number(), "do=begin&lang=ja");
            assertEquals(
                    Long.toString(runner.screen().revision()),
                    stream.next("revision").orElseThrow());
        }
    }

    @Test
    void stream_newOne_closesTheOld() throws IOException {
        Display display = display();
        try (RawHttp.Stream old = http.events(display.cookie());
                RawHttp.Stream young = http.events(display.cookie())) {
            assertTrue(old.next("superseded").isPresent());
            assertTrue(young.next("revision").isPresent());
            display.tap(runner.screen().number(), "do=begin&lang=ja");
            assertTrue(young.next("revision").isPresent());
        }
    }

    @Test
    void pinTap_raisesNoRevision() throws IOException {
        Display display = display();
        atPin();
        try (RawHttp.Stream stream = http.events(display.cookie())) {
            String before = stream.next("revision").orElseThrow();
            RawHttp.Reply screen = display.get("/screen");
            display.pin("key=" + key(screen, "1"));
            display.tap(runner.screen().number(), "do=language&lang=en");
            assertEquals(
                    Long.parseLong(before) + 1,
                    Long.parseLong(stream.next("revision").orElseThrow()));
        }
    }

    @Test
    void stream_whoseBrowserHasGone_isGivenUp() throws IOException {
        http.events(display().cookie()).close();
        long deadline = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        int beats = 0; // the server may come to its first one only after the browser has gone
        while ((beats == 0 || timers.pending(HEARTBEAT) > 0) && System.nanoTime() < deadline) {
            beats += timers.goOff(HEARTBEAT);
            Thread.onSpinWait();
        }
        assertTrue(beats > 0, "a stream was opened");
        assertEquals(0, timers.pending(HEARTBEAT));
    }

    @Test
    void close_withAnOpenStream_doesNotWaitForIt() throws IOException {
        try (RawHttp.Stream stream = http.events(display().cookie())) {
            assertTrue(stream.next("revision").isPresent());
            long before = System.nanoTime();
            web.close();
            assertTrue(Duration.ofNanos(System.nanoTime() - before).toMillis() < 2000);
            assertEquals(Optional.empty(), stream.next("revision"));
        }
    }

    @Test
    void start_onATakenPort_saysSo() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            KioskWeb.Settings settings =
                    new KioskWeb.Settings(taken.getLocalPort(), Optional.empty(), false, "K-0001", Set.of(100));
            assertThrows(
                    IOException.class,
                    () -> KioskWeb.start(
                            settings, runner, pads, tokens, Clock.systemUTC(), timers, RANDOM, staff.tools()));
        }
    }
}
