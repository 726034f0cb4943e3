package jp.madoguchi.devices.card.apdu;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import jp.madoguchi.devices.card.CardFailure;
import org.jspecify.annotations.Nullable;

/** A card that expects exactly these commands in this order. Another command, or one too many, fails the test. */
public final class ScriptedCard implements ApduChannel {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /** One command and what comes back: hex, or, when {@code lost} is named, nothing. */
    public record Exchange(
            String command, String answer, @Nullable CardFailure lost) {
        public static Exchange of(String command, String answer) {
            return new Exchange(plain(command), plain(answer), null);
        }

        public Exchange answering(String other) {
            return of(command, other);
        }

        public Exchange losing(CardFailure failure) {
            return new Exchange(command, "", failure);
        }

        private static String plain(String hex) {
            return hex.replace(" ", "").toUpperCase(Locale.ROOT);
        }
    }

    private final Deque<Exchange> script;
    private final List<String> seen = new ArrayList<>();

    public ScriptedCard(List<Exchange> script) {
        this.script = new ArrayDeque<>(script);
    }

    @Override
    public byte[] transmit(byte[] command) throws CardFaultException {
        String hex = HEX.formatHex(command);
        seen.add(hex);
        Exchange next = script.poll();
        if (next == null) {
            throw new AssertionError("nothing expected any more, but got " + hex);
        }
        if (!next.command().equals(hex)) {
            throw new AssertionError("expected " + next.command() + " but got " + hex);
        }
        CardFailure lost = next.lost();
        if (lost != null) {
            throw new CardFaultException(lost, "scripted");
        }
        return HEX.parseHex(next.answer());
    }

    /** Commands so far, in hex. */
    public List<String> seen() {
        return List.copyOf(seen);
    }

    /** Fails the test unless the whole script was played. */
    public void assertPlayed() {
        if (!script.isEmpty()) {
            throw new AssertionError("never came: " + script);
        }
    }
}
