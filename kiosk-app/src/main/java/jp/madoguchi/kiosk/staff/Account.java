package jp.madoguchi.kiosk.staff;

import java.util.regex.Pattern;

/**
 * Who may sign in at the desk. The name is a role's with a number ({@code clerk-1}), never a person's: it stands in the audit log.
 *
 * @param misses wrong PINs since the last right one
 */
public record Account(String name, Role role, PinHash pin, int misses) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{1,22}[a-z0-9]");

    public Account {
        if (!named(name)) {
            throw new IllegalArgumentException("an account is named like clerk-1");
        }
    }

    /** Whether this can be an account's name; the operator's cannot, who may what no account may. */
    public static boolean named(String name) {
        return NAME.matcher(name).matches() && !name.equals(Deeds.OPERATOR);
    }

    Account missedOnceMore() {
        return new Account(name, role, pin, misses + 1);
    }

    Account right() {
        return new Account(name, role, pin, 0);
    }
}
