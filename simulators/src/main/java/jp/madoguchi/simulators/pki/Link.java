package jp.madoguchi.simulators.pki;

/** The certificates between a Juki card and the CA that a relying party trusts, from the card upwards. */
public enum Link {
    /** The signature certificate on the card, issued by the prefecture's CA. */
    HOLDER,
    /** The cross certificate in which the bridge CA certifies the prefecture's. */
    PREFECTURE,
    /** The cross certificate in which the relying party's CA certifies the bridge CA. */
    BRIDGE
}
