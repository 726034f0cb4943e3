package jp.madoguchi.kiosk.web;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.madoguchi.kiosk.voice.Clips;

/** The sounds of the voice, each addressed by its name, which says all that it is made of: a browser may keep it for ever. Immutable. */
final class VoiceFiles {
    private static final Pattern SOUND = Pattern.compile("/voice/([0-9a-f]{20})\\" + Clips.ENDING);

    private final Clips clips;

    VoiceFiles(Clips clips) {
        this.clips = clips;
    }

    /** Answers with the sound at this path, if there is one. */
    boolean answered(String path, Exchange exchange) throws IOException {
        Matcher name = SOUND.matcher(path);
        if (!name.matches() || !exchange.isMethod("GET")) {
            return false;
        }
        Optional<byte[]> sound = clips.sound(name.group(1));
        sound.ifPresent(bytes -> {
            exchange.answer(200, "audio/ogg", ByteBuffer.wrap(bytes));
        });
        return sound.isPresent();
    }
}
