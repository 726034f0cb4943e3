package jp.madoguchi.kiosk.visit;

import java.security.SecureRandom;
import java.util.HexFormat;
import jp.madoguchi.kiosk.terms.RequestId;
import jp.madoguchi.kiosk.terms.VisitId;

/** Makes the random names of visits and requests: 16 bytes each, never used twice. Safe for any thread. */
public final class Identifiers {
    private final SecureRandom random;

    public Identifiers(SecureRandom random) {
        this.random = random;
    }

    public VisitId visit() {
        return new VisitId(hex());
    }

    public RequestId request() {
        return new RequestId(hex());
    }

    private String hex() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
