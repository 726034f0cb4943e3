package jp.madoguchi.simulators.center;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jp.madoguchi.simulators.center.status.CardAuthority;
import jp.madoguchi.simulators.center.status.Ledger;

/**
 * The authorities' ledger: {@code certificateState} in the residents' files, then {@code revoked.txt}, which has the last
 * word. A line of it is the CA's file without {@code .pem}, a serial in hex and, optionally, {@code revoked}, {@code suspended} or
 * {@code unknown-yet}, the day, and RFC 5280's reason; {@code #} starts a comment. Read at each call.
 */
final class RevocationFiles implements Ledger {
    private final Path dir;
    private final Register register;
    private final CardAuthorities authorities;

    RevocationFiles(Path dir, Register register, CardAuthorities authorities) {
        this.dir = dir;
        this.register = register;
        this.authorities = authorities;
    }

    @Override
    public List<Entry> entries() throws IOException {
        List<Entry> entries = new ArrayList<>(register.certificateStates(authorities));
        for (String line : lines()) {
            String[] words = line.replaceFirst("#.*", "").strip().split("\\s+", 3);
            if (words[0].isEmpty()) {
                continue;
            }
            if (words.length < 2 || !words[1].matches("[0-9A-Fa-f]+")) {
                throw new Malformed("revoked.txt has a line that does not begin with a CA and a serial in hex");
            }
            CardAuthority issuer = authorities
                    .named(words[0])
                    .orElseThrow(() -> new Malformed("revoked.txt names a CA that is not here"));
            entries.add(Entry.read(
                    issuer.certificate().getPublicKey(),
                    new BigInteger(words[1], 16),
                    words.length > 2 ? words[2] : ""));
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
