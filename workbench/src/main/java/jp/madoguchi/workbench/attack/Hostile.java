package jp.madoguchi.workbench.attack;

/** Who attacks, and with which keys. */
public enum Hostile {
    /** Holds none: may cut, keep, turn and divert bytes, and show certificates of its own. */
    NETWORK("network"),
    /** Whoever ends the center's TLS: has its key, and no document signer's. */
    FRONT("TLS front"),
    /** Holds every key of the center and its document signer's. */
    CENTER("center");

    private final String words;

    Hostile(String words) {
        this.words = words;
    }

    /** For the table. */
    public String words() {
        return words;
    }
}
