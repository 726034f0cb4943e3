package jp.madoguchi.kiosk.keys;

import java.util.Optional;
import jp.madoguchi.kiosk.terms.Sha256;

/** The keys as an operator lays them there, at any time. */
@FunctionalInterface
public interface KeySets {
    /**
     * What lies there now; empty when it still is {@code known}.
     *
     * @throws KeysUnusable when it can be no key set, such as in the midst of being replaced
     */
    Optional<KeySet> otherThan(Sha256 known) throws KeysUnusable;
}
