package jp.madoguchi.workbench.crash;

import java.sql.SQLException;
import java.util.Optional;

/**
 * What the campaign must find: facts of one kind are said to be on the disk and are put there only with the next one. Any thread.
 */
final class LateWrites implements LedgerWatch {
    private final String kind;
    private final LedgerWatch watch;
    private Optional<Write> late = Optional.empty();

    LateWrites(String kind, LedgerWatch watch) {
        this.kind = kind;
        this.watch = watch;
    }

    @Override
    public synchronized void commit(String fact, Write write) throws SQLException {
        if (fact.equals(kind) && late.isEmpty()) {
            late = Optional.of(write);
            return;
        }
        if (late.isPresent()) {
            Write before = late.get();
            late = Optional.empty();
            watch.commit(kind, before);
        }
        watch.commit(fact, write);
    }

    @Override
    public void writeNow(Write write) throws SQLException {
        watch.writeNow(write);
    }
}
