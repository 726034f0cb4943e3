package jp.madoguchi.kiosk.staff;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountsTest {
    private static final byte[] PIN = "739152".getBytes(US_ASCII);
    private static final byte[] WRONG = "739153".getBytes(US_ASCII);

    @TempDir
    Path folder = Path.of("");

    private final ManualPace pace = new ManualPace();

    private Accounts open() throws IOException {
        return new Accounts(folder.resolve("accounts.json"), pace, new SecureRandom());
    }

    private Accounts withClerk() throws IOException {
        Accounts accounts = open();
        assertTrue(accounts.enrol("clerk-1", Role.CLERK, accounts.hash(PIN)));
        return accounts;
    }

    @Test
    void pin_thatIsRight_signsInAfterARestartToo() throws IOException {
        withClerk();
        assertInstanceOf(Accounts.Answer.SignedIn.class, open().check("clerk-1", PIN.clone()));
    }

    @Test
    void file_isItsOwnersAlone_andHoldsNoPin() throws IOException {
        withClerk();
        Path file = folder.resolve("accounts.json");
        String text = Files.readString(file);
        assertAll(
                () -> assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file))),
                () -> assertFalse(text.contains("739152"), text),
                () -> assertTrue(text.contains("\"kibibytes\":65536"), text));
    }

    @Test
    void salt_isEachAccountsOwn() throws IOException {
        Accounts accounts = open();
        assertNotEquals(accounts.hash(PIN).digest(), accounts.hash(PIN).digest());
    }

    @Test
    void account_afterThreeWrongPins_isNotLookedAtUntilItsTimeHasPassed() throws IOException {
        Accounts accounts = withClerk();
        assertEquals(new Accounts.Answer.Wrong(Duration.ZERO), accounts.check("clerk-1", WRONG));
        assertEquals(new Accounts.Answer.Wrong(Duration.ZERO), accounts.check("clerk-1", WRONG));
        assertEquals(new Accounts.Answer.Wrong(Duration.ofSeconds(30)), accounts.check("clerk-1", WRONG));
        pace.pass(Duration.ofSeconds(29));
        assertEquals(new Accounts.Answer.Locked(Duration.ofSeconds(1)), accounts.check("clerk-1", PIN));
        pace.pass(Duration.ofSeconds(1));
        assertInstanceOf(Accounts.Answer.SignedIn.class, accounts.check("clerk-1", PIN));
        assertEquals(new Accounts.Answer.Wrong(Duration.ZERO), accounts.check("clerk-1", WRONG));
    }

    /** Neither the restart nor the clock opens it: the lock begins anew with the program. */
    @Test
    void lock_outlastsARestart() throws IOException {
        Accounts accounts = withClerk();
        for (int i = 0; i < 3; i++) {
            assertInstanceOf(Accounts.Answer.Wrong.class, accounts.check("clerk-1", WRONG));
        }
        Accounts again = open();
        assertEquals(new Accounts.Answer.Locked(Duration.ofSeconds(30)), again.check("clerk-1", PIN));
        pace.pass(Duration.ofSeconds(30));
        assertInstanceOf(Accounts.Answer.SignedIn.class, again.check("clerk-1", PIN));
    }

    /** The try is spent before its PIN is looked at. */
    @Test
    void tries_thatEndWithThePower_count() throws IOException {
        Accounts accounts = withClerk();
        assertInstanceOf(Accounts.Answer.Wrong.class, accounts.check("clerk-1", WRONG));
        assertEquals(1, open().of("clerk-1").orElseThrow().misses());
    }

    @Test
    void folder_thatCannotBeWritten_letsNobodyIn() throws IOException {
        Accounts accounts = withClerk();
        Path hindrance = folder.resolve("accounts.json.new");
        Files.createDirectories(hindrance.resolve("x"));
        assertEquals(new Accounts.Answer.Unwritable(), accounts.check("clerk-1", PIN));
    }

    @Test
    void file_thatIsNotOurs_isNotTakenForNoAccounts() throws IOException {
        Files.writeString(folder.resolve("accounts.json"), "{");
        IOException refusal = assertThrows(IOException.class, this::open);
        assertTrue(String.valueOf(refusal.getMessage()).contains("accounts.json"));
    }

    @Test
    void account_removed_isUnknown() throws IOException {
        Accounts accounts = withClerk();
        assertTrue(accounts.remove("clerk-1"));
        assertEquals(new Accounts.Answer.Unknown(), accounts.check("clerk-1", PIN));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "2, 0", "3, 30", "4, 60", "5, 120", "7, 480", "8, 900", "9, 900", "2000000000, 900"})
    void delay_growsWithTheMisses(int misses, long seconds) {
        assertEquals(Duration.ofSeconds(seconds), Lockout.after(misses));
    }

    @ParameterizedTest
    @CsvSource({
        "000000, true",
        "123456, true",
        "87654321, true",
        "121212, true",
        "739152, false",
        "112233, false",
        "102938, false"
    })
    void pin_thatIsTriedFirst_isWeak(String pin, boolean weak) {
        assertEquals(weak, Accounts.weak(pin.getBytes(US_ASCII)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a", "Clerk-1", "clerk 1", "山田", "clerk-", "-clerk", "abcdefghijklmnopqrstuvwxyz", "operator"
            })
    void name_thatIsNoRoles_isRefused(String name) {
        assertFalse(Account.named(name));
    }
}
