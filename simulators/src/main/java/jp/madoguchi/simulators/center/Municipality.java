package jp.madoguchi.simulators.center;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A municipality and what its office issues by kiosk now, from {@code municipalities/<code>.json}. */
record Municipality(
        String code, String nameJa, Optional<String> nameEn, String mayor, List<OfferedDocument> documents) {

    static Municipality read(JsonObject json) throws Malformed {
        JsonObject name = json.object("name");
        List<OfferedDocument> documents = new ArrayList<>();
        for (JsonObject document : json.objects("documents")) {
            documents.add(OfferedDocument.read(document));
        }
        return new Municipality(
                json.text("code"), name.text("ja"), name.optionalText("en"), json.text("mayor"), documents);
    }

    Optional<OfferedDocument> document(String kind) {
        return documents.stream().filter(document -> document.kind.equals(kind)).findFirst();
    }

    /** The office in {@code 青森市長 架空 一郎}. */
    String seal() {
        return mayor.split("[ \u3000]", 2)[0] + "之印";
    }

    /** {@code Offer} of center-api.yaml. */
    List<Map<String, Object>> offers() {
        Map<String, Object> name = new LinkedHashMap<>();
        name.put("ja", nameJa);
        nameEn.ifPresent(en -> name.put("en", en));
        return documents.stream().map(document -> document.offer(code, name)).toList();
    }

    /** One kind of document with its price and choices. */
    record OfferedDocument(String kind, int fee, int maxCopies, List<Option> options) {
        static OfferedDocument read(JsonObject json) throws Malformed {
            List<Option> options = new ArrayList<>();
            for (JsonObject option : json.objects("options")) {
                options.add(Option.read(option));
            }
            return new OfferedDocument(
                    oneOf(json.text("kind"), Set.of("residence-record")),
                    json.whole("fee", 0),
                    json.whole("maxCopies", 1),
                    options);
        }

        /** Whether the choices are for each option one of its values, and for nothing else. */
        boolean allows(Map<String, String> chosen) {
            return chosen.size() == options.size()
                    && options.stream()
                            .allMatch(option -> chosen.containsKey(option.name())
                                    && option.values().contains(chosen.get(option.name())));
        }

        private Map<String, Object> offer(String municipality, Map<String, Object> municipalityName) {
            Map<String, Object> offer = new LinkedHashMap<>();
            offer.put("municipality", municipality);
            offer.put("municipalityName", municipalityName);
            offer.put("kind", kind);
            offer.put("fee", fee);
            offer.put("maxCopies", maxCopies);
            offer.put("options", options.stream().map(Option::json).toList());
            return offer;
        }
    }

    /** A choice that the resident makes. */
    record Option(String name, List<String> values, String byDefault) {
        static Option read(JsonObject json) throws Malformed {
            List<String> values = json.texts("values");
            return new Option(
                    oneOf(json.text("name"), Set.of("scope", "domicile", "relationship", "my-number")),
                    values,
                    oneOf(json.text("default"), Set.copyOf(values)));
        }

        private Map<String, Object> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("name", name);
            json.put("values", values);
            json.put("default", byDefault);
            return json;
        }
    }

    private static String oneOf(String value, Set<String> known) throws Malformed {
        if (!known.contains(value)) {
            throw new Malformed("kind, name or default is not one of its values");
        }
        return value;
    }
}
