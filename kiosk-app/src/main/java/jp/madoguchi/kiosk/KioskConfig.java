package jp.madoguchi.kiosk;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.madoguchi.kiosk.identity.SignatureAlgorithm;

/**
 * Everything that the program is told from outside; docs/configuration.md has the file. Paths are absolute.
 *
 * @param receipt prints receipts; the printer of documents does when it is empty
 */
public record KioskConfig(
        Identity kiosk,
        Web web,
        Card card,
        PaperPrinter printer,
        Optional<PaperPrinter> receipt,
        Cash cash,
        Center center) {

    /**
     * Who and where this terminal is.
     *
     * @param data where the ledger lives
     */
    public record Identity(String id, String store, Path data) {
        /** Where the running program listens to other programs of this machine. */
        public Path control() {
            return data.resolve("control.sock");
        }
    }

    /**
     * The screen.
     *
     * @param port on loopback; 0 takes a free one
     * @param sessionOpener where a browser without a session is sent; it fetches a token and posts it back
     */
    public record Web(int port, Optional<URI> sessionOpener) {}

    /**
     * The reader.
     *
     * @param reader pattern on the PC/SC reader's name
     * @param anchors PEM files of the user-authentication CAs that are trusted
     * @param algorithms with which they and their cards may sign
     */
    public record Card(String reader, List<Path> anchors, Set<SignatureAlgorithm> algorithms) {}

    /**
     * A printer: of documents, or of receipts.
     *
     * @param uri {@code ipps://…}; {@code ipp://} to loopback only
     * @param certificate the only one that the printer may show; needed for ipps
     */
    public record PaperPrinter(URI uri, Optional<Path> certificate) {}

    /**
     * The cash unit.
     *
     * @param port the serial device
     * @param hoppers ccTalk address to denomination in yen
     * @param hopperCoins ccTalk address to the coins that were counted into it
     */
    public record Cash(String port, Map<Integer, Integer> hoppers, Map<Integer, Integer> hopperCoins) {
        /** The one coin that this program pays out. */
        static final int COIN = 100;

        /** What is taken to be in a hopper of which nobody said how much. */
        private static final int UNCOUNTED = 100;

        /** The ccTalk address of the ¥100 hopper; {@link ConfigFile} demands one. */
        public int hopper() {
            return hoppers.entrySet().stream()
                    .filter(each -> each.getValue() == COIN)
                    .map(Map.Entry::getKey)
                    .min(Integer::compare)
                    .orElseThrow();
        }

        /** Its coins, as counted when it was last filled. */
        public int coins() {
            return hopperCoins.getOrDefault(hopper(), UNCOUNTED);
        }
    }

    /**
     * The issuance center.
     *
     * @param identity PKCS#12 with the kiosk's key and certificate
     * @param passwordFile holds the password of {@code identity}, and nothing else
     * @param tlsTrust PEM file of the CAs whose servers are the center
     * @param signerTrust PEM file of the CAs whose signers sign its documents
     */
    public record Center(URI url, Path identity, Path passwordFile, Path tlsTrust, Path signerTrust) {}
}
