package jp.madoguchi.kiosk.identity;

/** What the two certificates of a card are for, and what JPKI's profile asks of each. */
public enum Purpose {
    /** 利用者証明用: proves who is there. No name in it. */
    USER_AUTHENTICATION("1.2.392.200149.8.5.1.3.30", false),
    /** 署名用: signs filings. Names its holder. */
    DIGITAL_SIGNATURE("1.2.392.200149.8.5.1.1.20", true);

    // bits of keyUsage, RFC 5280 section 4.2.1.3
    private static final int DIGITAL_SIGNATURE_BIT = 0;
    private static final int NON_REPUDIATION_BIT = 1;

    private final String policy;
    private final boolean binding;

    Purpose(String policy, boolean binding) {
        this.policy = policy;
        this.binding = binding;
    }

    /** The object identifier of the policy under which such certificates are issued. */
    public String policy() {
        return policy;
    }

    /** Whether the bits of {@code keyUsage} that this purpose needs are set. */
    boolean isServedBy(boolean[] keyUsage) {
        return keyUsage[DIGITAL_SIGNATURE_BIT] && (!binding || keyUsage[NON_REPUDIATION_BIT]);
    }
}
