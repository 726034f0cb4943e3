package jp.madoguchi.kiosk.health;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import jp.madoguchi.devices.print.PrinterTrouble;
import jp.madoguchi.kiosk.terms.Obstacle;
import jp.madoguchi.kiosk.terms.Part;
import jp.madoguchi.kiosk.terms.Stage;

/**
 * How the kiosk is at one moment. Whoever shows or tells anything of that takes it from here. Immutable; nothing in it is of a
 * resident.
 *
 * @param at when it was made
 * @param started when the program was
 * @param since when {@code state} was last another one
 * @param stage where the visit stands that goes on, or waits
 * @param hoppers coins that are certain to be there for change, by what each is worth in yen
 * @param certificateEnds when the center stops knowing this kiosk, unless another certificate is laid there
 * @param stuck what does not move any more although it must, by the names of {@link Pulse}
 */
public record Health(
        String kiosk,
        Instant at,
        Instant started,
        State state,
        Instant since,
        Stage stage,
        Map<Part, PartHealth> parts,
        Map<Integer, Integer> hoppers,
        Owed owed,
        Instant certificateEnds,
        AuditState audit,
        Set<String> stuck) {
    /** What some visits in a row can want of one hopper: nine for each at most. */
    public static final int FEW_COINS = 20;

    private static final int SECONDS_OF_A_DAY = 86_400;

    public Health {
        parts = Map.copyOf(parts);
        hoppers = Map.copyOf(hoppers);
        stuck = Set.copyOf(stuck);
    }

    /** Whether it must be looked at: nobody is served, or soon nobody will be, until a person acts. */
    public boolean well() {
        return state == State.READY || state == State.SERVING;
    }

    /** Every obstacle, in the order of the enum. */
    public Set<Obstacle> obstacles() {
        EnumSet<Obstacle> all = EnumSet.noneOf(Obstacle.class);
        parts.values().forEach(part -> all.addAll(part.obstacles()));
        return all;
    }

    /** One that nobody has asked yet is in the way. */
    public PartHealth part(Part part) {
        return parts.getOrDefault(part, PartHealth.unasked(started));
    }

    /** The parts, in the order of the enum. */
    public Map<Part, PartHealth> inOrder() {
        return new TreeMap<>(parts);
    }

    /** The names of what is stuck, sorted. */
    public Set<String> stuckInOrder() {
        return new TreeSet<>(stuck);
    }

    public Level paper() {
        return level(Obstacle.PRINTER_OUT_OF_PAPER, PrinterTrouble.PAPER_LOW);
    }

    public Level toner() {
        return level(Obstacle.PRINTER_OUT_OF_TONER, PrinterTrouble.TONER_LOW);
    }

    /** A printer that cannot be asked may have any. */
    private Level level(Obstacle out, PrinterTrouble low) {
        PartHealth printer = part(Part.PRINTER);
        if (printer.obstacles().contains(out)) {
            return Level.OUT;
        }
        if (!printer.answers()) {
            return Level.UNKNOWN;
        }
        return printer.failures().contains(low) ? Level.LOW : Level.ENOUGH;
    }

    /**
     * Hoppers, by what a coin of theirs is worth in yen, in which fewer than {@link #FEW_COINS} are certain to be; none while there is
     * no change at all, which is said otherwise.
     */
    public SortedMap<Integer, Integer> fewCoins() {
        SortedMap<Integer, Integer> few = new TreeMap<>(hoppers);
        few.values().removeIf(coins -> coins >= FEW_COINS);
        return part(Part.CASH).obstacles().contains(Obstacle.CASH_NO_CHANGE) ? new TreeMap<>() : few;
    }

    /** Whole days; negative once it has ended. */
    public long certificateDays() {
        return Math.floorDiv(Duration.between(at, certificateEnds).toSeconds(), SECONDS_OF_A_DAY);
    }

    public Duration uptime() {
        return Duration.between(started, at);
    }
}
