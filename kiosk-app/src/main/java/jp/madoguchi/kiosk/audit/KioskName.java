package jp.madoguchi.kiosk.audit;

import java.nio.charset.StandardCharsets;
import jp.madoguchi.kiosk.terms.Sha256;

/** How the log and its checkpoints name the kiosk: by its id, or by the SHA-256 of one that has more than ASCII's letters in it. */
final class KioskName {
    private KioskName() {}

    static String of(String id) {
        return Detail.KIOSK.fits(id)
                ? id
                : Sha256.of(id.getBytes(StandardCharsets.UTF_8)).hex();
    }
}
