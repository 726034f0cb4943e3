package jp.madoguchi.kiosk.web;

import java.util.HashMap;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a template may name. A name that nobody set is a defect: it throws and renders nothing. */
@SuppressWarnings("serial") // a map only because templates read maps; never serialised
final class View extends HashMap<String, @Nullable Object> {
    /** What the expression language takes for a map's own property. */
    private static final Set<String> TAKEN = Set.of("size", "keys", "keySet", "values", "isEmpty");

    /** A value that is worked out when a template names it, once; most templates never do. */
    private record Later(Supplier<? extends @Nullable Object> value) {}

    View with(String name, @Nullable Object value) {
        if (TAKEN.contains(name)) {
            throw new IllegalArgumentException("templates cannot name " + name);
        }
        put(name, value);
        return this;
    }

    /** As {@link #with}, of what costs something. */
    View later(String name, Supplier<? extends @Nullable Object> value) {
        return with(name, new Later(value));
    }

    @Override
    public @Nullable Object get(Object name) {
        if (!containsKey(name)) {
            throw new IllegalStateException("a template names what is not there: " + name);
        }
        Object value = super.get(name);
        if (value instanceof Later later) {
            value = later.value().get();
            put((String) name, value);
        }
        return value;
    }
}
