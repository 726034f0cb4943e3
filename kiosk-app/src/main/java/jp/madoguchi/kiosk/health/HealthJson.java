package jp.madoguchi.kiosk.health;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.madoguchi.devices.DeviceFailure;
import jp.madoguchi.kiosk.terms.Obstacle;
import jp.madoguchi.kiosk.terms.Part;
import jp.madoguchi.kiosk.terms.Slug;
import jp.madoguchi.kiosk.terms.Stage;

/** Health as one line of JSON in ASCII, as the control socket tells it; docs/runbook.md names its members. */
public final class HealthJson {
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    /** By code. */
    private static final Map<String, DeviceFailure> FAILURES =
            DeviceFailures.ALL.stream().collect(Collectors.toUnmodifiableMap(DeviceFailure::code, Function.identity()));

    private HealthJson() {}

    public static String write(Health health) {
        ObjectNode line = JSON.createObjectNode();
        line.put("kiosk", health.kiosk());
        line.put("at", health.at().toString());
        line.put("started", health.started().toString());
        line.put("state", health.state().slug());
        line.put("since", health.since().toString());
        line.put("stage", health.stage().slug());
        ObjectNode parts = line.putObject("parts");
        health.inOrder().forEach((part, how) -> write(parts.putObject(Slug.of(part)), how));
        line.put("paper", health.paper().slug());
        line.put("toner", health.toner().slug());
        ObjectNode hoppers = line.putObject("hoppers");
        health.hoppers().forEach((yen, coins) -> hoppers.put(String.valueOf(yen), coins));
        line.putObject("owed")
                .put("claims", health.owed().claims())
                .put("yen", health.owed().yen())
                .put("uncertain", health.owed().uncertain());
        line.put("certificateEnds", health.certificateEnds().toString());
        line.put("certificateDays", health.certificateDays());
        ObjectNode audit = line.putObject("audit")
                .put("written", health.audit().written())
                .put("entry", health.audit().entry())
                .put("unsent", health.audit().handed().unsent());
        health.audit().handed().acknowledged().ifPresent(at -> audit.put("acknowledged", at.toString()));
        ArrayNode stuck = line.putArray("stuck");
        health.stuckInOrder().forEach(stuck::add);
        try {
            return JSON.writeValueAsString(line);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible); // a tree of texts and numbers
        }
    }

    private static void write(ObjectNode node, PartHealth how) {
        node.put("since", how.since().toString());
        ArrayNode obstacles = node.putArray("obstacles");
        how.obstaclesInOrder().forEach(obstacle -> obstacles.add(Slug.of(obstacle)));
        ArrayNode failures = node.putArray("failures");
        how.failuresInOrder().forEach(failure -> failures.add(failure.code()));
    }

    /**
     * What {@link #write} wrote.
     *
     * @throws IOException when it is something else, or of a program that has other words
     */
    public static Health read(String line) throws IOException {
        try {
            return health(JSON.readTree(line));
        } catch (RuntimeException strange) { // a word that is none here, a time that is none
            throw new IOException("not the health of this program: " + line, strange);
        }
    }

    private static Health health(JsonNode line) {
        Map<Part, PartHealth> parts = new EnumMap<>(Part.class);
        for (Map.Entry<String, JsonNode> part : line.required("parts").properties()) {
            parts.put(constant(Part.class, part.getKey()), part(part.getValue()));
        }
        Map<Integer, Integer> hoppers = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> hopper : line.required("hoppers").properties()) {
            hoppers.put(Integer.valueOf(hopper.getKey()), hopper.getValue().asInt());
        }
        JsonNode owed = line.required("owed");
        return new Health(
                line.required("kiosk").asText(),
                instant(line, "at"),
                instant(line, "started"),
                constant(State.class, line.required("state").asText()),
                instant(line, "since"),
                constant(Stage.class, line.required("stage").asText()),
                parts,
                hoppers,
                new Owed(
                        owed.required("claims").asInt(),
                        owed.required("yen").asInt(),
                        owed.required("uncertain").asInt()),
                instant(line, "certificateEnds"),
                audit(line.required("audit")),
                texts(line.required("stuck")));
    }

    private static AuditState audit(JsonNode node) {
        return new AuditState(
                node.required("written").asBoolean(),
                node.required("entry").asLong(),
                new AuditState.Handed(
                        node.required("unsent").asInt(),
                        node.has("acknowledged") ? Optional.of(instant(node, "acknowledged")) : Optional.empty()));
    }

    private static PartHealth part(JsonNode node) {
        return new PartHealth(
                texts(node.required("obstacles")).stream()
                        .map(slug -> constant(Obstacle.class, slug))
                        .collect(Collectors.toSet()),
                texts(node.required("failures")).stream()
                        .map(HealthJson::failure)
                        .collect(Collectors.toSet()),
                instant(node, "since"));
    }

    private static DeviceFailure failure(String code) {
        DeviceFailure failure = FAILURES.get(code);
        if (failure == null) {
            throw new IllegalArgumentException("no failure has the code " + code);
        }
        return failure;
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new LinkedHashSet<>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }

    private static Instant instant(JsonNode node, String name) {
        return Instant.parse(node.required(name).asText());
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String slug) {
        return Enum.valueOf(type, slug.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
