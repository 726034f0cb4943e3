package jp.madoguchi.workbench.crash;

import java.sql.SQLException;

/** Stands between the ledger and its file. Any thread. */
public interface LedgerWatch {
    /** A write that is durable when it returns. */
    @FunctionalInterface
    interface Write {
        void write() throws SQLException;
    }

    /**
     * A fact is about to be written. Writes it or not, now or later.
     *
     * @param fact its kind, or the first words of another statement that changes something
     */
    void commit(String fact, Write write) throws SQLException;

    /** A write that tells nothing, such as a test whether one is possible. */
    default void writeNow(Write write) throws SQLException {
        write.write();
    }
}
