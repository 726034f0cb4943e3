package jp.madoguchi.kiosk.center.https;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import jp.madoguchi.kiosk.center.StrictJson;

/**
 * The members of a JSON object from the center. A member that is required and missing, of another type or beyond its bounds is a
 * garbled answer; one that this program does not know is overlooked, since a later center may say more.
 */
final class JsonMembers {
    /** What the protocol itself names: kinds, options and their values, states, reasons. */
    private static final int LONGEST_WORD = 64;

    /** The Japanese calendar of eras counts from it on (明治6年). */
    private static final int FIRST_YEAR = 1873;

    private static final int LAST_YEAR = 2999;

    private final JsonNode object;

    private JsonMembers(JsonNode object) throws NoAnswer {
        if (!object.isObject()) {
            throw NoAnswer.garbled("an object is missing");
        }
        this.object = object;
    }

    static JsonMembers read(byte[] body) throws NoAnswer {
        try {
            return new JsonMembers(StrictJson.read(body));
        } catch (IOException e) {
            throw NoAnswer.garbled("the body is no JSON");
        }
    }

    static ObjectNode create() {
        return JsonNodeFactory.instance.objectNode();
    }

    static byte[] write(ObjectNode object) {
        return object.toString().getBytes(UTF_8);
    }

    /** A word of the protocol. */
    String word(String name) throws NoAnswer {
        return text(name, LONGEST_WORD);
    }

    /** @param longest in characters, as JSON Schema counts them: by code point */
    String text(String name, int longest) throws NoAnswer {
        String text = text(name);
        demand(isAtMost(longest, text), name);
        return text;
    }

    private String text(String name) throws NoAnswer {
        JsonNode value = object.path(name);
        demand(value.isTextual(), name);
        return value.textValue();
    }

    private static boolean isAtMost(int longest, String text) {
        return text.codePointCount(0, text.length()) <= longest;
    }

    int integer(String name, int least, int most) throws NoAnswer {
        JsonNode value = object.path(name);
        demand(value.isInt() && value.intValue() >= least && value.intValue() <= most, name);
        return value.intValue();
    }

    boolean truth(String name) throws NoAnswer {
        JsonNode value = object.path(name);
        demand(value.isBoolean(), name);
        return value.booleanValue();
    }

    Instant instant(String name) throws NoAnswer {
        try {
            OffsetDateTime time = OffsetDateTime.parse(word(name));
            demand(time.getYear() >= FIRST_YEAR && time.getYear() <= LAST_YEAR, name);
            return time.toInstant();
        } catch (DateTimeException e) {
            throw NoAnswer.garbled(name + " is no date-time");
        }
    }

    Optional<Instant> optionalInstant(String name) throws NoAnswer {
        return object.has(name) ? Optional.of(instant(name)) : Optional.empty();
    }

    /** The value with that name on the wire; any other is garbled. */
    <T> T oneOf(String name, T[] values, Function<T, String> wireName) throws NoAnswer {
        String text = word(name);
        for (T value : values) {
            if (wireName.apply(value).equals(text)) {
                return value;
            }
        }
        throw NoAnswer.garbled(name + " is none of its values");
    }

    /** As long as a whole answer may be. */
    byte[] base64(String name) throws NoAnswer {
        String text = text(name);
        demand(text.length() % 4 == 0, name); // the decoder would let missing padding pass
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw NoAnswer.garbled(name + " is no base64");
        }
    }

    JsonMembers members(String name) throws NoAnswer {
        return new JsonMembers(object.path(name));
    }

    Optional<JsonMembers> optional(String name) throws NoAnswer {
        return object.has(name) ? Optional.of(members(name)) : Optional.empty();
    }

    Optional<String> optionalWord(String name) throws NoAnswer {
        return object.has(name) ? Optional.of(word(name)) : Optional.empty();
    }

    Optional<String> optionalText(String name, int longest) throws NoAnswer {
        return object.has(name) ? Optional.of(text(name, longest)) : Optional.empty();
    }

    /** @param most that there may be */
    List<JsonMembers> list(String name, int most) throws NoAnswer {
        List<JsonMembers> list = new ArrayList<>();
        for (JsonNode element : array(name, most)) {
            list.add(new JsonMembers(element));
        }
        return list;
    }

    /** Empty when there is no such member. */
    List<JsonMembers> optionalList(String name, int most) throws NoAnswer {
        return object.has(name) ? list(name, most) : List.of();
    }

    List<String> words(String name, int most) throws NoAnswer {
        List<String> list = new ArrayList<>();
        for (JsonNode element : array(name, most)) {
            demand(element.isTextual() && isAtMost(LONGEST_WORD, element.textValue()), name);
            list.add(element.textValue());
        }
        return list;
    }

    private JsonNode array(String name, int most) throws NoAnswer {
        JsonNode value = object.path(name);
        demand(value.isArray() && value.size() <= most, name);
        return value;
    }

    /** {@code name} is of the protocol, never of the body: it may stand in a log. */
    void demand(boolean holds, String name) throws NoAnswer {
        if (!holds) {
            throw NoAnswer.garbled(name + " is missing or not what the protocol allows");
        }
    }
}
