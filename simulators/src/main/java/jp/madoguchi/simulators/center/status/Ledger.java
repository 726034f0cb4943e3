package jp.madoguchi.simulators.center.status;

import java.io.IOException;
import java.math.BigInteger;
import java.security.PublicKey;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the authorities have written down of certificates that are not simply good. */
@FunctionalInterface
public interface Ledger {
    /** Read anew at each call. */
    List<Entry> entries() throws IOException;

    /** What this authority has written down. */
    default List<Entry> of(CardAuthority issuer) throws IOException {
        PublicKey key = issuer.certificate().getPublicKey();
        return entries().stream().filter(entry -> entry.issuer().equals(key)).toList();
    }

    /** Its last word on that serial number. */
    default Optional<Entry> of(CardAuthority issuer, BigInteger serial) throws IOException {
        return of(issuer).stream()
                .filter(entry -> entry.serial().equals(serial))
                .reduce((first, last) -> last);
    }

    /**
     * One certificate: a serial number is its issuer's alone, and generations of one CA share a name, not a key.
     *
     * @param reason RFC 5280's code; means nothing when it is not known yet
     */
    record Entry(PublicKey issuer, BigInteger serial, boolean known, Instant at, int reason) {
        private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

        /** A day on which nothing had been issued yet: the file names no day. */
        private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);

        /**
         * Reads {@code [revoked|suspended|unknown-yet] [yyyy-mm-dd] [reason]}.
         *
         * @throws IOException when it is anything else
         */
        public static Entry read(PublicKey issuer, BigInteger serial, String words) throws IOException {
            List<String> rest = new ArrayList<>(Arrays.stream(words.strip().split("\\s+"))
                    .filter(word -> !word.isEmpty())
                    .toList());
            String state = rest.isEmpty() ? "revoked" : rest.remove(0).toLowerCase(Locale.ROOT);
            LocalDate day = LONG_AGO;
            if (!rest.isEmpty()) {
                try {
                    day = LocalDate.parse(rest.remove(0));
                } catch (DateTimeException e) {
                    throw new IOException("a revocation's day is not yyyy-mm-dd", e);
                }
            }
            Instant at = day.atStartOfDay(JAPAN).toInstant();
            int reason = rest.isEmpty() ? RevocationReasons.UNSPECIFIED : RevocationReasons.code(rest.remove(0));
            if (reason < 0 || !rest.isEmpty()) {
                throw new IOException("a revocation's reason is none of RFC 5280's");
            }
            return switch (state) {
                case "revoked" -> new Entry(issuer, serial, true, at, reason);
                case "suspended" -> new Entry(issuer, serial, true, at, RevocationReasons.code("certificateHold"));
                case "unknown-yet" -> new Entry(issuer, serial, false, at, reason);
                default -> throw new IOException("a certificate is revoked, suspended or unknown-yet");
            };
        }
    }
}
