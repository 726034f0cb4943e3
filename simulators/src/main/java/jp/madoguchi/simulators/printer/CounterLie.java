package jp.madoguchi.simulators.printer;

/** What a printer says of the sides and sheets that it printed. */
public enum CounterLie {
    /** The truth. */
    NONE(0, 0),
    /** Nothing at all has been printed, ever. */
    NOTHING(0, 0),
    SIDE_FEWER(-1, 0),
    SIDE_MORE(1, 0),
    SHEET_FEWER(0, -1),
    SHEET_MORE(0, 1),
    /** It does not count, and says so. */
    UNREPORTED(0, 0);

    private final int sides;
    private final int sheets;

    CounterLie(int sides, int sheets) {
        this.sides = sides;
        this.sheets = sheets;
    }

    int sides(int really) {
        return this == NOTHING ? 0 : Math.max(0, really + sides);
    }

    int sheets(int really) {
        return this == NOTHING ? 0 : Math.max(0, really + sheets);
    }
}
