package jp.madoguchi.kiosk.web;

import java.util.HashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a template may name. A name that nobody set is a defect: it throws and renders nothing. */
@SuppressWarnings("serial") // a map only because templates read maps; never serialised
final class View extends HashMap<String, @Nullable Object> {
    /** What the expression language takes for a map's own property. */
    private static final Set<String> TAKEN = Set.of("size", "keys", "keySet", "values", "isEmpty");

    View with(String name, @Nullable Object value) {
        if (TAKEN.contains(name)) {
            throw new IllegalArgumentException("templates cannot name " + name);
        }
        put(name, value);
        return this;
    }

    @Override
    public @Nullable Object get(Object name) {
        if (!containsKey(name)) {
            throw new IllegalStateException("a template names what is not there: " + name);
        }
        return super.get(name);
    }
}
