package jp.madoguchi.devices.cash.cctalk;

import com.google.errorprone.annotations.CheckReturnValue;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import jp.madoguchi.devices.Pace;
import jp.madoguchi.devices.cash.CashOutcome;
import jp.madoguchi.devices.cash.CashStatus;
import jp.madoguchi.devices.cash.CashTrouble;
import jp.madoguchi.devices.cash.ChangePlan;
import jp.madoguchi.devices.cash.HopperStock;
import jp.madoguchi.devices.cash.PayOutWitness;
import jp.madoguchi.devices.cash.Yen;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All hoppers: what they can be promised to pay, and a pay-out shared among them. Owned by the unit's thread. */
@CheckReturnValue
final class Hoppers {
    private static final Logger LOG = LoggerFactory.getLogger(Hoppers.class);

    /**
     * A low sensor that is bare says "some tens of coins at most". It bears out a count below this and contradicts one above: then
     * the count is wrong, and nothing is certain to be there.
     */
    private static final int SOME_TENS = 40;

    /** Fewer than this is told to the staff, sensor or not. */
    private static final int FEW = 20;

    private final Map<Integer, Hopper> hoppers = new TreeMap<>();
    private final Set<Integer> identified = new HashSet<>();
    private final IntUnaryOperator coins;
    private final DispenseCode dispenseCode;
    private final Pace pace;

    /**
     * What can be promised now.
     *
     * @param stocks of the hoppers that answer
     */
    record Look(List<HopperStock> stocks, Set<CashTrouble> warnings, Optional<CashStatus.NotReady> trouble) {
        Yen all() {
            return stocks.stream().map(HopperStock::worth).reduce(Yen.ZERO, Yen::plus);
        }
    }

    /** @param coins how many are certain to be in the hopper at an address */
    Hoppers(CcTalkLine line, Map<Integer, Yen> coinAt, IntUnaryOperator coins, DispenseCode dispenseCode, Pace pace) {
        coinAt.forEach((address, coin) -> hoppers.put(address, new Hopper(line, address, coin)));
        this.coins = coins;
        this.dispenseCode = dispenseCode;
        this.pace = pace;
    }

    /** Asks each. Trouble is what all of them have; what some have is a warning. */
    Look look() {
        List<HopperStock> stocks = new ArrayList<>();
        Set<CashTrouble> warnings = EnumSet.noneOf(CashTrouble.class);
        Optional<CashStatus.NotReady> trouble = Optional.empty();
        for (Hopper hopper : hoppers.values()) {
            Optional<CashStatus.NotReady> absent = absent(hopper);
            if (absent.isPresent()) {
                trouble = absent;
                warnings.add(
                        absent.get().trouble() == CashTrouble.UNREACHABLE
                                ? CashTrouble.PART_SILENT
                                : absent.get().trouble());
                continue;
            }
            int counted = counted(hopper);
            boolean low = hopper.sensesLow();
            if (low || counted < FEW) {
                warnings.add(CashTrouble.NEARLY_EMPTY);
            }
            stocks.add(new HopperStock(hopper.address(), hopper.coin(), low && counted > SOME_TENS ? 0 : counted));
        }
        return new Look(stocks, warnings, stocks.isEmpty() ? trouble : Optional.empty());
    }

    private Optional<CashStatus.NotReady> absent(Hopper hopper) {
        String where = " at address " + hopper.address();
        if (identified.contains(hopper.address())) {
            if (hopper.poll() instanceof Reply.Given) {
                return Optional.empty();
            }
            identified.remove(hopper.address());
            return Optional.of(new CashStatus.NotReady(CashTrouble.UNREACHABLE, "no hopper" + where));
        }
        if (!(hopper.category() instanceof Reply.Given given)) {
            return Optional.of(new CashStatus.NotReady(CashTrouble.UNREACHABLE, "no hopper" + where));
        }
        String category = given.ascii();
        if (!category.startsWith("Payout")) {
            return Optional.of(
                    new CashStatus.NotReady(CashTrouble.UNSUITABLE, "a " + category + " and no hopper" + where));
        }
        identified.add(hopper.address());
        return Optional.empty();
    }

    private int counted(Hopper hopper) {
        return Math.max(0, coins.applyAsInt(hopper.address()));
    }

    /** Pays what can be paid. A hopper that fails is left out from then on, and the others are asked for the rest. */
    CashOutcome payOut(Yen amount, PayOutWitness witness) {
        Tally sum = new Tally(amount);
        Map<Integer, Integer> left = new TreeMap<>();
        hoppers.values().forEach(hopper -> left.put(hopper.address(), counted(hopper)));
        while (!sum.rest().isZero() && !sum.withheld) {
            ChangePlan plan = ChangePlan.upTo(
                    sum.rest(),
                    left.entrySet().stream()
                            .map(each -> new HopperStock(
                                    each.getKey(), hopper(each.getKey()).coin(), each.getValue()))
                            .toList());
            Optional<ChangePlan.Portion> next =
                    plan.exactly(plan.mostOf(sum.rest())).orElseThrow().stream().findFirst();
            if (next.isEmpty()) {
                break;
            }
            Hopper hopper = hopper(next.get().address());
            PayOut.Result result =
                    new PayOut(hopper, dispenseCode, pace, next.get().coins()).pay(witness);
            LOG.info("hopper {}: {} coins: {}", hopper.address(), next.get().coins(), result);
            sum.add(next.get(), result);
            left.remove(hopper.address()); // asked once, whatever came of it
        }
        return sum.outcome();
    }

    /** Empty when it cannot be known, or not yet. */
    OptionalInt paidSince(int address, int lifetimeCount) {
        Optional<Hopper.Standing> now =
                Optional.ofNullable(hoppers.get(address)).flatMap(Hopper::idle);
        return now.isPresent() ? OptionalInt.of(now.get().paidSince(lifetimeCount)) : OptionalInt.empty();
    }

    private Hopper hopper(int address) {
        return Objects.requireNonNull(hoppers.get(address));
    }

    /** What of a pay-out is paid, uncertain and to come. */
    private static final class Tally {
        private final Yen asked;
        private Yen paid = Yen.ZERO;
        private Yen uncertain = Yen.ZERO;
        private boolean withheld;
        private final List<String> details = new ArrayList<>();
        private Optional<CashTrouble> trouble = Optional.empty();

        Tally(Yen asked) {
            this.asked = asked;
        }

        Yen rest() {
            return asked.minus(paid).minus(uncertain);
        }

        void add(ChangePlan.Portion portion, PayOut.Result result) {
            if (result instanceof PayOut.Result.Gave gave) {
                paid = paid.plus(portion.coin().times(gave.coins()));
                trouble = gave.trouble().or(() -> trouble);
            } else if (result instanceof PayOut.Result.Uncertain lost) {
                uncertain = uncertain.plus(portion.worth());
                details.add("hopper " + portion.address() + ": " + lost.detail());
            } else {
                withheld = true;
                trouble = Optional.of(CashTrouble.WITHHELD);
            }
        }

        CashOutcome outcome() {
            if (!uncertain.isZero()) {
                return new CashOutcome.Unknown(paid, uncertain, rest(), String.join("; ", details));
            }
            return rest().isZero()
                    ? new CashOutcome.Paid(paid)
                    : new CashOutcome.Partial(paid, rest(), trouble.orElse(CashTrouble.NO_CHANGE));
        }
    }
}
