package jp.madoguchi.kiosk.center;

/** By what kiosk and center know each other, which changes while the program runs. */
public interface CenterKeys {
    /** For whoever comes now. Any thread; never blocks. */
    CenterAccess now();

    /**
     * Looks whether other keys were laid there, and takes them up if they can be used. Called from the center's own thread while
     * nobody is there; blocks as long as one call of the center.
     *
     * @return whether others are used from now on
     */
    boolean look();
}
