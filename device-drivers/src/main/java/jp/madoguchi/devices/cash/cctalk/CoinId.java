package jp.madoguchi.devices.cash.cctalk;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.madoguchi.devices.cash.Yen;

/** The name of a coin (part 3, appendix on coin identification): country, value, issue, as in {@code JP100A}. */
final class CoinId {
    private static final Pattern YEN = Pattern.compile("JP(\\d{3})[A-Z]");

    private CoinId() {}

    /** Empty for a channel that is not programmed, or for another country's coin. */
    static Optional<Yen> value(byte[] id) {
        Matcher matcher = YEN.matcher(new String(id, StandardCharsets.US_ASCII));
        return matcher.matches() ? Optional.of(new Yen(Integer.parseInt(matcher.group(1)))) : Optional.empty();
    }
}
