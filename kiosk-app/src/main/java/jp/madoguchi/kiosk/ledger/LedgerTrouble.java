package jp.madoguchi.kiosk.ledger;

import jp.madoguchi.kiosk.terms.Obstacle;

/** Why no fact can be recorded. Nothing is ever repaired or set aside by the program: what lasts is for people. */
public enum LedgerTrouble {
    /** No room on the disk, or so little that a visit might not be recorded to its end. */
    FULL(Obstacle.LEDGER_FULL, true),
    /** Another process is writing, or keeps the file locked. */
    LOCKED(Obstacle.LEDGER_LOCKED, true),
    READ_ONLY(Obstacle.LEDGER_READ_ONLY, true),
    /** The disk or the system refused, for whatever other reason. */
    FAILED(Obstacle.LEDGER_FAILED, true),
    /** A page, a row or a fact is not what it must be. */
    DAMAGED(Obstacle.LEDGER_DAMAGED, false),
    /** There was one, and now there is none, or an empty file. */
    MISSING(Obstacle.LEDGER_DAMAGED, false),
    /** It is no ledger. */
    FOREIGN(Obstacle.LEDGER_DAMAGED, false),
    /** The file was taken away while it was in use: what is written goes to a file that nobody will find. */
    MOVED(Obstacle.LEDGER_DAMAGED, false),
    /** Written by a newer program, whose facts this one cannot read. */
    NEWER(Obstacle.LEDGER_NEWER, false);

    private final Obstacle obstacle;
    private final boolean passes;

    LedgerTrouble(Obstacle obstacle, boolean passes) {
        this.obstacle = obstacle;
        this.passes = passes;
    }

    /** As the screen says it. */
    public Obstacle obstacle() {
        return obstacle;
    }

    /** Whether it may go away while the program runs. If not, the file is not touched again before the program is started anew. */
    public boolean passes() {
        return passes;
    }
}
