package jp.madoguchi.kiosk.center.https;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What lies behind a failure: the HTTP client wraps it, often more than once. */
final class Causes {
    private Causes() {}

    /** @return the outermost of that kind, {@code failure} itself first */
    static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> kind) {
        return Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst();
    }
}
