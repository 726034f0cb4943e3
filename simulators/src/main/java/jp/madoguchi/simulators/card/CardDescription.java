package jp.madoguchi.simulators.card;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code card.json}: what a card directory says beside its keys and certificates. Tries are written back into it, so
 * that a blocked card stays blocked; set {@code tries} by hand to unblock one.
 *
 * <table>
 * <caption>Members, any may be absent</caption>
 * <tr><td>label</td><td>of the token info; absent: a card without the JPKI application</td></tr>
 * <tr><td>pin, tries</td><td>for user authentication (needed with auth.pem), and how many are left of 3</td></tr>
 * <tr><td>signPassword, signTries</td><td>for the signature (needed with sign.pem), and how many are left of 5</td></tr>
 * <tr><td>expires</td><td>the card's own expiry, yyyymmdd; absent: no card common application</td></tr>
 * <tr><td>serial, municipality</td><td>of the card common application: 15 and 5 characters</td></tr>
 * <tr><td>shortEf</td><td>what short file ids are good for: one of {@link ShortIds}, or true or false; all when absent</td></tr>
 * <tr><td>certificateNeedsPin</td><td>whether 000A wants the PIN first, as on a phone, false when absent</td></tr>
 * <tr><td>signatureOpen</td><td>whether 0001 can be read without its password, as on some Juki cards</td></tr>
 * <tr><td>filler</td><td>how many bytes FF follow a certificate in its file, 16 when absent</td></tr>
 * <tr><td>atr</td><td>hex; absent: that of a My Number Card behind a contact reader</td></tr>
 * </table>
 */
final class CardDescription {
    private static final Set<String> MEMBERS = Set.of(
            "label",
            "pin",
            "tries",
            "signPassword",
            "signTries",
            "expires",
            "serial",
            "municipality",
            "shortEf",
            "certificateNeedsPin",
            "signatureOpen",
            "filler",
            "atr");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Logger LOG = LoggerFactory.getLogger(CardDescription.class);

    private final Path file;
    private final ObjectNode tree;

    private CardDescription(Path file, ObjectNode tree) {
        this.file = file;
        this.tree = tree;
    }

    static CardDescription read(Path file) throws IOException {
        JsonNode tree;
        try {
            tree = JSON.readTree(file.toFile());
        } catch (JacksonException e) {
            throw new IOException(file + ": " + e.getOriginalMessage(), e);
        }
        if (!(tree instanceof ObjectNode object)) {
            throw new IOException(file + ": not a JSON object");
        }
        for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!MEMBERS.contains(name)) {
                throw new IOException(file + ": unknown member " + name);
            }
        }
        return new CardDescription(file, object);
    }

    boolean has(String member) {
        return tree.hasNonNull(member);
    }

    boolean flag(String member, boolean otherwise) {
        return tree.path(member).asBoolean(otherwise);
    }

    /** The text of a member, checked against a pattern so that it fits into its file on the card. */
    String matching(String member, String pattern, String otherwise) throws IOException {
        String text = tree.path(member).asText(otherwise);
        if (!text.matches(pattern)) {
            throw new IOException(file + ": " + member + " must match " + pattern);
        }
        return text;
    }

    int number(String member, int most, int otherwise) throws IOException {
        int number = tree.path(member).asInt(otherwise);
        if (number < 0 || number > most) {
            throw new IOException(file + ": " + member + " must be between 0 and " + most);
        }
        return number;
    }

    /** The tries under this name; each change is in the file before it takes effect. */
    Tries tries(String member, int allowed) throws IOException {
        int first = number(member, allowed, allowed);
        return new Tries() {
            private int left = first;

            @Override
            public int left() {
                return left;
            }

            @Override
            public boolean leave(int tries) {
                if (tries == left) {
                    return true;
                }
                tree.put(member, tries);
                if (!write()) {
                    return false;
                }
                left = tries;
                return true;
            }
        };
    }

    private boolean write() {
        try {
            CardStore.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(tree), CardStore.PRIVATE);
            return true;
        } catch (IOException e) {
            LOG.warn("cannot keep the tries left in {}: {}", file, e.toString());
            return false;
        }
    }
}
