package jp.madoguchi.simulators.center;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jp.madoguchi.simulators.center.status.Ledger;

/**
 * The authorities' ledger: {@code certificateState} in the residents' files, then {@code revoked.txt}, which has the last
 * word. A line of it is a serial in hex and, optionally, {@code revoked}, {@code suspended} or {@code unknown-yet}, the day, and
 * RFC 5280's reason; {@code #} starts a comment. Read at each call.
 */
final class RevocationFiles implements Ledger {
    private final Path dir;
    private final Register register;

    RevocationFiles(Path dir, Register register) {
        this.dir = dir;
        this.register = register;
    }

    @Override
    public List<Entry> entries() throws IOException {
        List<Entry> entries = new ArrayList<>(register.certificateStates());
        for (String line : lines()) {
            String[] words = line.replaceFirst("#.*", "").strip().split("\\s+", 2);
            if (words[0].isEmpty()) {
                continue;
            }
            if (!words[0].matches("[0-9A-Fa-f]+")) {
                throw new Malformed("revoked.txt has a line that does not begin with a serial in hex");
            }
            entries.add(Entry.read(new BigInteger(words[0], 16), words.length > 1 ? words[1] : ""));
        }
        return entries;
    }

    private List<String> lines() throws IOException {
        try {
            return Files.readAllLines(dir.resolve("revoked.txt"));
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }
}
