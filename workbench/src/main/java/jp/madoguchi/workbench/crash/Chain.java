package jp.madoguchi.workbench.crash;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.madoguchi.kiosk.Kiosk;
import jp.madoguchi.kiosk.ledger.Fact;
import jp.madoguchi.workbench.ScreenClient;
import jp.madoguchi.workbench.campaign.Paperwork;

/**
 * Plans one after the other in one world that lives on. The start that settles a stop is the one that serves the next visit. One
 * thread.
 */
final class Chain {
    private static final Duration BLINK = Duration.ofMillis(50);
    private static final int MOST_BLINKS = 1200;

    /** A program is gone a moment before its kill is over. */
    private static final Duration DYING = Duration.ofSeconds(10);

    /** In which a start meets the world as the stop has left it, before staff put it right. */
    private static final Duration NOBODY_COMES = Duration.ofMillis(700);

    /** What a program still does that cannot write any more. */
    private static final Duration GOES_ON = Duration.ofMillis(1500);

    private static final int MOST_STARTS = 4;
    private static final int MOST_VISITS = 3;

    private final Machine machine;
    private final Place place;

    Chain(Machine machine) {
        this.machine = machine;
        this.place = machine.place();
    }

    /** A visit that nothing stops: its steps, and how long it takes. */
    record Undisturbed(List<Step> steps, Duration length) {}

    Undisturbed undisturbed(Scenario scenario) throws IOException, InterruptedException {
        Run run = settled(Optional.empty(), false);
        if (!run.broken.isEmpty()) {
            throw new IllegalStateException(scenario + ": " + run.broken);
        }
        run.now.orElseThrow().gate().mark().visit(Optional.empty());
        long begin = System.nanoTime();
        visit(run.now.orElseThrow(), scenario);
        Duration length = Duration.ofNanos(System.nanoTime() - begin);
        awaitUntilReported(run.now.orElseThrow());
        List<Step> seen = run.now.orElseThrow().gate().mark().seen();
        machine.gate().shut();
        return new Undisturbed(seen, length);
    }

    /**
     * Plays plans in their order; stops at the first that breaks a rule, since from there on the books are wrong.
     *
     * @param first number of the first plan
     */
    List<Row> play(List<Plan> plans, int first) throws IOException, InterruptedException {
        List<Row> rows = new ArrayList<>();
        Run run = settled(Optional.empty(), false);
        if (!run.broken.isEmpty()) {
            throw new IllegalStateException("before anything was stopped: " + run.broken);
        }
        Reckoning.Standing before = standing();
        for (int i = 0; i < plans.size() && run.now.isPresent(); i++) {
            Plan plan = plans.get(i);
            Optional<String> stopped = Optional.empty();
            List<String> broken = new ArrayList<>();
            try {
                stopped = stopped(plan, run.now.get());
                run = settled(plan.early(), plan.mishap() == Mishap.DISK_FULL_AT_START);
                broken.addAll(run.broken);
                if (broken.isEmpty()) {
                    broken.addAll(Reckoning.broken(before, standing(), plan));
                }
                if (broken.isEmpty() && i == plans.size() - 1) {
                    broken.addAll(last(run.now.orElseThrow()));
                }
            } catch (IOException | RuntimeException died) {
                broken.add("the campaign cannot go on: " + died);
            }
            if (!broken.isEmpty()) {
                broken.add("what happened: " + Reckoning.Happened.in(place).words());
                broken.add("what is written: " + accounts());
                broken.add("its threads: " + run.now.map(Machine.Run::threads).orElse(""));
            }
            rows.add(new Row(first + i, plan, stopped, run.early, outcome(before), broken));
            before = standing();
            if (!broken.isEmpty()) {
                break;
            }
        }
        return rows;
    }

    /** Plays the visit of a plan until the program is stopped; answers where. */
    private Optional<String> stopped(Plan plan, Machine.Run run) throws IOException, InterruptedException {
        Gate gate = run.gate();
        if (plan.mishap() == Mishap.DISK_FILLS) {
            gate.fillsInstead();
        }
        gate.mark().visit(plan.step());
        if (plan.step().isEmpty()) {
            place.later(plan.instant(), gate::shut);
        }
        visit(run, plan.scenario());
        if (plan.step().isPresent() && !gate.isShut() && !gate.isDiskFull()) {
            awaitUntilReported(run);
        }
        if (gate.isDiskFull() && gate.await(GOES_ON)) {
            throw new IllegalStateException("a disk that is full stops nobody");
        }
        boolean atInstant = plan.step().isEmpty() && gate.isShut();
        gate.shut();
        plan.mishap().strikes(place);
        return atInstant ? Optional.of("an instant") : gate.mark().hit().map(Step::toString);
    }

    private void visit(Machine.Run run, Scenario scenario) throws IOException, InterruptedException {
        try (ScreenClient screen = run.screen()) {
            boolean whole = new Guest(place, run.gate(), screen).visit(scenario);
            assert whole || run.gate().isShut() : "a visit is played to its end or stopped";
        } catch (Guest.StandsStill | IOException still) {
            // What cannot write any more may; whatever else it is, it is seen by what it leaves in the books.
            if (!run.gate().isDiskFull() && !run.gate().await(DYING)) {
                throw new IllegalStateException(scenario + ": " + still.getMessage(), still);
            }
        }
    }

    /** A program that serves again, or what keeps it from that. */
    private record Run(Optional<Machine.Run> now, Optional<String> early, List<String> broken) {}

    /** Starts the program, in a world that is put right a moment later, until it serves. It is stopped in it once at most. */
    private Run settled(Optional<Mark.Early> stop, boolean diskFull) throws IOException, InterruptedException {
        Optional<String> early = Optional.empty();
        place.awaitMotors();
        int paidOut = place.paidOut();
        Optional<Mark.Early> next = stop;
        for (int starts = 0; starts < MOST_STARTS; starts++) {
            Mark mark = next.map(Mark::early).orElseGet(Mark::late);
            next = Optional.empty();
            try {
                Machine.Run run = machine.start(mark, diskFull && starts == 0);
                boolean again = run.gate().await(NOBODY_COMES);
                run.gate().fill(false);
                place.putRight(again);
                boolean serves = !again && serves(run);
                List<String> broken = inAnEmptyRoom(place.paidOut() - paidOut, mark);
                if (!broken.isEmpty() || (serves && begins(run.gate(), DYING))) {
                    return new Run(Optional.of(run), early, broken);
                }
            } catch (Kiosk.Unusable unusable) {
                if (!machine.gate().isShut()) {
                    return new Run(Optional.empty(), early, List.of("does not start: " + unusable.getMessage()));
                }
            } catch (Guest.StandsStill still) {
                return new Run(Optional.empty(), early, List.of(String.valueOf(still.getMessage())));
            }
            early = mark.hit().map(Step::toString);
        }
        return new Run(Optional.empty(), early, List.of("is not ready after " + MOST_STARTS + " starts"));
    }

    /** Between a stop and the next welcome nobody is there: no coin comes out, and no slip. */
    static List<String> inAnEmptyRoom(int paid, Mark mark) {
        List<String> broken = new ArrayList<>();
        if (paid != 0) {
            broken.add(paid + " yen were paid to an empty room");
        }
        if (mark.last(Fact.ClaimSlipIntended.class.getSimpleName()) > 0) {
            broken.add("a slip was printed in an empty room");
        }
        return broken;
    }

    private boolean serves(Machine.Run run) throws IOException, InterruptedException, Guest.StandsStill {
        try (ScreenClient screen = run.screen()) {
            return new Guest(place, run.gate(), screen).awaitWelcome() && awaitUntilEnded(run);
        } catch (IOException gone) {
            if (run.gate().await(DYING)) {
                return false;
            }
            throw gone;
        }
    }

    /**
     * No step of the start counts any more. Whether it was stopped by none: one that was hit a moment ago stops the program only
     * when what is on the disk has been copied; and a request that was to be stopped after the printer had it stops nothing when
     * the printer is away.
     */
    static boolean begins(Gate gate, Duration dying) throws InterruptedException {
        gate.mark().visit(Optional.empty());
        return gate.mark().hit().isEmpty() || !gate.await(dying);
    }

    private boolean awaitUntilEnded(Machine.Run run) throws InterruptedException {
        for (int blinks = 0;
                blinks < MOST_BLINKS
                        && accounts().stream().anyMatch(each -> each.of("Ended").isEmpty());
                blinks++) {
            if (run.gate().await(BLINK)) {
                return false;
            }
        }
        return true;
    }

    private void awaitUntilReported(Machine.Run run) throws InterruptedException {
        for (int blinks = 0;
                blinks < MOST_BLINKS && !Reckoning.unreported(accounts()).isEmpty();
                blinks++) {
            if (run.gate().await(BLINK)) {
                return;
            }
        }
    }

    /**
     * Nothing stops the last one: somebody is served as ever, and the center hears of all. On a busy machine a device may not answer
     * in time, and the money goes back: then another one comes.
     */
    private List<String> last(Machine.Run run) throws IOException, InterruptedException {
        Plan undisturbed = new Plan(Scenario.CHANGE, Optional.empty(), Duration.ZERO, Mishap.NONE, Optional.empty());
        run.gate().mark().visit(Optional.empty());
        List<String> broken = new ArrayList<>();
        String outcome = "";
        for (int visits = 0; visits < MOST_VISITS && broken.isEmpty() && !outcome.equals("delivered"); visits++) {
            Reckoning.Standing before = standing();
            visit(run, undisturbed.scenario());
            awaitUntilReported(run);
            broken.addAll(Reckoning.broken(before, standing(), undisturbed));
            broken.addAll(Reckoning.unreported(accounts()));
            outcome = outcome(before);
        }
        if (!outcome.equals("delivered")) {
            broken.add("the visit after the last stop: " + outcome);
        }
        return broken;
    }

    private Reckoning.Standing standing() {
        return Reckoning.Standing.of(place, machine.data());
    }

    private List<Account> accounts() {
        return Account.all(Paperwork.of(machine.data()));
    }

    /** Of the visits since then: the worst of it. */
    private String outcome(Reckoning.Standing before) {
        return accounts().stream()
                .skip(before.accounts().size())
                .map(Account::outcome)
                .reduce((one, next) -> next.startsWith("claim") ? next : one)
                .orElse("nothing ordered");
    }
}
