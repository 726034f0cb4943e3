package jp.madoguchi.simulators.card;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CardTerminals;
import org.jspecify.annotations.Nullable;

/** CardTerminals as the JDK's PCSCTerminals are: no reader at all is an error, and a terminal lives by its name. */
final class TerminalList extends CardTerminals {
    private final PcscService service;
    private final Map<String, SimulatedTerminal> terminals = new ConcurrentHashMap<>();
    /** By reader: was a card there at the change before, and at the last one? Null until the first wait. */
    private @Nullable Map<String, Presence> seen;

    TerminalList(PcscService service) {
        this.service = service;
    }

    private record Presence(boolean before, boolean now) {}

    @Override
    public synchronized List<CardTerminal> list(State state) throws CardException {
        try {
            List<CardTerminal> list = new ArrayList<>();
            for (String name : service.names()) {
                if (matches(name, state)) {
                    list.add(terminals.computeIfAbsent(name, n -> new SimulatedTerminal(service, n)));
                }
            }
            return List.copyOf(list);
        } catch (PcscError e) {
            throw new CardException("list() failed", e);
        }
    }

    private boolean matches(String name, State state) throws PcscError {
        Presence presence = seen == null ? null : seen.get(name);
        return switch (state) {
            case ALL -> true;
            case CARD_PRESENT -> service.present(name);
            case CARD_ABSENT -> !service.present(name);
            // Before the first wait the JDK takes events for states.
            case CARD_INSERTION ->
                seen == null ? service.present(name) : presence != null && !presence.before() && presence.now();
            case CARD_REMOVAL ->
                seen == null ? !service.present(name) : presence != null && presence.before() && !presence.now();
        };
    }

    @Override
    public synchronized boolean waitForChange(long timeout) throws CardException {
        if (timeout < 0) {
            throw new IllegalArgumentException("Timeout must not be negative: " + timeout);
        }
        try {
            Map<String, Presence> known = seen == null ? current(Map.of()) : seen;
            Optional<Map<String, Presence>> next = service.await(
                    () -> {
                        Map<String, Presence> now = current(known);
                        return now.equals(settled(known)) ? Optional.empty() : Optional.of(now);
                    },
                    timeout);
            seen = next.orElse(known); // a time-out forgets no event, as in the JDK
            return next.isPresent();
        } catch (PcscError e) {
            throw new CardException("waitForChange() failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CardException("waitForChange() failed", e);
        }
    }

    private Map<String, Presence> current(Map<String, Presence> known) throws PcscError {
        Map<String, Presence> now = new HashMap<>();
        for (String name : service.names()) {
            boolean present = service.present(name);
            Presence last = known.get(name);
            now.put(name, new Presence(last == null ? present : last.now(), present));
        }
        return now;
    }

    private static Map<String, Presence> settled(Map<String, Presence> presences) {
        Map<String, Presence> settled = new HashMap<>();
        presences.forEach((name, presence) -> settled.put(name, new Presence(presence.now(), presence.now())));
        return settled;
    }
}
