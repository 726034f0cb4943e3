package jp.madoguchi.kiosk.flow;

/** Where an event takes a visit. Pure: the same visit and event give the same step, and nothing else happens. */
@FunctionalInterface
public interface Move<E extends Event> {
    Step apply(Visit visit, E event);
}
