package jp.madoguchi.simulators.center;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** {@code Text} of center-api.yaml: Japanese, and English where there is any. */
record Names(String ja, Optional<String> en) {
    static Names read(JsonObject json) throws Malformed {
        return new Names(json.text("ja"), json.optionalText("en"));
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("ja", ja);
        en.ifPresent(english -> json.put("en", english));
        return json;
    }
}
