package jp.madoguchi.simulators.center;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A choice that a certificate leaves to the resident. */
record Choice(String name, List<String> values, String byDefault) {
    static Choice read(JsonObject json, Kind kind) throws Malformed {
        List<String> values = json.texts("values");
        String name = json.text("name");
        String byDefault = json.text("default");
        if (!kind.has(name) || !Set.copyOf(values).contains(byDefault)) {
            throw new Malformed("an option's name or default is not one of its values");
        }
        return new Choice(name, values, byDefault);
    }

    /** Whether it can be chosen who of the household is meant. */
    boolean isOfMembers() {
        return name.equals("scope") && values.contains(DocumentRequest.MEMBERS);
    }

    /** For a household in which there is nobody to choose. */
    Choice withoutMembers() {
        List<String> fewer = values.stream()
                .filter(value -> !value.equals(DocumentRequest.MEMBERS))
                .toList();
        return new Choice(name, fewer, byDefault);
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", name);
        json.put("values", values);
        json.put("default", byDefault);
        return json;
    }
}
