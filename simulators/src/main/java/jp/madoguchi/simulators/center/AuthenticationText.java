package jp.madoguchi.simulators.center;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The ten fields of {@code T} (binding.md section 1). Ids and hashes are lower-case hex. */
record AuthenticationText(
        String kiosk,
        String kioskCertificate,
        String center,
        String visit,
        String nonce,
        Instant issued,
        String visitKey,
        String resident) {

    private static final byte[] PREFIX = "MADOGUCHI-AUTH-V1\0".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern WHOLE_SECONDS = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}Z");
    private static final int LONGEST_ID = 64;

    /** Empty when it is not the prefix and exactly the ten fields, or purpose or token is not known. */
    static Optional<AuthenticationText> parse(byte[] t) {
        if (t.length < PREFIX.length || !Arrays.equals(t, 0, PREFIX.length, PREFIX, 0, PREFIX.length)) {
            return Optional.empty();
        }
        Fields fields = new Fields(ByteBuffer.wrap(t, PREFIX.length, t.length - PREFIX.length));
        try {
            fields.expect("issue-documents");
            AuthenticationText text = new AuthenticationText(
                    fields.id(),
                    fields.hex(32),
                    fields.id(),
                    fields.hex(16),
                    fields.hex(32),
                    fields.time(),
                    fields.hex(32),
                    fields.hex(32));
            fields.expect("my-number-card", "android-phone");
            fields.end();
            return Optional.of(text);
        } catch (Malformed e) {
            return Optional.empty();
        }
    }

    private record Fields(ByteBuffer rest) {
        byte[] next() throws Malformed {
            if (rest.remaining() < 2) {
                throw new Malformed("a field is missing");
            }
            int length = Short.toUnsignedInt(rest.getShort());
            if (length == 0 || length > rest.remaining()) {
                throw new Malformed("a field is empty or cut off");
            }
            byte[] field = new byte[length];
            rest.get(field);
            return field;
        }

        String text() throws Malformed {
            try {
                return StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(next()))
                        .toString();
            } catch (CharacterCodingException e) {
                throw new Malformed("a field is not UTF-8");
            }
        }

        String id() throws Malformed {
            String id = text();
            if (id.getBytes(StandardCharsets.UTF_8).length > LONGEST_ID) {
                throw new Malformed("an id is too long");
            }
            return id;
        }

        String hex(int length) throws Malformed {
            byte[] field = next();
            if (field.length != length) {
                throw new Malformed("a field has another length");
            }
            return HexFormat.of().formatHex(field);
        }

        Instant time() throws Malformed {
            String text = text();
            try {
                if (WHOLE_SECONDS.matcher(text).matches()) {
                    return Instant.parse(text);
                }
            } catch (DateTimeException e) {
                throw new Malformed("no such time");
            }
            throw new Malformed("not a time in UTC and whole seconds");
        }

        void expect(String... values) throws Malformed {
            if (!List.of(values).contains(text())) {
                throw new Malformed("another value than " + String.join(" or ", values));
            }
        }

        void end() throws Malformed {
            if (rest.hasRemaining()) {
                throw new Malformed("something follows the tenth field");
            }
        }
    }
}
