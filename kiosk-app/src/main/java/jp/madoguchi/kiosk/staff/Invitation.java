package jp.madoguchi.kiosk.staff;

/** That whoever has the code may choose the PIN of this account. */
public record Invitation(String name, Role role) {
    public Invitation {
        if (!Account.named(name)) {
            throw new IllegalArgumentException("an account is named like clerk-1");
        }
    }
}
