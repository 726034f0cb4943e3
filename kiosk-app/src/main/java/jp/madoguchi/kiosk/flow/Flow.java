package jp.madoguchi.kiosk.flow;

import java.util.Optional;

/** What an event makes of a visit. Pure. */
public interface Flow {
    /** Throws on a pair that nobody declared: a defect. */
    Step apply(Visit visit, Event event);

    /** The reason why this event is ignored by this visit, if it is. */
    Optional<String> ignored(Visit visit, Event event);
}
