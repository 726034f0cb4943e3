package jp.madoguchi.kiosk;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import jp.madoguchi.devices.print.DocumentFormat;
import jp.madoguchi.kiosk.act.HopperCount;
import jp.madoguchi.kiosk.identity.SignatureAlgorithm;

/**
 * Everything that the program is told from outside; docs/configuration.md has the file. Paths are absolute.
 *
 * @param receipt prints receipts; the printer of documents does when it is empty
 * @param metrics port on loopback where Prometheus reads; 0 takes a free one, empty: nowhere
 */
public record KioskConfig(
        Identity kiosk,
        Web web,
        Card card,
        Optional<Older> olderPki,
        PaperPrinter printer,
        Optional<PaperPrinter> receipt,
        Cash cash,
        Center center,
        Records records,
        OptionalInt metrics) {

    /** With records that are kept as long as usual, and metrics that nobody reads. */
    public KioskConfig(
            Identity kiosk,
            Web web,
            Card card,
            Optional<Older> olderPki,
            PaperPrinter printer,
            Optional<PaperPrinter> receipt,
            Cash cash,
            Center center) {
        this(kiosk, web, card, olderPki, printer, receipt, cash, center, Records.USUAL, OptionalInt.empty());
    }

    /**
     * What is remembered of visits that are over.
     *
     * @param keepDays a visit of which nothing was told for so long, and nothing is open, leaves the ledger
     */
    public record Records(int keepDays) {
        /** A business year and a month: what is asked about the last day of the one before can still be answered. */
        public static final Records USUAL = new Records(400);

        static final int LEAST = 31;
        static final int MOST = 3650;

        Duration keep() {
            return Duration.ofDays(keepDays);
        }
    }

    /**
     * Who and where this terminal is.
     *
     * @param data where ledger and audit log live
     * @param contact whom residents call about a claim, as slips say it; the staff of the store alone when it is empty
     */
    public record Identity(String id, String store, Path data, Optional<String> contact) {
        /** Where only the staff can help. */
        public Identity(String id, String store, Path data) {
            this(id, store, data, Optional.empty());
        }

        /** Where the audit log is. */
        public Path audit() {
            return data.resolve("audit");
        }

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
     * @param voice folder of the recordings of the voice guidance; empty: it is not offered
     */
    public record Web(int port, Optional<URI> sessionOpener, Optional<Path> voice) {
        /** Without a voice. */
        public Web(int port, Optional<URI> sessionOpener) {
            this(port, sessionOpener, Optional.empty());
        }
    }

    /**
     * The reader.
     *
     * @param reader pattern on the PC/SC reader's name
     * @param anchors PEM files of the user-authentication CAs that are trusted
     * @param algorithms with which they and their cards may sign
     * @param signatureAnchors the same of the signature CAs, whose certificates are only shown; none: the published ones
     */
    public record Card(
            String reader, List<Path> anchors, Set<SignatureAlgorithm> algorithms, List<Path> signatureAnchors) {}

    /**
     * What the signature certificates of 住民基本台帳カード are examined by, which are only shown.
     *
     * @param anchors PEM files of the CAs that are trusted
     * @param certificates PEM files of what the prefectures' and bridge CAs published: their own, and those in which they certify
     *     each other
     * @param lists PEM files of what these revoked
     * @param policies object identifiers of the policies that are accepted, in the anchors' words
     */
    public record Older(List<Path> anchors, List<Path> certificates, List<Path> lists, Set<String> policies) {}

    /**
     * A printer: of documents, or of receipts.
     *
     * @param uri {@code ipps://…}; {@code ipp://} to loopback only
     * @param certificate the only one that the printer may show; needed for ipps
     * @param format in which pages are sent
     */
    public record PaperPrinter(URI uri, Optional<Path> certificate, DocumentFormat format) {}

    /**
     * The cash unit.
     *
     * @param port the serial device
     * @param accepts coins and notes that are taken, in yen; notes need a bill validator
     * @param hoppers ccTalk address to denomination in yen
     * @param hopperCoins ccTalk address to the coins that were counted into it
     * @param filling names the last filling of the hoppers; empty when nobody did
     */
    public record Cash(
            String port,
            Set<Integer> accepts,
            Map<Integer, Integer> hoppers,
            Map<Integer, Integer> hopperCoins,
            String filling) {
        /** What is taken unless the file says otherwise. */
        static final Set<Integer> USUAL = Set.of(100, 500);

        /** What is taken to be in a hopper of which nobody said how much. */
        private static final int UNCOUNTED = 100;

        /** What is in each hopper, as counted when it was last filled. */
        List<HopperCount.Filling> fillings() {
            return hoppers.entrySet().stream()
                    .map(hopper -> new HopperCount.Filling(
                            hopper.getKey(),
                            hopper.getValue(),
                            hopperCoins.getOrDefault(hopper.getKey(), UNCOUNTED),
                            filling))
                    .toList();
        }
    }

    /**
     * The issuance center.
     *
     * @param identity where the kiosk's key and certificate are
     * @param passwordFile holds the password, or PIN, of {@code identity}, and nothing else
     * @param tlsTrust PEM file of the CAs whose servers are the center
     * @param signerTrust PEM file of the CAs whose signers sign its documents
     */
    public record Center(URI url, KeyPlace identity, Path passwordFile, Path tlsTrust, Path signerTrust) {}

    /** Where the kiosk's one key is, with its certificate. */
    public sealed interface KeyPlace {}

    /** In a PKCS#12 file. */
    public record KeyFile(Path file) implements KeyPlace {}

    /**
     * On a PKCS#11 token, which it never leaves.
     *
     * @param module shared library
     * @param label of the token
     */
    public record OnToken(Path module, String label) implements KeyPlace {}
}
