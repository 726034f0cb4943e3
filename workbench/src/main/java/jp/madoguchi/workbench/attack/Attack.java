package jp.madoguchi.workbench.attack;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Map;
import jp.madoguchi.workbench.Visitor;

/**
 * One row of the table.
 *
 * @param name what is done, in words
 * @param scene what stands around the attacked visit
 * @param from the stage of the visit from which on it is done
 * @param resident who is attacked
 */
public record Attack(Hostile hostile, String name, Scene scene, String from, Deed deed, Resident resident, Must must) {

    /**
     * Who is attacked.
     *
     * @param card of the simulated center's people
     * @param acts what this resident does otherwise than a usual one, by stage
     */
    public record Resident(String card, Map<String, Visitor.Act> acts) {
        public Resident {
            acts = Map.copyOf(acts);
        }
    }

    /** What stands around the attacked visit. */
    public enum Scene {
        /** One kiosk, and nobody was there before. */
        ALONE,
        /** The same resident had the same certificate printed at this kiosk before. */
        SAME_RESIDENT_BEFORE,
        /** Another resident of the same name had the same certificate printed at this kiosk before. */
        NAMESAKE_BEFORE,
        /** The same resident asked for it in a visit before, and the answer never came. */
        ANSWER_LOST_BEFORE,
        /** Another resident stands before another kiosk and is as far. */
        TWO_KIOSKS
    }

    /** Turns what stands between kiosk and center hostile. */
    @FunctionalInterface
    public interface Deed {
        void begin(Field field) throws IOException, GeneralSecurityException;
    }

    Attack in(Scene other) {
        return new Attack(hostile, name, other, from, deed, resident, must);
    }

    Attack from(String stage) {
        return new Attack(hostile, name, scene, stage, deed, resident, must);
    }

    Attack whileAt(String stage, Visitor.Act act) {
        return on(new Resident(resident.card(), Map.of(stage, act)));
    }

    Attack on(Resident other) {
        return new Attack(hostile, name, scene, from, deed, other, must);
    }

    /** Its line of the table, in Markdown. */
    String row(int n) {
        return String.format("| %d | %s | %s | %s | %s |", n, hostile.words(), name, from, must);
    }

    @Override
    public String toString() {
        return hostile.words() + ": " + name;
    }
}
