package jp.madoguchi.kiosk.health;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.madoguchi.devices.DeviceFailure;
import jp.madoguchi.devices.cash.CashTrouble;
import jp.madoguchi.devices.print.PrinterTrouble;
import jp.madoguchi.kiosk.flow.Visit;
import jp.madoguchi.kiosk.terms.Language;
import jp.madoguchi.kiosk.terms.News;
import jp.madoguchi.kiosk.terms.Obstacle;
import jp.madoguchi.kiosk.terms.Part;
import jp.madoguchi.kiosk.terms.Readiness;
import jp.madoguchi.kiosk.terms.RequestId;
import jp.madoguchi.kiosk.terms.Stage;
import jp.madoguchi.kiosk.terms.VisitId;
import jp.madoguchi.kiosk.visit.Screen;

/** Kiosks that are well, and not. */
public final class Samples {
    static final Instant NOW = Instant.parse("2026-11-29T04:00:00Z");
    private static final SecureRandom RANDOM = new SecureRandom();

    static final AuditState WRITTEN =
            new AuditState(true, 1234, new AuditState.Handed(0, Optional.of(Instant.parse("2026-11-29T03:30:00Z"))));
    static final AuditState UNWRITTEN = new AuditState(false, 1200, new AuditState.Handed(3, Optional.empty()));

    private Samples() {}

    /** A kiosk that is waiting for the next resident. */
    public static Health ready() {
        return health(State.READY, Stage.WELCOME, Map.of(), Map.of(), Owed.NOTHING, Set.of());
    }

    /** Closed, with everything to tell that there can be. */
    public static Health closed() {
        return health(
                State.CLOSED,
                Stage.CLOSED,
                Map.of(
                        Part.PRINTER, Set.of(Obstacle.PRINTER_JAM, Obstacle.PRINTER_OUT_OF_PAPER),
                        Part.CENTER, Set.of(Obstacle.CENTER_UNREACHABLE)),
                Map.of(
                        Part.PRINTER, Set.of(PrinterTrouble.JAM, PrinterTrouble.OUT_OF_PAPER, PrinterTrouble.TONER_LOW),
                        Part.CASH, Set.of(CashTrouble.NEARLY_EMPTY)),
                new Owed(2, 700, 1),
                Set.of());
    }

    /** One whose printer's thread does not move. */
    public static Health stuck() {
        return health(State.STUCK, Stage.PRINT, Map.of(), Map.of(), Owed.NOTHING, Set.of("print"));
    }

    static Health health(
            State state,
            Stage stage,
            Map<Part, Set<Obstacle>> obstacles,
            Map<Part, Set<? extends DeviceFailure>> failures,
            Owed owed,
            Set<String> stuck) {
        Map<Part, PartHealth> parts = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            parts.put(
                    part,
                    new PartHealth(
                            obstacles.getOrDefault(part, Set.of()),
                            Set.copyOf(failures.getOrDefault(part, Set.of())),
                            NOW.minusSeconds(600)));
        }
        return new Health(
                "K-0001",
                NOW,
                NOW.minusSeconds(7200),
                state,
                NOW.minusSeconds(600),
                stage,
                parts,
                Map.of(100, 48, 10, 37),
                owed,
                Instant.parse("2027-01-28T04:00:00Z"),
                state == State.CLOSED ? UNWRITTEN : WRITTEN,
                stuck);
    }

    /** A screen at its first stage with these parts. */
    static Screen screen(Readiness readiness) {
        return new Screen(
                Visit.waiting(VisitId.random(RANDOM), RequestId.random(RANDOM), Language.JA, readiness, false, false),
                1,
                1);
    }

    static Readiness allReady() {
        Map<Part, Set<Obstacle>> none = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            none.put(part, Set.of());
        }
        return new Readiness(none, News.NONE);
    }

    /** A clock in a test's hand. */
    static final class HandClock extends Clock {
        private Instant now = NOW;

        void advance(long seconds) {
            now = now.plusSeconds(seconds);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
