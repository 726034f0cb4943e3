package jp.madoguchi.kiosk.center;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import jp.madoguchi.kiosk.terms.Nonce;
import jp.madoguchi.kiosk.terms.Sha256;
import jp.madoguchi.kiosk.terms.VisitId;

/**
 * The text {@code T} whose digest the card signs (binding.md section 1). Built here and nowhere else; nothing that came from the
 * network is ever signed by itself.
 *
 * @param kiosk the kiosk's id, 1 to 64 bytes of UTF-8
 * @param kioskCertificate of the certificate that the kiosk shows in TLS
 * @param center the id that the center gave itself when it opened the visit, 1 to 64 bytes of UTF-8
 * @param issued when the kiosk builds it; parts of a second are dropped
 * @param visitKey of the SubjectPublicKeyInfo of {@link VisitKey}
 * @param resident of the resident's user-authentication certificate (DER)
 * @param token what carries that certificate
 */
public record AuthenticationText(
        String kiosk,
        Sha256 kioskCertificate,
        String center,
        VisitId visit,
        Nonce nonce,
        Instant issued,
        Sha256 visitKey,
        Sha256 resident,
        Token token) {
    private static final byte[] PREFIX = "MADOGUCHI-AUTH-V1\0".getBytes(US_ASCII);
    private static final byte[] PURPOSE = "issue-documents".getBytes(US_ASCII);

    /** What signed. */
    public enum Token {
        MY_NUMBER_CARD("my-number-card"),
        ANDROID_PHONE("android-phone");

        private final String value;

        Token(String value) {
            this.value = value;
        }
    }

    /** The longest id of a kiosk or center, in bytes of UTF-8. */
    public static final int LONGEST_ID = 64;

    /** Throws when an id is empty or too long. */
    public AuthenticationText {
        if (!isId(kiosk) || !isId(center)) {
            throw new IllegalArgumentException("an id is 1 to 64 bytes of UTF-8");
        }
        issued = issued.truncatedTo(ChronoUnit.SECONDS);
    }

    /** Whether {@code id} can name a kiosk or a center. */
    public static boolean isId(String id) {
        return !id.isEmpty() && id.getBytes(UTF_8).length <= LONGEST_ID;
    }

    /** The exact bytes of {@code T}. */
    public byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(PREFIX);
        field(out, PURPOSE);
        field(out, kiosk.getBytes(UTF_8));
        field(out, kioskCertificate.bytes());
        field(out, center.getBytes(UTF_8));
        field(out, visit.bytes());
        field(out, nonce.bytes());
        field(out, issued.toString().getBytes(US_ASCII));
        field(out, visitKey.bytes());
        field(out, resident.bytes());
        field(out, token.value.getBytes(US_ASCII));
        return out.toByteArray();
    }

    /** SHA-256({@code T}): what the card signs, and what a manifest names. */
    public Sha256 digest() {
        return Sha256.of(bytes());
    }

    private static void field(ByteArrayOutputStream out, byte[] value) {
        out.write(value.length >>> 8);
        out.write(value.length);
        out.writeBytes(value);
    }
}
