package jp.madoguchi.devices.cash.cctalk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.madoguchi.devices.cash.CashDevice;
import jp.madoguchi.devices.cash.CashEvent;
import jp.madoguchi.devices.cash.CashTrouble;
import jp.madoguchi.devices.cash.CashWitness;
import jp.madoguchi.devices.cash.PayOutWitness;
import jp.madoguchi.devices.cash.Yen;

/** Keeps all that a cash unit tells, as a ledger would. Any thread. */
final class Ledgered implements CashWitness, PayOutWitness {
    private final List<CashEvent> events = new ArrayList<>();
    private final List<Yen> held = new ArrayList<>();
    private final List<String> payOuts = new ArrayList<>();
    private final Map<CashDevice, Integer> last = new EnumMap<>(CashDevice.class);
    private Routing answer = Routing.STACK;
    private boolean deaf;

    /** Whether nothing that is about to be done can be written. */
    synchronized void deaf(boolean now) {
        deaf = now;
    }

    @Override
    public synchronized void happened(CashEvent event) {
        if (deaf && event instanceof CashEvent.Counting) {
            throw new UncheckedIOException(new IOException("the disk is full"));
        }
        events.add(event);
        if (event instanceof CashEvent.Inserted inserted) {
            last.put(inserted.device(), inserted.counter());
        } else if (event instanceof CashEvent.Rejected rejected) {
            last.put(rejected.device(), rejected.counter());
        } else if (event instanceof CashEvent.Counting counting) {
            last.put(counting.device(), counting.counter());
        }
    }

    @Override
    public synchronized Routing held(Yen note, int counter) {
        held.add(note);
        last.put(CashDevice.BILL, counter);
        return answer;
    }

    @Override
    public synchronized boolean paying(int address, Yen coin, int coins, int lifetimeCount) {
        payOuts.add("paying " + address + " " + coins);
        return true;
    }

    @Override
    public synchronized void paid(int address, Yen coin, int coins, boolean certain) {
        payOuts.add("paid " + address + " " + coins + (certain ? "" : " at least"));
    }

    synchronized void answer(Routing routing) {
        answer = routing;
    }

    synchronized int inserted() {
        return events.stream()
                .filter(CashEvent.Inserted.class::isInstance)
                .mapToInt(each -> ((CashEvent.Inserted) each).money().amount())
                .sum();
    }

    synchronized boolean said(CashTrouble trouble) {
        return events.stream().anyMatch(each -> each instanceof CashEvent.Broken broken && broken.trouble() == trouble);
    }

    synchronized List<CashEvent> events() {
        return List.copyOf(events);
    }

    /** What the slots were said to take, in the order it was told. */
    synchronized List<Set<Yen>> taking() {
        return events.stream()
                .filter(CashEvent.Taking.class::isInstance)
                .map(each -> ((CashEvent.Taking) each).money())
                .toList();
    }

    synchronized List<Yen> notesHeld() {
        return List.copyOf(held);
    }

    synchronized List<String> payOuts() {
        return List.copyOf(payOuts);
    }

    /** What a program that starts again knows. */
    synchronized Map<CashDevice, Integer> last() {
        return Map.copyOf(last);
    }
}
