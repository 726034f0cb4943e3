package jp.madoguchi.simulators.center;

import java.util.LinkedHashMap;
import java.util.Map;

/** A document as it stands on the wire: base64 of its signed manifest and of its enveloped pages. */
record SealedDocument(String manifest, String pages) {
    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("manifest", manifest);
        json.put("pages", pages);
        return json;
    }

    @Override
    public String toString() {
        return "SealedDocument";
    }
}
