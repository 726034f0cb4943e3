package jp.madoguchi.workbench.crash;

/**
 * Where the program is stopped.
 *
 * @param name of a fact that is written, or of an exchange with a device or the center
 * @param nth of that name in a visit, from 1
 */
public record Step(String name, int nth, Moment moment) {
    @Override
    public String toString() {
        return name + " #" + nth + " " + moment;
    }
}
