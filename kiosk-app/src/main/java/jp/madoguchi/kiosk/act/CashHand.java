package jp.madoguchi.kiosk.act;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import jp.madoguchi.devices.cash.CashDevice;
import jp.madoguchi.devices.cash.CashEvent;
import jp.madoguchi.devices.cash.CashOutcome;
import jp.madoguchi.devices.cash.CashStatus;
import jp.madoguchi.devices.cash.CashTrouble;
import jp.madoguchi.devices.cash.CashUnit;
import jp.madoguchi.devices.cash.CashWitness;
import jp.madoguchi.devices.cash.Yen;
import jp.madoguchi.kiosk.flow.Event;
import jp.madoguchi.kiosk.health.Pulse;
import jp.madoguchi.kiosk.ledger.Doubt;
import jp.madoguchi.kiosk.ledger.Fact;
import jp.madoguchi.kiosk.ledger.Interruption;
import jp.madoguchi.kiosk.ledger.Ledger;
import jp.madoguchi.kiosk.ledger.LedgerUnavailable;
import jp.madoguchi.kiosk.ledger.OpenPayOut;
import jp.madoguchi.kiosk.staff.Tested;
import jp.madoguchi.kiosk.terms.Obstacle;
import jp.madoguchi.kiosk.terms.Part;
import jp.madoguchi.kiosk.terms.VisitId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Owns the cash unit: opens and shuts the slots, and gives money back. Every amount is in the ledger before it counts. */
final class CashHand implements CashWitness, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CashHand.class);

    /** So often a device that is silent as the slots are shut is asked before it is given up for this visit. */
    private static final int LOOKS = 3;

    private static final Duration LOOK = Duration.ofSeconds(2);
    /** Of any pay-out: the hoppers' own limits are far below. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    /**
     * So often a device is asked what it paid, or took, before the program stopped, some two minutes: a cash unit that was switched on
     * with the kiosk starts up.
     */
    static final int PATIENT_LOOKS = 60;

    /** After so many the screen no longer says that the kiosk is starting. */
    private static final int FEW_LOOKS = 5;

    private final Desk desk;
    private final CurrentVisit current;
    private final HopperCounts hoppers;
    private final CashUnit unit;
    private final Worker worker;
    private final Unwritten unwritten;
    private final InterruptedPayOuts interrupted;
    private final StatusLog told = new StatusLog("cash unit");
    private boolean slotOpen;
    private int looks;

    /** For whom the slots were opened, until every one is known to be shut and its money told. */
    private volatile Optional<VisitId> payer;

    /** Whether an earlier run of the program opened them: then nobody is there any more. */
    private volatile boolean earlier;

    /** They are being opened: what a device had to tell when it was found for that is not the payer's. */
    private volatile boolean opening;

    /**
     * @param interrupted pay-outs of an earlier run, to be asked after first
     * @param unit is given this hand as the witness of its money
     */
    CashHand(Desk desk, CurrentVisit current, HopperCounts hoppers, List<OpenPayOut> interrupted, CashUnitMaker unit) {
        this.desk = desk;
        this.hoppers = hoppers;
        this.current = current;
        this.unwritten = desk.unwritten();
        this.payer = desk.ledger().payer();
        this.earlier = payer.isPresent();
        this.interrupted = new InterruptedPayOuts(interrupted, desk, hoppers);
        this.unit = unit.make(this);
        this.worker = new Worker("cash", desk.posts(), LOOK, this::look);
    }

    void start() {
        worker.start();
    }

    Pulse pulse() {
        return worker.pulse(LONGEST);
    }

    /**
     * Opens the slots only when whatever is paid towards {@code fee} could be given back or changed, and when nothing of another
     * visit's money can still come.
     */
    void openSlot(VisitId visit, Yen fee) {
        worker.submit(visit, () -> {
            if (payer.isPresent()) {
                told.now(unit.status()); // an earlier payer's money is told now, or later
                releasePayer();
            }
            if (payer.isPresent()) {
                LOG.warn("visit {}: the slots stay shut: money of visit {} may still be told", visit, payer.get());
                desk.posts().post(visit, new Event.CashFailed(CashTrouble.PART_SILENT));
                return;
            }
            unwritten.writeNow(visit, new Fact.SlotsOpened());
            payer = Optional.of(visit);
            earlier = false;
            opening = true;
            CashStatus status;
            try {
                status = unit.accept(fee);
            } finally {
                opening = false;
            }
            slotOpen = status instanceof CashStatus.Ready;
            if (!slotOpen) {
                releasePayer();
            }
            desk.posts().post(visit, slotOpen ? new Event.SlotOpened() : failed(status));
        });
    }

    /** An earlier run's visit is closed only then. What the ledger refuses now is written at a later look. */
    private void releasePayer() {
        if (payer.isEmpty() || !unit.unsettled().isEmpty()) {
            return;
        }
        VisitId visit = payer.get();
        boolean ofAnEarlierRun = earlier;
        payer = Optional.empty();
        earlier = false; // what comes from now on is somebody's who is there
        unwritten.add(visit, new Fact.SlotsShut());
        if (ofAnEarlierRun) {
            interrupted.toClose(visit);
        }
        try {
            interrupted.close();
        } catch (LedgerUnavailable failure) {
            LOG.error("visit {}: that the slots are shut is not recorded yet", visit, failure);
        }
    }

    /**
     * A device that stays silent may never tell what an earlier run's visit paid: the visit is closed without it, in doubt. What it
     * tells when it is back is still that visit's. Throws {@code LedgerUnavailable}: then it is done at a later look.
     */
    private void closeUnheard() {
        if (payer.isEmpty() || !earlier) {
            return;
        }
        VisitId visit = payer.get();
        List<Fact> facts = desk.ledger().facts(visit);
        String silent = silent(facts);
        if (!silent.isEmpty() && !isGivenUp(facts)) {
            LOG.error("visit {}: nobody knows what it paid: {} has not told", visit, silent);
            unwritten.writeNow(
                    visit,
                    new Fact.CashBroken(CashTrouble.EVENTS_LOST.name(), silent + " has not told what it took", true));
        }
        Interruption.closeUnheard(desk.ledger(), visit);
    }

    void shutSlot(VisitId visit) {
        worker.submit(visit, () -> {
            slotOpen = false;
            try {
                CashStatus status = unit.stop();
                if (status instanceof CashStatus.NotReady trouble) {
                    LOG.warn("visit {}: the slot is shut with trouble: {}", visit, trouble);
                }
                for (int looks = 0; looks < LOOKS && !unit.unsettled().isEmpty(); looks++) {
                    CashStatus again = unit.status(); // tells what it hears on the way
                    LOG.info("visit {}: asked again what fell last: {}", visit, again);
                }
                releasePayer();
                tellUnheard();
            } finally {
                // Whatever the unit says of itself: the money goes back, and a coin told later is a claim.
                desk.posts().post(visit, new Event.SlotShut());
            }
        });
    }

    /** A device stays silent as the slots are shut: what fell last may be told when nobody is there. The resident gets a number now. */
    private void tellUnheard() {
        if (payer.isEmpty() || earlier) {
            return;
        }
        try {
            List<Fact> facts = desk.ledger().facts(payer.get());
            String silent = silent(facts);
            if (!silent.isEmpty() && !Doubt.ofMoneyIn(facts)) {
                broken(new CashEvent.Broken(CashTrouble.EVENTS_LOST, silent + " has not told what it took"));
            }
        } catch (LedgerUnavailable failure) {
            LOG.error("visit {}: nobody knows whether it paid more", payer.get(), failure);
        }
    }

    /** The devices that may have taken money and do not tell. */
    private String silent(List<Fact> facts) {
        return unit.unsettled().stream()
                .filter(device -> mayHaveTaken(device, facts))
                .map(device -> device.name().toLowerCase(Locale.ROOT))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static Event failed(CashStatus status) {
        return new Event.CashFailed(((CashStatus.NotReady) status).trouble());
    }

    /**
     * Money is told to the visit that opened the slots, over or not; if they were shut, to the one that is there when it comes.
     * Recorded or not, it is the resident's and is shown.
     */
    @Override
    public void happened(CashEvent event) {
        if (event instanceof CashEvent.Inserted inserted) {
            VisitId visit = payer.orElseGet(current::id);
            unwritten.add(
                    visit,
                    new Fact.CoinInserted(
                            inserted.money().amount(),
                            inserted.counter(),
                            inserted.device().name()));
            if (!earlier) {
                desk.posts().post(visit, new Event.CoinInserted(inserted.money()));
            }
            try {
                unwritten.write();
            } catch (LedgerUnavailable failure) {
                LOG.error("visit {}: money is not recorded yet: {}", visit, inserted, failure);
                desk.posts().post(visit, new Event.LedgerFailed());
            }
        } else if (event instanceof CashEvent.Taking taking) {
            payer.ifPresent(visit -> desk.posts().post(visit, new Event.SlotTakes(taking.money())));
        } else if (event instanceof CashEvent.Broken broken) {
            broken(broken);
        } else if (event instanceof CashEvent.Restarted restarted) {
            restarted(restarted.device());
        } else if (event instanceof CashEvent.Rejected rejected) {
            handedBack(rejected);
        } else if (event instanceof CashEvent.Counting counting) {
            unwritten.writeNow(
                    Ledger.NO_VISIT, new Fact.CounterSeen(counting.device().name(), counting.counter()));
        }
    }

    /** With the slots shut it is nobody's money, and for the staff to look into. */
    private void broken(CashEvent.Broken broken) {
        VisitId visit = payer.orElse(Ledger.NO_VISIT);
        boolean uncounted = uncounted(broken.trouble());
        LOG.warn("visit {}: the slots are broken: {} {}", visit, broken.trouble(), broken.detail());
        unwritten.add(visit, new Fact.CashBroken(broken.trouble().name(), broken.detail(), uncounted));
        if (!visit.equals(Ledger.NO_VISIT) && !earlier) {
            desk.posts()
                    .post(
                            visit,
                            uncounted
                                    ? new Event.MoneyUncounted(broken.trouble())
                                    : new Event.CashFailed(broken.trouble()));
        }
        try {
            unwritten.write();
        } catch (LedgerUnavailable failure) {
            LOG.error("visit {}: that the slots are broken is not recorded yet", visit, failure);
        }
    }

    private void restarted(CashDevice device) {
        boolean uncounted = payer.filter(visit -> !opening)
                .map(visit -> desk.ledger().facts(visit))
                .filter(facts -> mayHaveTaken(device, facts) && !isGivenUp(facts))
                .isPresent();
        if (uncounted) {
            broken(new CashEvent.Broken(CashTrouble.EVENTS_LOST, "it lost power while it was open"));
        }
    }

    /** A doubt of an earlier run's money is told once: people may have settled it meanwhile. */
    private boolean isGivenUp(List<Fact> facts) {
        return earlier && Doubt.ofMoneyIn(facts);
    }

    /** Before a note is stacked it is announced; a coin that fell a moment before the current failed nobody may have heard of. */
    private static boolean mayHaveTaken(CashDevice device, List<Fact> facts) {
        return device == CashDevice.COIN || Interruption.noteInEscrow(facts).isPresent();
    }

    /** Whether money may have gone in that was neither told nor given back. */
    private static boolean uncounted(CashTrouble trouble) {
        return switch (trouble) {
            case EVENTS_LOST, NOTE_JAM, UNSUITABLE -> true;
            default -> false;
        };
    }

    /** Nobody's money, and over: only the next start of the program would like to know. */
    private void handedBack(CashEvent.Rejected rejected) {
        try {
            unwritten.writeNow(
                    Ledger.NO_VISIT, new Fact.CounterSeen(rejected.device().name(), rejected.counter()));
        } catch (LedgerUnavailable failure) {
            LOG.warn("the counter {} of {} is not recorded", rejected.counter(), rejected.device(), failure);
        }
    }

    @Override
    public Routing held(Yen note, int counter) {
        VisitId visit = payer.orElseGet(current::id);
        try {
            unwritten.writeNow(visit, new Fact.NoteHeld(note.amount(), counter));
            return Routing.STACK;
        } catch (LedgerUnavailable failure) {
            LOG.error("visit {}: a note of {} yen could not be recorded and goes back", visit, note.amount(), failure);
            desk.posts().post(visit, new Event.LedgerFailed());
            return Routing.RETURN;
        }
    }

    /** Answers always: what cannot be recorded beforehand is not paid, and what cannot be known is unknown. */
    void payOut(VisitId visit, Yen amount) {
        worker.submit(visit, () -> {
            CashOutcome outcome = payOutNow(visit, amount);
            LOG.info("visit {}: pay-out of {} yen: {}", visit, amount.amount(), outcome);
            try {
                unwritten.add(visit, ended(outcome)); // behind what its hoppers paid
                unwritten.write();
            } finally {
                desk.posts().post(visit, new Event.PaidOut(outcome));
            }
        });
    }

    private CashOutcome payOutNow(VisitId visit, Yen amount) {
        try {
            boolean settled =
                    interrupted.settle(unit, true); // a count that moves on tells nothing of the earlier pay-out
            if (!settled) {
                throw new IllegalStateException("an interrupted pay-out was left open");
            }
            unwritten.write(); // no money goes out before all that came in is in the ledger
            return unit.payOut(amount, new WrittenPayOut(visit, unwritten, hoppers));
        } catch (LedgerUnavailable failure) {
            LOG.error("visit {}: a pay-out could not be recorded and was not made", visit, failure);
            return new CashOutcome.Partial(Yen.ZERO, amount, CashTrouble.WITHHELD);
        } catch (RuntimeException defect) {
            LOG.error("visit {}: a pay-out met a defect of the program", visit, defect);
            return new CashOutcome.Unknown(Yen.ZERO, amount, Yen.ZERO, "defect");
        }
    }

    private static Fact ended(CashOutcome outcome) {
        if (outcome instanceof CashOutcome.Paid paid) {
            return new Fact.PayOutEnded(paid.paid().amount(), 0, true);
        }
        if (outcome instanceof CashOutcome.Partial partial) {
            return new Fact.PayOutEnded(partial.paid().amount(), partial.owed().amount(), true);
        }
        CashOutcome.Unknown unknown = (CashOutcome.Unknown) outcome;
        return new Fact.PayOutEnded(unknown.paid().amount(), unknown.open().amount(), false);
    }

    CompletableFuture<Void> looked() {
        return worker.looked();
    }

    /** Asks how it is. Nothing is opened and nothing paid. */
    CompletableFuture<Tested> test(BooleanSupplier idle) {
        return worker.test(Part.CASH, idle, () -> {
            Set<Obstacle> inTheWay = obstacles(unit.status());
            return new Tested(
                    Part.CASH, inTheWay.isEmpty() ? Tested.Finding.CASH_READY : Tested.Finding.IN_THE_WAY, inTheWay);
        });
    }

    private void look() {
        unwritten.write();
        looks++;
        if (!interrupted.settle(unit, looks >= PATIENT_LOOKS)) { // not ready before that is known
            if (looks >= FEW_LOOKS) {
                desk.posts().post(new Event.PartChanged(Part.CASH, Set.of(Obstacle.CASH_UNREACHABLE)));
            }
            return;
        }
        if (!slotOpen) {
            CashStatus now = unit.status();
            releasePayer();
            if (looks >= PATIENT_LOOKS) {
                closeUnheard();
            }
            told.now(now);
            desk.vitals().told(Part.CASH, troubles(now));
            desk.posts().post(new Event.PartChanged(Part.CASH, obstacles(now)));
        }
    }

    private static Set<CashTrouble> troubles(CashStatus status) {
        return status instanceof CashStatus.Ready ready
                ? ready.warnings()
                : Set.of(((CashStatus.NotReady) status).trouble());
    }

    private static Set<Obstacle> obstacles(CashStatus status) {
        if (status instanceof CashStatus.NotReady notReady) {
            return Set.of(
                    switch (notReady.trouble()) {
                        case UNREACHABLE, PART_SILENT -> Obstacle.CASH_UNREACHABLE;
                        case NO_CHANGE, HOPPER_EMPTY, NEARLY_EMPTY -> Obstacle.CASH_NO_CHANGE;
                        case NOTE_JAM -> Obstacle.CASH_NOTE_JAM;
                        case JAM, WITHHELD, PAY_OUT_UNKNOWN, POWER_LOST, STACKER_FULL, STACKER_REMOVED ->
                            Obstacle.CASH_JAM;
                        case EVENTS_LOST -> Obstacle.CASH_EVENTS_LOST;
                        case UNSUITABLE -> Obstacle.CASH_UNSUITABLE;
                    });
        }
        return Set.of();
    }

    @Override
    public void close() {
        worker.close(StopTimes.CASH);
        unit.close();
    }
}
