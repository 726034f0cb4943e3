package jp.madoguchi.kiosk.terms;

import java.util.List;

/** One choice that a document leaves to the resident, e.g. {@code scope} = {@code self} or {@code household}. */
public record OfferOption(String name, List<String> values, String defaultValue) {
    /** Whom of the household the paper is about. */
    public static final String SCOPE = "scope";

    /** Of {@link #SCOPE}: those whom the resident chooses. */
    public static final String MEMBERS = "members";

    /** Whether the My Number (個人番号) is on the paper, which only those may take whom the law names. */
    public static final String MY_NUMBER = "my-number";

    /** Throws when {@code defaultValue} is none of the values. */
    public OfferOption {
        values = List.copyOf(values);
        if (!values.contains(defaultValue)) {
            throw new IllegalArgumentException("the default is none of the values");
        }
    }

    /** Whether it can be chosen who of the household is meant. */
    public boolean asksForMembers() {
        return name.equals(SCOPE) && values.contains(MEMBERS);
    }
}
