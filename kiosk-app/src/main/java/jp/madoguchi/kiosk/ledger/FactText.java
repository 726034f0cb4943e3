package jp.madoguchi.kiosk.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Facts as they stand in the file: the name of the kind, and the fields as JSON. Also those that earlier versions wrote. */
final class FactText {
    private static final Map<String, Class<? extends Fact>> KINDS = kinds();

    /** What had another name. Version 2, at first: a coin or note that was rejected. */
    private static final Map<String, String> RENAMED = Map.of("MoneyRejected", "CounterSeen");

    /**
     * What older facts did not say. Version 1: there were coins only, and fillings had no name. Version 2: claims were taken for
     * certain. Version 3: neither what kind of document it was, and whose, nor what a hopper's coins are worth.
     */
    private static final Map<String, Map<String, Object>> UNSAID = Map.of(
            "CoinInserted", Map.of("device", "COIN"),
            "HopperCounted", Map.of("filling", "", "yen", 0),
            "Ordered", Map.of("municipality", "", "kind", "", "copies", 0),
            "Claimed", Map.of("certain", true));

    /** What a fact does not say is never taken for nothing. */
    private final ObjectMapper json = JsonMapper.builder()
            .enable(
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    static String kind(Fact fact) {
        return fact.getClass().getSimpleName();
    }

    String body(Fact fact) throws JsonProcessingException {
        return json.writeValueAsString(fact);
    }

    /** Throws when this program knows no such fact. */
    Fact fact(String kind, String body) throws JsonProcessingException {
        Class<? extends Fact> type = KINDS.get(RENAMED.getOrDefault(kind, kind));
        JsonNode said = json.readTree(body);
        if (type == null || !(said instanceof ObjectNode fields)) {
            throw new NotAFact(kind);
        }
        UNSAID.getOrDefault(kind, Map.of()).forEach((field, value) -> {
            if (!fields.has(field)) {
                fields.set(field, json.valueToTree(value));
            }
        });
        return json.treeToValue(fields, type);
    }

    private static Map<String, Class<? extends Fact>> kinds() {
        Map<String, Class<? extends Fact>> kinds = new LinkedHashMap<>();
        Arrays.stream(Fact.class.getPermittedSubclasses())
                .forEach(type -> kinds.put(type.getSimpleName(), type.asSubclass(Fact.class)));
        return Map.copyOf(kinds);
    }

    private static final class NotAFact extends JsonProcessingException {
        private static final long serialVersionUID = 1L;

        NotAFact(String kind) {
            super("a fact of a kind that this program does not know: " + kind);
        }
    }
}
