package jp.madoguchi.workbench.attack;

import static jp.madoguchi.workbench.attack.Rows.PLACE_CARD;
import static jp.madoguchi.workbench.attack.Rows.network;
import static jp.madoguchi.workbench.attack.Rows.noCenter;
import static jp.madoguchi.workbench.attack.Rows.uncertain;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import jp.madoguchi.workbench.attack.Certificates.Draft;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;

/** Another server in the center's place, and hands on the line. */
final class NetworkAttacks {
    /** ServerHello (RFC 5246 section 7.4.1.3) in a record: version 3.2 is TLS 1.1, 3.3 is TLS 1.2. */
    private static final String SERVER_HELLO = "16 03%1$s 002a 02 000026 03%1$s %2$s 00 %3$s 00".replace(" ", "");

    /** A fatal alert of the record protocol, in the clear: internal_error. */
    private static final byte[] ALERT = HexFormat.of().parseHex("15030300020250");

    private NetworkAttacks() {}

    static List<Attack> all() {
        return List.of(
                // another server
                network(
                        "a server of an authority that nobody trusts",
                        field -> field.pose(
                                Certificates.server(Certificates.stranger(field.keys("tls-ca")), draft -> {})),
                        noCenter("PKIX path")),
                network(
                        "a server that vouches for itself",
                        field -> field.pose(Certificates.selfSignedServer()),
                        noCenter("PKIX path")),
                network(
                                "a server that vouches for itself, before the PIN is typed",
                                field -> field.pose(Certificates.selfSignedServer()),
                                noCenter("PKIX path"))
                        .from(PLACE_CARD),
                server("an expired certificate", "tls-ca", NetworkAttacks::expired, "validity check failed"),
                server("a certificate of tomorrow", "tls-ca", NetworkAttacks::ofTomorrow, "validity check failed"),
                server(
                        "a certificate for another host",
                        "tls-ca",
                        draft -> draft.with(
                                Extension.subjectAlternativeName, false, Certificates.names("center.example")),
                        "localhost"),
                server(
                        "a certificate for clients",
                        "tls-ca",
                        draft -> draft.with(
                                Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth)),
                        "Extended key usage"),
                server("a certificate of the kiosks' authority", "kiosk-ca", draft -> {}, "PKIX path"),
                server("a certificate of the signers' authority", "signer-ca", draft -> {}, "PKIX path"),
                server("a certificate that the center's own one issued", "center-tls", draft -> {}, "PKIX path"),
                network(
                        "the document signer's certificate",
                        field -> field.pose(field.keys("signer")),
                        noCenter("PKIX path")),
                // less than TLS 1.3
                network(
                        "the center's certificate, TLS 1.2",
                        field -> field.pose(field.keys("center-tls"), "TLSv1.2"),
                        noCenter("protocol_version")),
                hello("TLS 1.1", "02", "c013"),
                hello("TLS 1.2 with a cipher that hides nothing", "03", "0002"),
                network(
                        "no TLS, but HTTP in the clear",
                        field -> field.babble(Deeds.utf8("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")),
                        noCenter("")),
                network(
                        "nothing but the end of the connection",
                        field -> field.babble(new byte[0]),
                        uncertain("terminated the handshake")),
                // hands on the line
                onTheLine(
                        "a bit turned in each record",
                        () -> bytes -> Deeds.flip(bytes, bytes.length - 1),
                        uncertain("")),
                onTheLine(
                        "an alert in the clear before the answer",
                        () -> bytes -> Reply.joined(ALERT, bytes),
                        uncertain("")),
                onTheLine(
                        "the line cut in the middle of a record",
                        NetworkAttacks::cutInTheMiddle,
                        uncertain("terminated the handshake")),
                onTheLine("an earlier record in place of the next", NetworkAttacks::repeated, uncertain("")),
                onTheLine("each record twice", () -> bytes -> Reply.joined(bytes, bytes), uncertain("")),
                network(
                        "the line held until the kiosk has given up",
                        field -> field.tap(() -> bytes -> {
                            field.awaitItsEnd();
                            return bytes;
                        }),
                        uncertain("no whole answer")));
    }

    private static Attack server(String what, String authority, Consumer<Draft> change, String why) {
        return network(
                "a server with " + what,
                field -> field.pose(Certificates.server(field.keys(authority), change)),
                noCenter(why));
    }

    private static Attack onTheLine(String name, Supplier<Cable.Tap> tap, Must must) {
        return network(name, field -> field.tap(tap), must);
    }

    /** A server that answers every ClientHello with that version and cipher suite. */
    private static Attack hello(String name, String version, String cipher) {
        String hello = String.format(SERVER_HELLO, version, "5a".repeat(32), cipher);
        return network(name, field -> field.babble(HexFormat.of().parseHex(hello)), noCenter(""));
    }

    private static void expired(Draft draft) {
        draft.until = Instant.now().minus(Duration.ofMinutes(1));
    }

    private static void ofTomorrow(Draft draft) {
        draft.from = Instant.now().plus(Duration.ofDays(1));
        draft.until = draft.from.plus(Duration.ofDays(1));
    }

    private static Cable.Tap cutInTheMiddle() {
        AtomicBoolean begun = new AtomicBoolean();
        return bytes -> {
            if (begun.getAndSet(true)) {
                throw new IOException("cut");
            }
            return Arrays.copyOf(bytes, bytes.length / 2);
        };
    }

    private static Cable.Tap repeated() {
        AtomicReference<Optional<byte[]>> first = new AtomicReference<>(Optional.empty());
        return bytes ->
                first.updateAndGet(kept -> Optional.of(kept.orElse(bytes))).orElseThrow();
    }
}
