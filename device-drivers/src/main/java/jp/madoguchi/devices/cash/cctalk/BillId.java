package jp.madoguchi.devices.cash.cctalk;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.madoguchi.devices.cash.Yen;

/** The name of a note (part 3, appendix on bill identification): country, value, issue, as in {@code JP0001A} with scaling 1000. */
final class BillId {
    private static final Pattern YEN = Pattern.compile("JP(\\d{4})[A-Z]");

    private BillId() {}

    /** Empty for a type that is not programmed, or for another country's note. */
    static Optional<Yen> value(byte[] id, int scaling) {
        Matcher matcher = YEN.matcher(new String(id, StandardCharsets.US_ASCII));
        return matcher.matches()
                ? Optional.of(new Yen(Integer.parseInt(matcher.group(1))).times(scaling))
                : Optional.empty();
    }
}
