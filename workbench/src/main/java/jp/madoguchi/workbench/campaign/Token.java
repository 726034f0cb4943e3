package jp.madoguchi.workbench.campaign;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What lies on the reader in a visit. Their commands differ, so each is struck at every one of its own. */
public enum Token {
    /** Takes short file ids. */
    CARD("aomori-hanako"),
    /** Has every file selected. */
    OLDER_CARD("aomori-hanako-older"),
    PHONE("special-android");

    private final String name;

    Token(String name) {
        this.name = name;
    }

    /** Its name among the issued cards. */
    String cardName() {
        return name;
    }

    /** Makes the one that is not issued anyway: the same card, but for its file ids. */
    static void issueOlder(Path cards) throws IOException {
        Path older = Files.createDirectories(cards.resolve(OLDER_CARD.name));
        try (var files = Files.list(cards.resolve(CARD.name))) {
            for (Path file : List.copyOf(files.toList())) {
                Files.copy(file, older.resolve(file.getFileName()));
            }
        }
        ObjectMapper json = new ObjectMapper();
        Path description = older.resolve("card.json");
        ObjectNode changed = (ObjectNode) json.readTree(description.toFile());
        json.writeValue(description.toFile(), changed.put("shortEf", "none"));
    }
}
