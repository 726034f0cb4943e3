package jp.madoguchi.simulators.center;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** One JSON object, read strictly: UTF-8, no member twice, nothing after it, each member of the type asked for. */
final class JsonObject {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final JsonNode node;

    private JsonObject(JsonNode node) throws Malformed {
        if (!node.isObject()) {
            throw new Malformed("not an object");
        }
        this.node = node;
    }

    static JsonObject read(byte[] utf8) throws Malformed {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
            return new JsonObject(MAPPER.readTree(text));
        } catch (CharacterCodingException e) {
            throw new Malformed("not UTF-8");
        } catch (JsonProcessingException e) {
            throw new Malformed("not JSON");
        }
    }

    static byte[] write(Map<String, ?> members) {
        try {
            return MAPPER.writeValueAsBytes(members);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not plain JSON values", e);
        }
    }

    JsonObject only(String... names) throws Malformed {
        Set<String> allowed = Set.of(names);
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            if (!allowed.contains(member.getKey())) {
                throw new Malformed("a member that is not described");
            }
        }
        return this;
    }

    String text(String name) throws Malformed {
        return text(member(name), name);
    }

    Optional<String> optionalText(String name) throws Malformed {
        return node.has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    /** Base64 of RFC 4648 section 4, padded, in its one canonical spelling. */
    byte[] base64(String name) throws Malformed {
        String text = text(name);
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (Base64.getEncoder().encodeToString(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            throw new Malformed(name + " is not base64");
        }
        throw new Malformed(name + " is not canonical base64");
    }

    /** An integer from {@code least} to the largest of 31 bits. */
    int whole(String name, int least) throws Malformed {
        JsonNode value = member(name);
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < least) {
            throw new Malformed(name + " is not an integer from " + least);
        }
        return value.intValue();
    }

    boolean has(String name) {
        return node.has(name);
    }

    LocalDate date(String name) throws Malformed {
        return day(text(name));
    }

    static LocalDate day(String text) throws Malformed {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new Malformed("not a date");
        }
    }

    JsonObject object(String name) throws Malformed {
        return new JsonObject(member(name));
    }

    Optional<JsonObject> optionalObject(String name) throws Malformed {
        return has(name) ? Optional.of(object(name)) : Optional.empty();
    }

    /** Empty when there is no such member. */
    List<JsonObject> optionalObjects(String name) throws Malformed {
        return has(name) ? objects(name) : List.of();
    }

    List<JsonObject> objects(String name) throws Malformed {
        List<JsonObject> objects = new ArrayList<>();
        for (JsonNode element : array(name)) {
            objects.add(new JsonObject(element));
        }
        return objects;
    }

    List<String> texts(String name) throws Malformed {
        List<String> texts = new ArrayList<>();
        for (JsonNode element : array(name)) {
            texts.add(text(element, name));
        }
        return texts;
    }

    /** An object whose members are all strings. */
    Map<String, String> textMap(String name) throws Malformed {
        Map<String, String> texts = new TreeMap<>();
        for (Map.Entry<String, JsonNode> member : object(name).node.properties()) {
            texts.put(member.getKey(), text(member.getValue(), name));
        }
        return texts;
    }

    private JsonNode member(String name) throws Malformed {
        JsonNode value = node.get(name);
        if (value == null) {
            throw new Malformed(name + " is missing");
        }
        return value;
    }

    private JsonNode array(String name) throws Malformed {
        JsonNode value = member(name);
        if (!value.isArray()) {
            throw new Malformed(name + " is not an array");
        }
        return value;
    }

    private static String text(JsonNode value, String name) throws Malformed {
        if (!value.isTextual()) {
            throw new Malformed(name + " is not a string");
        }
        return value.textValue();
    }
}
