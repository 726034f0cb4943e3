package jp.madoguchi.workbench.crash;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import jp.madoguchi.simulators.cash.World;
import jp.madoguchi.simulators.center.OutcomeRecord;
import jp.madoguchi.simulators.printer.PrintedJob;
import jp.madoguchi.workbench.campaign.Paperwork;

/**
 * Holds what the ledger says against what really happened. What came of one stop is judged by what came since the one before: a
 * doubt that one visit was allowed excuses no other.
 */
final class Reckoning {
    private static final String DOCUMENT = "D-";
    private static final String SLIP = "C-";

    private final Standing before;
    private final Happened world;
    private final List<Account> accounts;
    private final Plan plan;
    private final List<String> broken = new ArrayList<>();

    private Reckoning(Standing before, Standing now, Plan plan) {
        this.before = before;
        this.world = now.world();
        this.accounts = now.accounts();
        this.plan = plan;
    }

    /**
     * What happened since the place was made, whatever any program says of it. Amounts in yen.
     *
     * @param offered to the slots
     * @param paidOut by the hoppers
     * @param jobs of which the printer received a document
     * @param outcomes that the center has recorded
     * @param noCoinYet since the devices got their current
     */
    record Happened(
            int offered,
            int paidOut,
            World money,
            List<PrintedJob> jobs,
            List<OutcomeRecord> outcomes,
            boolean noCoinYet) {
        static Happened in(Place place) {
            return new Happened(
                    place.offered(),
                    place.paidOut(),
                    place.world().cash().world(),
                    place.world().printer().printed(),
                    place.world().center().records(),
                    place.noCoinYet());
        }

        int taken() {
            return money.cashbox() + money.stacker();
        }

        String words() {
            return "offered " + offered + ", taken " + taken() + ", paid out " + paidOut + ", sides "
                    + jobs.stream()
                            .map(job -> job.name() + ":" + job.impressions())
                            .collect(Collectors.joining(" "))
                    + ", center has " + outcomes.size() + " outcomes";
        }
    }

    /** The world and the ledger at one time. */
    record Standing(Happened world, List<Account> accounts) {
        /** The ledger is read first: what is told to the center meanwhile is there, and not yet said to be. */
        static Standing of(Place place, Path data) {
            List<Account> accounts = Account.all(Paperwork.of(data));
            return new Standing(Happened.in(place), accounts);
        }

        int sum(ToIntFunction<Account> amount) {
            return accounts.stream().mapToInt(amount).sum();
        }

        /** Whether this was so of the visit. */
        boolean was(Account account, Predicate<Account> so) {
            return accounts.stream().anyMatch(each -> each.visit().equals(account.visit()) && so.test(each));
        }
    }

    /**
     * The rules that are broken, in words, while a report may still be on its way to the center.
     *
     * @param before the plan was played
     * @param plan what was done to the program since
     */
    static List<String> broken(Standing before, Standing now, Plan plan) {
        Reckoning reckoning = new Reckoning(before, now, plan);
        reckoning.ends();
        reckoning.doubts();
        reckoning.money();
        reckoning.intents();
        reckoning.paper();
        reckoning.slips();
        reckoning.reports();
        return reckoning.broken;
    }

    /** Those that hold once every report has been acknowledged. */
    static List<String> unreported(List<Account> accounts) {
        List<String> missing = new ArrayList<>();
        for (Account each : accounts) {
            if (each.of("Reported").isEmpty()) {
                missing.add(name(each) + " was never reported");
            }
        }
        return missing;
    }

    private void check(boolean holds, String rule) {
        if (!holds) {
            broken.add(rule);
        }
    }

    private static String name(Account account) {
        return "visit " + account.visit().substring(0, 8);
    }

    /** Of the whole ledger, since the stop before. */
    private int since(ToIntFunction<Account> amount) {
        return accounts.stream().mapToInt(amount).sum() - before.sum(amount);
    }

    /** inserted = kept + returned + owed, of facts that the ends are not made of; and every owed yen is a claim. */
    private void ends() {
        for (Account each : accounts) {
            Optional<JsonNode> end = each.last("Ended");
            if (end.isEmpty()) {
                broken.add(name(each) + " has no end");
                continue;
            }
            int inserted = end.get().path("inserted").asInt();
            int kept = end.get().path("kept").asInt();
            int returned = end.get().path("returned").asInt();
            int owed = end.get().path("owed").asInt();
            check(inserted == kept + returned + owed && owed >= 0, name(each) + " does not balance: " + end.get());
            check(inserted == each.inserted(), name(each) + ": " + each.inserted() + " yen went in: " + end.get());
            check(returned == each.paid(), name(each) + ": " + each.paid() + " yen came out: " + end.get());
            check(kept == (each.printed() ? each.fee() : 0), name(each) + " keeps " + kept + " of " + each.fee());
            Optional<JsonNode> claim = each.last("Claimed");
            check(
                    claim.map(said -> said.path("owed").asInt()).orElse(0) == owed,
                    name(each) + " owes " + owed + " and claims " + claim);
            check(
                    (each.doubtful() == 0 && !each.uncounted())
                            || claim.filter(said -> !said.path("certain").asBoolean())
                                    .isPresent(),
                    name(each) + " is in doubt and claims " + claim);
        }
    }

    /**
     * Who has lost no current knows how much went in and came out, and what was printed. An acceptor that counts from 0 may have lost
     * it; and a printer that has never heard of a job may as well have forgotten it.
     */
    private void doubts() {
        boolean mayDoubt = plan.mayDoubt() || world.noCoinYet();
        for (Account each : accounts) {
            check(
                    mayDoubt || !each.inDoubt() || before.was(each, Account::inDoubt),
                    name(each) + " is in doubt, and every device could say: " + each);
            check(
                    plan.mayNotKnowPaper()
                            || !each.paperUnknown()
                            || !received(each)
                            || before.was(each, Account::paperUnknown),
                    name(each) + " does not know its paper, and the printer did: " + each);
        }
    }

    private boolean received(Account account) {
        return world.jobs().stream().anyMatch(job -> job.name().equals(DOCUMENT + account.request()));
    }

    /** What is in the machine is what it kept and what it owes. */
    private void money() {
        int uncounted = since(each -> each.uncounted() ? 1 : 0);
        int credited = since(Account::inserted);
        int taken = world.taken() - before.world().taken();
        check(
                credited == taken || (uncounted > 0 && credited < taken),
                taken + " yen were taken, " + credited + " are in the ledger");
        int paid = since(Account::paid);
        int doubtful = since(Account::doubtful);
        int paidOut = world.paidOut() - before.world().paidOut();
        check(
                paid <= paidOut && paidOut <= paid + doubtful,
                paidOut + " yen came out, the ledger has " + paid + " and doubts " + doubtful);
        int owed = since(Account::owed);
        int held = credited - paidOut - since(Account::kept);
        check(
                held <= owed && owed - doubtful <= held,
                held + " yen of residents are in the machine, " + owed + " are owed");
        check(world.money().escrow() == 0, world.money().escrow() + " yen are left in escrow");
        int through = world.offered() - world.taken() - world.money().escrow();
        check(
                world.money().tray() == through + world.paidOut(),
                world.money().tray() + " yen lie in the tray, and not " + (through + world.paidOut()));
    }

    /** What announces an act is there whenever the act is. */
    private void intents() {
        for (Account each : accounts) {
            int intended = each.sum("PayOutIntended", "yen");
            check(each.paid() <= intended, name(each) + " paid " + each.paid() + " yen, announced " + intended);
        }
        // A note of which only the next run heard that it was stacked stands under a visit of its own.
        int held = since(each -> each.sum("NoteHeld", "yen"));
        int stacked = world.money().stacker() - before.world().money().stacker();
        check(stacked <= held, stacked + " yen of notes were stacked, " + held + " were announced");
        int intended = since(each -> each.sum("PayOutIntended", "yen"));
        int paidOut = world.paidOut() - before.world().paidOut();
        check(paidOut <= intended, paidOut + " yen came out, " + intended + " were announced");
    }

    /** At most one print for each paid copy, none without payment, and none that was not announced. */
    private void paper() {
        Map<String, Account> byJob = accounts.stream()
                .filter(each -> !each.of("PrintIntended").isEmpty())
                .collect(Collectors.toMap(each -> DOCUMENT + each.request(), Function.identity(), (one, two) -> one));
        Map<String, List<PrintedJob>> jobs = world.jobs().stream()
                .filter(job -> job.name().startsWith(DOCUMENT))
                .collect(Collectors.groupingBy(PrintedJob::name));
        jobs.forEach((name, received) -> {
            Account account = byJob.get(name);
            if (account == null) {
                broken.add(name + " was sent and never announced");
            } else {
                paper(account, name, received);
            }
        });
        byJob.forEach((name, account) -> check(
                jobs.containsKey(name) || !account.printed(), name(account) + " says it printed, and nothing came"));
    }

    private void paper(Account account, String name, List<PrintedJob> received) {
        int sides = received.stream().mapToInt(PrintedJob::impressions).sum();
        int asked = account.sum("PrintIntended", "sides");
        check(received.size() == 1, name + " was sent " + received.size() + " times");
        check(account.of("PrintIntended").size() == 1, name + " was announced more than once");
        check(sides <= asked, name + " has " + sides + " sides, paid are " + asked);
        check(
                sides == 0 || account.inserted() - account.paid() >= account.fee(),
                name + " has " + sides + " sides for " + (account.inserted() - account.paid()) + " of " + account.fee()
                        + " yen");
        String said = account.paper();
        boolean fits = switch (said) {
            case "PRINTED" -> sides == asked;
            case "NOT_PRINTED" -> sides == 0;
            default -> said.equals("UNKNOWN");
        };
        check(fits, name + " is said to be " + said + ", and " + sides + " of " + asked + " sides came out");
    }

    /** One slip for each claim at most, and none that was not announced. */
    private void slips() {
        Map<String, List<PrintedJob>> slips = world.jobs().stream()
                .filter(job -> job.name().startsWith(SLIP))
                .collect(Collectors.groupingBy(PrintedJob::name));
        slips.forEach(
                (name, received) -> check(received.size() == 1, name + " was sent " + received.size() + " times"));
        for (Account each : accounts) {
            check(
                    !slips.containsKey(SLIP + each.visit())
                            || !each.of("ClaimSlipIntended").isEmpty(),
                    name(each) + " has a slip that was never announced");
        }
    }

    /** The center has of each visit what the ledger said when it was told, and of no other visit anything. */
    private void reports() {
        Map<String, OutcomeRecord> told =
                world.outcomes().stream().collect(Collectors.toMap(OutcomeRecord::visit, Function.identity()));
        for (Account each : accounts) {
            OutcomeRecord record = told.remove(each.visit());
            check(each.of("Reported").size() <= 1, name(each) + " was acknowledged twice");
            check(each.of("ReportRefused").isEmpty(), name(each) + " was refused by the center: " + record);
            check(each.of("Reported").isEmpty() || record != null, name(each) + " is not known to the center");
            if (record != null) {
                check(
                        each.of("Ended").stream().anyMatch(end -> same(end, record)),
                        name(each) + " is another one at the center: " + record);
            }
        }
        check(told.isEmpty(), "the center knows of visits that the ledger does not: " + told.keySet());
    }

    private static boolean same(JsonNode end, OutcomeRecord record) {
        return end.path("request").asText().equals(record.request().orElse(""))
                && end.path("result").asText().equals(record.result().wireName())
                && end.path("inserted").asInt() == record.inserted()
                && end.path("kept").asInt() == record.kept()
                && end.path("returned").asInt() == record.returned()
                && end.path("owed").asInt() == record.owed();
    }
}
