package jp.madoguchi.kiosk.ledger;

/**
 * Where cash is in the machine. In the ledger {@code hopper-3}, {@code coins}, {@code notes}.
 *
 * @param address of a hopper; 0 for the two others, and for a hopper of which old facts tell no address
 */
public record Box(Kind kind, int address) implements Comparable<Box> {
    /** In the order in which people count them. */
    public enum Kind {
        /** Pays out; coins of one denomination. */
        HOPPER,
        /** Into it falls every coin that is taken. */
        COINS,
        /** The stacker of the bill validator. */
        NOTES
    }

    public static final Box COINS = new Box(Kind.COINS, 0);
    public static final Box NOTES = new Box(Kind.NOTES, 0);
    private static final String HOPPER = "hopper-";

    public static Box hopper(int address) {
        return new Box(Kind.HOPPER, address);
    }

    /** Throws {@code IllegalArgumentException} when it is the name of no box. */
    public static Box named(String name) {
        if (name.equals(COINS.name())) {
            return COINS;
        }
        if (name.equals(NOTES.name())) {
            return NOTES;
        }
        if (name.startsWith(HOPPER)) {
            return hopper(Integer.parseInt(name.substring(HOPPER.length())));
        }
        throw new IllegalArgumentException("no box is called " + name);
    }

    public String name() {
        return switch (kind) {
            case HOPPER -> HOPPER + address;
            case COINS -> "coins";
            case NOTES -> "notes";
        };
    }

    @Override
    public int compareTo(Box other) {
        int byKind = kind.compareTo(other.kind);
        return byKind == 0 ? Integer.compare(address, other.address) : byKind;
    }
}
