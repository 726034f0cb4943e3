package jp.madoguchi.kiosk.web;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import jp.madoguchi.kiosk.staff.Clerk;
import jp.madoguchi.kiosk.staff.Role;
import org.eclipse.jetty.util.Fields;

/**
 * A page of the staff desk. Its name is that of its template, {@code staff/NAME.html}, of its address and of its texts. Nothing of a
 * resident may stand on it but numbers and amounts. Any thread.
 */
interface DeskPage {
    /** What became of something that was tapped, in one sentence: {@code key} of a text of the desk, with its values. */
    record Said(boolean good, String key, List<Object> values) {
        public Said {
            values = List.copyOf(values);
        }

        static Said good(String key, Object... values) {
            return new Said(true, key, List.of(values));
        }

        static Said bad(String key, Object... values) {
            return new Said(false, key, List.of(values));
        }

        /** Done, or the disk could not be written. */
        static Said done(boolean done, String key, Object... values) {
            return done ? good(key, values) : bad("said.unwritable");
        }
    }

    String name();

    /** Who may see it. */
    default Role least() {
        return Role.CLERK;
    }

    /** Whether it can be seen while somebody is served. */
    default boolean duringVisit() {
        return false;
    }

    /** What its template may name as {@code view}. */
    View view(Clerk clerk);

    /** Does what was tapped, {@code do} and its fields; answers what is to be said about it. What it does not know does nothing. */
    CompletableFuture<Optional<Said>> act(Clerk clerk, Fields tapped);

    /** For what is done at once. */
    static CompletableFuture<Optional<Said>> said(Said said) {
        return CompletableFuture.completedFuture(Optional.of(said));
    }

    static CompletableFuture<Optional<Said>> nothing() {
        return CompletableFuture.completedFuture(Optional.empty());
    }
}
