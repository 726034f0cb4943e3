package jp.madoguchi.kiosk.staff;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jp.madoguchi.devices.Pace;

/**
 * One-time codes of eight digits with which accounts are enrolled. A code is shown once to whoever asked for it, is good for half an hour
 * and not after a restart, and five wrong ones in a row end them all. An account has one at most. Any thread.
 */
public final class Invitations {
    public static final Duration GOOD_FOR = Duration.ofMinutes(30);

    private static final int WRONG_ONES = 5;
    private static final int DIGITS = StaffPad.MOST;
    private static final int CODES = 100_000_000;

    @SuppressWarnings("ArrayRecordComponent") // its code is compared in constant time, never by equals
    private record Minted(byte[] code, Invitation invitation, long at) {}

    private final Pace pace;
    private final SecureRandom random;
    private final List<Minted> minted = new ArrayList<>();
    private int wrong;

    public Invitations(Pace pace, SecureRandom random) {
        this.pace = pace;
        this.random = random;
    }

    /** A fresh code, to be told to the one who is to enrol. */
    public synchronized String mint(Invitation invitation) {
        String code = String.format(Locale.ROOT, "%0" + DIGITS + "d", random.nextInt(CODES));
        cancel(invitation.name());
        minted.add(new Minted(code.getBytes(StandardCharsets.US_ASCII), invitation, pace.nanos()));
        wrong = 0;
        return code;
    }

    /** Whether a code of this account can still be used. */
    public synchronized boolean pending(String name) {
        minted.removeIf(each -> pace.left(GOOD_FOR, each.at()).isZero());
        return minted.stream().anyMatch(each -> each.invitation().name().equals(name));
    }

    /** No code of this account is good any more. */
    public synchronized void cancel(String name) {
        minted.removeIf(each -> each.invitation().name().equals(name));
    }

    /** The invitation of this code, which is not good any more then. The code stays the caller's, who wipes it. */
    public synchronized Optional<Invitation> redeem(byte[] code) {
        minted.removeIf(each -> pace.left(GOOD_FOR, each.at()).isZero());
        Optional<Minted> found = minted.stream()
                .filter(each -> MessageDigest.isEqual(each.code(), code))
                .findFirst();
        found.ifPresentOrElse(minted::remove, this::miss);
        return found.map(Minted::invitation);
    }

    private void miss() {
        if (++wrong >= WRONG_ONES) {
            minted.clear();
            wrong = 0;
        }
    }
}
