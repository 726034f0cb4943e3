package jp.madoguchi.devices.card.pcsc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import jp.madoguchi.simulators.CardOffice;
import jp.madoguchi.simulators.card.JpkiCard;

/** Simulated cards, issued once for all tests: keys take long to find. */
final class Wallet {
    static final String CARD = "kakuu-ichiro";
    static final String PHONE = "special-android";

    private static final Path ISSUED = issue();

    private Wallet() {}

    private static Path issue() {
        try {
            Path dir = Files.createTempDirectory(Path.of("target"), "wallet");
            CardOffice.supply(dir);
            return dir.resolve("cards");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A copy of a card in {@code dir}, all tries left, with members added to its card.json. */
    static JpkiCard card(String id, Path dir, String members) {
        try {
            Path copy = Files.createDirectories(dir.resolve(id));
            try (Stream<Path> files = Files.list(ISSUED.resolve(id))) {
                for (Path file : files.toList()) {
                    Path to = copy.resolve(file.getFileName());
                    if (!Files.exists(to)) {
                        Files.copy(file, to);
                    }
                }
            }
            String json = Files.readString(ISSUED.resolve(id).resolve("card.json"));
            Files.writeString(copy.resolve("card.json"), json.replaceFirst("\\{", "{ " + members));
            return JpkiCard.load(copy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
