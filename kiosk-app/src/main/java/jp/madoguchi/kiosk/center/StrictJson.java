package jp.madoguchi.kiosk.center;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads what two readers could read differently as nothing at all: UTF-8, no member twice, nothing after the value. */
public final class StrictJson {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private StrictJson() {}

    /**
     * The one value that the bytes are; a missing node when there is none.
     *
     * @throws CharacterCodingException when they are not UTF-8
     * @throws JsonProcessingException when they are not JSON, a member is there twice, or they begin with a byte-order mark
     */
    public static JsonNode read(byte[] bytes) throws CharacterCodingException, JsonProcessingException {
        // decoded before it is parsed: the parser would guess other encodings and skip a byte-order mark
        return JSON.readTree(StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString());
    }
}
