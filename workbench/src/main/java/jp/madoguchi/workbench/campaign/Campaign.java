package jp.madoguchi.workbench.campaign;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.madoguchi.kiosk.Kiosk;
import jp.madoguchi.simulators.card.CardIssuer;
import jp.madoguchi.simulators.center.CenterSimulator;
import jp.madoguchi.workbench.FreshFolder;

/** Every blow at every exchange. Each row is a visit in a fresh world; rows may be played side by side. */
public final class Campaign {
    private final Path prepared;
    private final Map<Token, Map<Device, List<String>>> exchanges = new EnumMap<>(Token.class);

    private Campaign(Path prepared) {
        this.prepared = prepared;
    }

    /**
     * Makes cards and keys, and plays the visit without a blow to learn its exchanges.
     *
     * @param dir for cards and keys
     * @throws IllegalStateException when even that visit goes wrong
     */
    public static Campaign prepare(Path dir) throws IOException, Kiosk.Unusable, InterruptedException {
        CardIssuer.prepare(dir);
        CenterSimulator.start(dir, 0).close();
        Token.issueOlder(dir.resolve("cards"));
        Campaign campaign = new Campaign(dir);
        for (Token token : Token.values()) {
            campaign.exchanges.put(token, campaign.exchangesOf(token));
        }
        return campaign;
    }

    /**
     * Of two visits, for each device the fewer: the slower a visit, the oftener it asks its slots, and a first one is slower than
     * all that follow. A strike at an exchange beyond would cost another visit.
     */
    private Map<Device, List<String>> exchangesOf(Token token)
            throws IOException, Kiosk.Unusable, InterruptedException {
        Map<Device, List<String>> fewer = rehearsed(token);
        rehearsed(token)
                .forEach((device, seen) ->
                        fewer.merge(device, seen, (one, other) -> other.size() < one.size() ? other : one));
        return fewer;
    }

    private Map<Device, List<String>> rehearsed(Token token) throws IOException, Kiosk.Unusable, InterruptedException {
        try (FreshFolder world = FreshFolder.copyOf(prepared);
                Journey journey = new Journey(world.path(), token, Optional.empty())) {
            Row row = journey.play();
            if (!row.undisturbed()) {
                throw new IllegalStateException("a visit that nothing strikes: " + row);
            }
            Map<Device, List<String>> seen = new EnumMap<>(Device.class);
            for (Device device : Device.values()) {
                seen.put(device, journey.exchanges(device));
            }
            return seen;
        }
    }

    /** The exchanges of a visit that nothing strikes. */
    public List<String> exchanges(Token token, Device device) {
        return exchanges.getOrDefault(token, Map.of()).getOrDefault(device, List.of());
    }

    /** Every row of the table: the blows of each device at each of its exchanges, and those of the reader for every token. */
    public List<Strike> strikes() {
        List<Strike> strikes = new ArrayList<>();
        for (Token token : Token.values()) {
            for (Blow blow : Blow.values()) {
                boolean differs = token == Token.CARD || blow.device() == Device.CARD;
                int points = differs ? exchanges(token, blow.device()).size() : 0;
                for (int n = 1; n <= points; n++) {
                    strikes.add(new Strike(token, blow, n));
                }
            }
        }
        strikes.sort(Comparator.comparing((Strike strike) -> strike.blow().device())
                .thenComparing(Strike::token)
                .thenComparing(Strike::exchange)
                .thenComparing(Strike::blow));
        return strikes;
    }

    /**
     * Plays one row. How often the slots are asked is a matter of time: when the visit ended before that exchange, another is struck
     * at the last one there was, until the blow falls; the row says which. A visit that goes wrong without a blow is the row.
     */
    public Row play(Strike strike) throws IOException, Kiosk.Unusable, InterruptedException {
        Strike aimed = strike;
        while (true) {
            try (FreshFolder world = FreshFolder.copyOf(prepared);
                    Journey journey = new Journey(world.path(), aimed.token(), Optional.of(aimed))) {
                Row row = journey.play();
                int last = Math.min(journey.exchanges(aimed.blow().device()).size(), aimed.exchange() - 1);
                if (row.fell() || !row.undisturbed() || last == 0) {
                    return row;
                }
                aimed = aimed.at(last);
            }
        }
    }
}
