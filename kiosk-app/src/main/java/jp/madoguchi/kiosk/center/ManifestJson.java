package jp.madoguchi.kiosk.center;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.CharacterCodingException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import jp.madoguchi.kiosk.terms.Sha256;

/**
 * The manifest's JSON, read strictly: UTF-8 without byte-order mark, exactly the members of the table, none twice, nothing after
 * the object, and no value of another type. Every deviation fails {@link BindingCheck#SHAPE}.
 */
final class ManifestJson {
    static final Pattern ID = Pattern.compile("[0-9a-f]{32}");
    static final Pattern ISSUE_NUMBER = Pattern.compile("[0-9A-Za-z-]{1,40}");

    private static final Pattern WHOLE_SECONDS = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
    private static final Set<String> MEMBERS = Set.of(
            "version",
            "t",
            "kiosk",
            "visit",
            "request",
            "municipality",
            "certificate",
            "kind",
            "options",
            "copies",
            "fee",
            "issueNumber",
            "issued",
            "expires",
            "pages",
            "ciphertext");
    /** There only when members of a household were chosen. */
    private static final String OPTIONAL = "members";

    private final JsonNode object;

    private ManifestJson(JsonNode object) {
        this.object = object;
    }

    static ManifestJson read(byte[] json) throws CheckFailed {
        try {
            JsonNode object = StrictJson.read(json);
            Set<String> names = new TreeSet<>();
            object.fieldNames().forEachRemaining(names::add);
            names.remove(OPTIONAL);
            BindingCheck.SHAPE.require(names.equals(MEMBERS));
            return new ManifestJson(object);
        } catch (CharacterCodingException | JsonProcessingException e) {
            throw new CheckFailed(BindingCheck.SHAPE);
        }
    }

    String text(String name) throws CheckFailed {
        return text(object.path(name));
    }

    String matching(String name, Pattern pattern) throws CheckFailed {
        String text = text(name);
        BindingCheck.SHAPE.require(pattern.matcher(text).matches());
        return text;
    }

    int integer(String name) throws CheckFailed {
        JsonNode value = object.path(name);
        BindingCheck.SHAPE.require(value.isInt());
        return value.intValue();
    }

    Sha256 sha256(String name) throws CheckFailed {
        return sha256(object.path(name));
    }

    Instant instant(String name) throws CheckFailed {
        try {
            return Instant.parse(matching(name, WHOLE_SECONDS));
        } catch (DateTimeException e) {
            throw new CheckFailed(BindingCheck.SHAPE);
        }
    }

    Map<String, String> texts(String name) throws CheckFailed {
        JsonNode value = object.path(name);
        BindingCheck.SHAPE.require(value.isObject());
        Map<String, String> texts = new TreeMap<>();
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            texts.put(member.getKey(), text(member.getValue()));
        }
        return texts;
    }

    /** Empty when there is no such member. */
    List<String> optionalHandles(String name, int most) throws CheckFailed {
        JsonNode value = object.path(name);
        if (value.isMissingNode()) {
            return List.of();
        }
        BindingCheck.SHAPE.require(value.isArray() && !value.isEmpty() && value.size() <= most);
        List<String> handles = new ArrayList<>();
        for (JsonNode element : value) {
            String handle = text(element);
            BindingCheck.SHAPE.require(ID.matcher(handle).matches());
            handles.add(handle);
        }
        return handles;
    }

    List<Sha256> hashes(String name, int fewest, int most) throws CheckFailed {
        JsonNode value = object.path(name);
        BindingCheck.SHAPE.require(value.isArray() && value.size() >= fewest && value.size() <= most);
        List<Sha256> hashes = new ArrayList<>();
        for (JsonNode element : value) {
            hashes.add(sha256(element));
        }
        return hashes;
    }

    private static String text(JsonNode value) throws CheckFailed {
        BindingCheck.SHAPE.require(value.isTextual());
        return value.textValue();
    }

    private static Sha256 sha256(JsonNode value) throws CheckFailed {
        String hex = text(value);
        BindingCheck.SHAPE.require(Sha256.isHex(hex));
        return new Sha256(hex);
    }
}
