package jp.madoguchi.kiosk.terms;

import java.util.List;

/** One choice that a document leaves to the resident, e.g. {@code scope} = {@code self} or {@code household}. */
public record OfferOption(String name, List<String> values, String defaultValue) {
    /** Throws when {@code defaultValue} is none of the values. */
    public OfferOption {
        values = List.copyOf(values);
        if (!values.contains(defaultValue)) {
            throw new IllegalArgumentException("the default is none of the values");
        }
    }
}
