package jp.madoguchi.kiosk.act;

import static org.mockito.Mockito.mock;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import jp.madoguchi.kiosk.center.CenterAccess;
import jp.madoguchi.kiosk.center.CenterKeys;
import jp.madoguchi.kiosk.center.DocumentBinding;
import jp.madoguchi.kiosk.center.IssuanceCenter;
import jp.madoguchi.kiosk.center.KioskSeal;
import jp.madoguchi.kiosk.terms.Sha256;

/** Keys that stay as they are until others are laid there; those can always be used. */
final class FixedKeys implements CenterKeys {
    private final Deque<CenterAccess> laid = new ArrayDeque<>();
    private CenterAccess used;

    FixedKeys() {
        this(mock(IssuanceCenter.class));
    }

    FixedKeys(IssuanceCenter center) {
        used = access(center, "first");
    }

    private static CenterAccess access(IssuanceCenter center, String certificate) {
        return new CenterAccess(
                center,
                Sha256.of(certificate.getBytes(StandardCharsets.US_ASCII)),
                mock(KioskSeal.class),
                mock(DocumentBinding.class));
    }

    synchronized void lay(IssuanceCenter center) {
        laid.add(access(center, "next"));
    }

    @Override
    public synchronized CenterAccess now() {
        return used;
    }

    @Override
    public synchronized boolean look() {
        if (laid.isEmpty()) {
            return false;
        }
        used = laid.remove();
        return true;
    }
}
