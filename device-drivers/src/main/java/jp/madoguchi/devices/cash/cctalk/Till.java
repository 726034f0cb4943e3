package jp.madoguchi.devices.cash.cctalk;

import com.google.errorprone.annotations.CheckReturnValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import jp.madoguchi.devices.Pace;
import jp.madoguchi.devices.cash.CashDevice;
import jp.madoguchi.devices.cash.CashEvent;
import jp.madoguchi.devices.cash.CashOutcome;
import jp.madoguchi.devices.cash.CashStatus;
import jp.madoguchi.devices.cash.CashTrouble;
import jp.madoguchi.devices.cash.CashWitness;
import jp.madoguchi.devices.cash.ChangePlan;
import jp.madoguchi.devices.cash.HopperStock;
import jp.madoguchi.devices.cash.Openings;
import jp.madoguchi.devices.cash.PayOutWitness;
import jp.madoguchi.devices.cash.Yen;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The whole cash unit on one line: its slots, its hoppers and the sale that is under way. Owned by the unit's thread, which calls
 * {@link #tick()} every poll interval.
 */
@CheckReturnValue
final class Till {
    private static final Logger LOG = LoggerFactory.getLogger(Till.class);

    private final MoneySlot coins;
    private final List<MoneySlot> slots = new ArrayList<>();
    private final Hoppers hoppers;
    private final CashWitness witness;
    private Optional<Openings> sale = Optional.empty();

    /** The slots of the sale, or of the last one. */
    private List<MoneySlot> used = List.of();

    /** What the witness knows to be taken now. */
    private Set<Yen> taking = Set.of();

    /** How a sale ended that nobody has been told of. */
    private Optional<CashEvent.Broken> untold = Optional.empty();

    private CashStatus.Ready opened = new CashStatus.Ready(Yen.ZERO, Set.of());

    /**
     * Asks nothing yet.
     *
     * @param coinsAt how many coins are certain to be in the hopper at an address
     * @param last the counter of the last event of each device that was durably told
     */
    Till(
            CcTalkLine line,
            CashSettings settings,
            DispenseCode dispenseCode,
            IntUnaryOperator coinsAt,
            Map<CashDevice, Integer> last,
            CashWitness witness,
            Pace pace) {
        this.witness = witness;
        this.hoppers = new Hoppers(line, settings.hoppers(), coinsAt, dispenseCode, pace);
        this.coins = slot(new CoinAcceptor(line), settings.coins(), settings, last, pace);
        slots.add(coins);
        if (!settings.notes().isEmpty()) {
            slots.add(slot(new BillValidator(line), settings.notes(), settings, last, pace));
        }
    }

    private MoneySlot slot(
            Mechanism mechanism, Set<Yen> accepts, CashSettings settings, Map<CashDevice, Integer> last, Pace pace) {
        Integer counter = last.get(mechanism.device());
        return new MoneySlot(
                mechanism,
                accepts,
                counter == null ? OptionalInt.empty() : OptionalInt.of(counter),
                witness,
                this::held,
                pace,
                settings.poll());
    }

    CashStatus status() {
        return sale.isPresent() ? opened : look().status();
    }

    /** What is there now. */
    private record Look(Set<Yen> coins, Set<Yen> notes, Hoppers.Look hoppers, CashStatus status) {}

    private Look look() {
        Optional<CashStatus.NotReady> trouble = coins.trouble();
        Set<CashTrouble> warnings = EnumSet.noneOf(CashTrouble.class);
        Set<Yen> notes = new HashSet<>();
        for (MoneySlot bills : slots.subList(1, slots.size())) {
            Optional<CashStatus.NotReady> without = bills.trouble();
            without.ifPresent(each ->
                    warnings.add(each.trouble() == CashTrouble.UNREACHABLE ? CashTrouble.PART_SILENT : each.trouble()));
            // A note that may still be told would be taken for the next resident's.
            trouble = bills.settled() ? trouble : trouble.or(() -> without);
            warnings.addAll(bills.conditions());
            notes.addAll(without.isPresent() ? Set.of() : bills.takes());
        }
        Hoppers.Look content = hoppers.look();
        trouble = trouble.or(content::trouble);
        warnings.addAll(content.warnings());
        Set<Yen> taken = coins.takes();
        if (trouble.isEmpty() && !couldReturnOne(taken, content)) {
            trouble = Optional.of(new CashStatus.NotReady(
                    CashTrouble.NO_CHANGE,
                    "the hoppers hold " + content.all().amount() + " yen and could give no coin back"));
        }
        CashStatus ready = new CashStatus.Ready(content.all(), warnings);
        return new Look(
                taken, notes, content, trouble.<CashStatus>map(each -> each).orElse(ready));
    }

    private static boolean couldReturnOne(Set<Yen> taken, Hoppers.Look content) {
        Yen dearest = taken.stream().max(Yen::compareTo).orElse(Yen.ZERO);
        ChangePlan plan = ChangePlan.upTo(dearest, content.stocks());
        return taken.stream().anyMatch(plan::pays);
    }

    CashStatus accept(Yen price) {
        if (sale.isPresent()) {
            throw new IllegalStateException("the slots are open for another price");
        }
        Look look = look();
        if (!(look.status() instanceof CashStatus.Ready ready)) {
            return look.status();
        }
        List<HopperStock> stocks = look.hoppers().stocks();
        Openings openings = Openings.of(price, look.coins(), look.notes(), stocks);
        if (!openings.possible()) {
            return new CashStatus.NotReady(
                    CashTrouble.NO_CHANGE,
                    "the hoppers hold " + ready.returnable().amount() + " yen: not for every way to pay "
                            + price.amount());
        }
        List<MoneySlot> needed = look.notes().isEmpty() ? List.of(coins) : List.copyOf(slots);
        needed.forEach(MoneySlot::announce); // all before the first is opened: a witness that cannot write throws
        sale = Optional.of(openings);
        opened = ready;
        used = needed;
        List<MoneySlot> coinsLast = new ArrayList<>(used); // they fall fast, and nobody polls before all is open
        Collections.reverse(coinsLast);
        for (MoneySlot slot : coinsLast) {
            if (slot.open(openings.at(Yen.ZERO)).isPresent()) {
                return stop();
            }
        }
        taking = Set.of();
        tellTaking(openings.at(Yen.ZERO));
        return ready;
    }

    CashStatus stop() {
        sale = Optional.empty();
        shut();
        for (MoneySlot slot : used) {
            if (slot.fault().isPresent()) {
                return slot.fault().get();
            }
        }
        return slots.stream().anyMatch(MoneySlot::isClosing)
                ? new CashStatus.NotReady(CashTrouble.UNREACHABLE, "a slot does not shut")
                : status();
    }

    private void shut() {
        slots.forEach(MoneySlot::close);
        slots.stream().filter(MoneySlot::isClosing).forEach(MoneySlot::shut);
    }

    /** One poll of each slot, when there is something to poll for. A slot that breaks tells so and ends the sale for all. */
    void tick() {
        slots.forEach(MoneySlot::tick);
        boolean broken = !used.stream().allMatch(MoneySlot::isOpen);
        if (sale.isPresent() && (broken || !narrow(openNow(sale.get())))) {
            sale = Optional.empty();
            shut();
        }
        sale.ifPresent(openings -> tellTaking(openings.at(inserted())));
        if (untold.isPresent()) {
            witness.happened(untold.get());
            untold = Optional.empty();
        }
    }

    /** Takes no more, whoever cannot be told of it, and lets the next tick tell what this one could not. */
    void mistrust() {
        if (sale.isPresent()) {
            untold = Optional.of(new CashEvent.Broken(CashTrouble.EVENTS_LOST, "money could not be told"));
        }
        sale = Optional.empty();
        slots.forEach(MoneySlot::inhibit);
    }

    private Yen inserted() {
        return used.stream().map(MoneySlot::inserted).reduce(Yen.ZERO, Yen::plus);
    }

    private boolean narrow(Set<Yen> open) {
        return used.stream().allMatch(slot -> slot.narrow(open));
    }

    /** What may come next. While a note lies in escrow it may come in or not: what else comes must be right in both cases. */
    private Set<Yen> openNow(Openings openings) {
        Set<Yen> open = new HashSet<>(openings.at(inserted()));
        for (MoneySlot slot : used) {
            slot.inEscrow().ifPresent(note -> {
                open.retainAll(openings.at(inserted().plus(note)));
                open.removeAll(CashSettings.NOTES);
            });
        }
        return open;
    }

    /** A note in escrow narrows what is taken for a moment only, and is not spoken of. */
    private void tellTaking(Set<Yen> open) {
        if (!open.isEmpty() && !open.equals(taking)) {
            taking = open;
            witness.happened(new CashEvent.Taking(open));
        }
    }

    private CashWitness.Routing held(Yen note, int counter) {
        boolean wanted = sale.isPresent() && sale.get().at(inserted()).contains(note) && narrow(openNow(sale.get()));
        return wanted ? witness.held(note, counter) : CashWitness.Routing.RETURN;
    }

    /** The slots are shut first; money is given back whatever they answer. */
    CashOutcome payOut(Yen amount, PayOutWitness payOutWitness) {
        if (sale.isPresent() || slots.stream().anyMatch(MoneySlot::isClosing)) {
            CashStatus shut = stop();
            LOG.info("paying out; the slots answer {}", shut);
        }
        return amount.isZero() ? new CashOutcome.Paid(amount) : hoppers.payOut(amount, payOutWitness);
    }

    /** A device that nobody has asked yet may stand open since an earlier run. */
    Set<CashDevice> unsettled() {
        return slots.stream()
                .filter(slot -> !slot.settled())
                .map(MoneySlot::device)
                .collect(Collectors.toUnmodifiableSet());
    }

    OptionalInt paidSince(int address, int lifetimeCount) {
        return hoppers.paidSince(address, lifetimeCount);
    }
}
