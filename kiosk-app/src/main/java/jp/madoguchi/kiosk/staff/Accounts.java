package jp.madoguchi.kiosk.staff;

import com.google.errorprone.annotations.CheckReturnValue;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import jp.madoguchi.devices.Pace;
import jp.madoguchi.kiosk.visit.WeakPin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The accounts of the desk, in a file of their own. A wrong PIN is on the disk before it is known to be wrong, so that nobody gains a
 * try by cutting the power. How long a lock has lasted is counted by the machine's own pace, not by the clock, and begins anew with the
 * program: neither a clock that is set nor a restart opens it early. Any thread.
 */
public final class Accounts {
    private static final Logger LOG = LoggerFactory.getLogger(Accounts.class);

    /** What became of signing in. */
    public sealed interface Answer {
        record SignedIn(Account account) implements Answer {}

        /** @param pause how long the account is locked now; zero when it can be tried again at once */
        record Wrong(Duration pause) implements Answer {}

        /** It was not looked at. */
        record Locked(Duration pause) implements Answer {}

        record Unknown() implements Answer {}

        /** The file cannot be written: nobody is let in. */
        record Unwritable() implements Answer {}
    }

    /** As the file has them. */
    record Book(List<Account> accounts) {
        Book {
            accounts = List.copyOf(accounts);
        }
    }

    private final StaffFile<Book> file;
    private final Pace pace;
    private final SecureRandom random;
    private final Map<String, Long> lockedSince = new HashMap<>();
    private Book book;

    /** Throws, naming the file, when it is there and cannot be read. */
    public Accounts(Path file, Pace pace, SecureRandom random) throws IOException {
        this.file = new StaffFile<>(file, Book.class);
        this.pace = pace;
        this.random = random;
        this.book = this.file.read(new Book(List.of()));
        book.accounts().forEach(account -> lockedSince.put(account.name(), pace.nanos()));
    }

    /** Managers last; each in the order of names. */
    public synchronized List<Account> all() {
        return book.accounts().stream()
                .sorted(Comparator.comparing(Account::role).thenComparing(Account::name))
                .toList();
    }

    public synchronized Optional<Account> of(String name) {
        return book.accounts().stream()
                .filter(account -> account.name().equals(name))
                .findFirst();
    }

    /** How long this account stays locked. */
    public synchronized Duration locked(Account account) {
        long since = lockedSince.getOrDefault(account.name(), pace.nanos());
        return pace.left(Lockout.after(account.misses()), since);
    }

    /** @param pin in ASCII; stays the caller's, who wipes it */
    @CheckReturnValue
    public synchronized Answer check(String name, byte[] pin) {
        Optional<Account> found = of(name);
        if (found.isEmpty()) {
            return new Answer.Unknown();
        }
        Account account = found.get();
        Duration wait = locked(account);
        if (!wait.isZero()) {
            return new Answer.Locked(wait);
        }
        Account missed = account.missedOnceMore();
        if (!keep(accounts -> replaced(accounts, missed))) {
            return new Answer.Unwritable();
        }
        lockedSince.put(name, pace.nanos());
        if (!account.pin().matches(pin)) {
            lockedSince.put(name, pace.nanos());
            return new Answer.Wrong(locked(missed));
        }
        Account right = account.right();
        return keep(accounts -> replaced(accounts, right)) ? new Answer.SignedIn(right) : new Answer.Unwritable();
    }

    /** The hash of a PIN that an account is to have; takes as long as {@link PinHash} does. */
    public PinHash hash(byte[] pin) {
        return PinHash.of(pin, random);
    }

    /** Whether this PIN is one of those that are tried first. */
    public static boolean weak(byte[] pin) {
        return WeakPin.is(pin);
    }

    /** A new account, or a new PIN and role for an old one; false when it cannot be written. */
    @CheckReturnValue
    public synchronized boolean enrol(String name, Role role, PinHash pin) {
        return keep(accounts -> replaced(accounts, new Account(name, role, pin, 0)));
    }

    /** Whether there is no such account any more. */
    @CheckReturnValue
    public synchronized boolean remove(String name) {
        return keep(accounts -> without(accounts, name));
    }

    private boolean keep(UnaryOperator<List<Account>> change) {
        Book next = new Book(change.apply(book.accounts()));
        try {
            file.write(next);
            book = next;
            return true;
        } catch (IOException unwritable) {
            LOG.error("the accounts of the staff cannot be kept", unwritable);
            return false;
        }
    }

    private static List<Account> replaced(List<Account> accounts, Account now) {
        List<Account> next = new ArrayList<>(without(accounts, now.name()));
        next.add(now);
        return next;
    }

    private static List<Account> without(List<Account> accounts, String name) {
        return accounts.stream().filter(account -> !account.name().equals(name)).toList();
    }
}
