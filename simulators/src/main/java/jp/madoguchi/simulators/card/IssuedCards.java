package jp.madoguchi.simulators.card;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The cards that lie in {@code dir/cards}, named by their directories: residents' ids and {@code special-…}. */
public record IssuedCards(Path dir) {

    /** Every card, residents first, each group by name. */
    public List<String> ids() throws IOException {
        try (Stream<Path> cards = Files.list(dir.resolve("cards"))) {
            return cards.filter(card -> Files.exists(card.resolve("card.json")))
                    .map(card -> card.getFileName().toString())
                    .sorted(SPECIAL_LAST)
                    .toList();
        }
    }

    private static final Comparator<String> SPECIAL_LAST = Comparator.<String, Boolean>comparing(
                    id -> id.startsWith("special-"))
            .thenComparing(id -> id);

    /**
     * A card by its name. Each call reads the files anew: keep the object while the card is in use.
     *
     * @throws IOException with one line when there is no such card or it is not well made
     */
    public JpkiCard open(String id) throws IOException {
        List<String> ids = ids();
        if (!ids.contains(id)) {
            throw new IOException(
                    "no card " + id + " in " + dir.resolve("cards") + "; there are " + String.join(", ", ids));
        }
        return JpkiCard.load(dir.resolve("cards").resolve(id));
    }
}
