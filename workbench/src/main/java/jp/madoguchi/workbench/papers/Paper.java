package jp.madoguchi.workbench.papers;

import java.util.List;
import java.util.SortedMap;
import java.util.StringJoiner;
import jp.madoguchi.kiosk.terms.DocumentOrder;

/**
 * One certificate that was issued.
 *
 * @param resident whose, by the name of the card
 * @param pages each a PDF of one page
 */
record Paper(String resident, DocumentOrder order, String issueNumber, List<byte[]> pages) {

    /** As {@link #name(String, String, SortedMap)}. */
    String name() {
        return name(resident, order.kind(), order.options());
    }

    /** Names a certificate among all: kind, resident, and what was chosen, such as {@code household-domicile}. */
    static String name(String resident, String kind, SortedMap<String, String> options) {
        StringJoiner name = new StringJoiner("-").add(kind).add(resident);
        options.forEach((option, value) -> {
            if (value.equals("yes")) {
                name.add(option);
            } else if (!value.equals("no")) {
                name.add(value);
            }
        });
        return name.toString();
    }

    @Override
    public String toString() {
        return name();
    }
}
