package jp.madoguchi.kiosk;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import jp.madoguchi.kiosk.center.CenterAccess;
import jp.madoguchi.kiosk.center.DocumentBinding;
import jp.madoguchi.kiosk.center.KioskSeal;
import jp.madoguchi.kiosk.center.SignerTrust;
import jp.madoguchi.kiosk.center.https.HttpsCenter;
import jp.madoguchi.kiosk.keys.KeySet;
import jp.madoguchi.kiosk.keys.KeySets;
import jp.madoguchi.kiosk.keys.KeyToken;
import jp.madoguchi.kiosk.keys.KeysUnusable;
import jp.madoguchi.kiosk.terms.Sha256;

/** What {@code [center]} names, read anew each time. Each file is read once: what is told apart is what is used. One thread. */
final class CenterFiles implements KeySets {
    private final KioskConfig.Center center;
    private final Optional<KeyToken> token;

    /** Throws when there is no such token. */
    CenterFiles(KioskConfig.Center center) throws IOException {
        this.center = center;
        this.token = center.identity() instanceof KioskConfig.OnToken place
                ? Optional.of(KeyToken.find(place.module(), place.label()))
                : Optional.empty();
    }

    /** Throws, naming the file or the rule, when it cannot be used. */
    KeySet read() throws IOException {
        return read(Optional.empty()).orElseThrow();
    }

    /** The certificate that lies there now, and those of who issued it, as far as they lie there too. */
    Set<X509Certificate> kioskCertificates() throws IOException {
        byte[] secret = Files.readAllBytes(center.passwordFile());
        char[] password = password(secret);
        try {
            KeyStore store = key(password).opened().open();
            Set<X509Certificate> certificates = new HashSet<>();
            for (String alias : Collections.list(store.aliases())) {
                if (store.isKeyEntry(alias)) {
                    for (Certificate certificate : store.getCertificateChain(alias)) {
                        certificates.add((X509Certificate) certificate);
                    }
                }
            }
            return certificates;
        } catch (GeneralSecurityException unusable) {
            throw new IOException(place() + " cannot be used: " + unusable.getMessage(), unusable);
        } finally {
            Arrays.fill(password, '\0');
            Arrays.fill(secret, (byte) 0);
        }
    }

    @Override
    public Optional<KeySet> otherThan(Sha256 known) throws KeysUnusable {
        try {
            return read(Optional.of(known));
        } catch (IOException | IllegalArgumentException unusable) {
            throw new KeysUnusable(FileTrouble.words(unusable));
        }
    }

    private Optional<KeySet> read(Optional<Sha256> known) throws IOException {
        byte[] secret = Files.readAllBytes(center.passwordFile());
        char[] password = password(secret);
        try {
            byte[] tls = Files.readAllBytes(center.tlsTrust());
            byte[] signers = Files.readAllBytes(center.signerTrust());
            Key key = key(password);
            Sha256 mark = mark(secret, tls, signers, key.content());
            if (known.equals(Optional.of(mark))) {
                return Optional.empty();
            }
            Set<X509Certificate> tlsTrust = Adapters.certificates(center.tlsTrust(), tls);
            KeyStore identity = key.opened().open();
            HttpsCenter line = HttpsCenter.of(
                    new HttpsCenter.Settings(center.url(), identity, password, tlsTrust, HttpsCenter.Limits.USUAL));
            SignerTrust signerTrust = SignerTrust.of(Adapters.certificates(center.signerTrust(), signers), tlsTrust);
            X509Certificate shown = line.kioskCertificate();
            return Optional.of(new KeySet(
                    mark,
                    shown,
                    Sha256.of(tls),
                    Sha256.of(signers),
                    new CenterAccess(
                            line,
                            Sha256.of(shown.getEncoded()),
                            new KioskSeal(privateKey(identity, password), shown),
                            new DocumentBinding(signerTrust))));
        } catch (GeneralSecurityException unusable) {
            throw new IOException(place() + " cannot be used: " + unusable.getMessage(), unusable);
        } finally {
            Arrays.fill(password, '\0');
            Arrays.fill(secret, (byte) 0);
        }
    }

    /**
     * Where the key is.
     *
     * @param content changes whenever it is another key or certificate
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Key(byte[] content, Opening opened) {}

    private interface Opening {
        KeyStore open() throws IOException, GeneralSecurityException;
    }

    private Key key(char[] password) throws IOException, GeneralSecurityException {
        if (token.isPresent()) {
            KeyStore store = token.get().read(password, center.passwordFile());
            return new Key(certificates(store), () -> store);
        }
        Path file = ((KioskConfig.KeyFile) center.identity()).file();
        byte[] content = Files.readAllBytes(file);
        return new Key(content, () -> pkcs12(file, content, password));
    }

    /** Of the one entry that {@link HttpsCenter} has found there. */
    private static PrivateKey privateKey(KeyStore store, char[] password) throws GeneralSecurityException {
        for (String alias : Collections.list(store.aliases())) {
            if (store.getKey(alias, password) instanceof PrivateKey key) {
                return key;
            }
        }
        throw new KeyStoreException("no key");
    }

    private static byte[] certificates(KeyStore store) throws GeneralSecurityException, IOException {
        ByteArrayOutputStream certificates = new ByteArrayOutputStream();
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias)) {
                certificates.write(store.getCertificate(alias).getEncoded());
            }
        }
        return certificates.toByteArray();
    }

    private KeyStore pkcs12(Path file, byte[] content, char[] password) throws IOException, GeneralSecurityException {
        KeyStore identity = KeyStore.getInstance("PKCS12");
        try {
            identity.load(new ByteArrayInputStream(content), password);
            return identity;
        } catch (IOException broken) {
            boolean closed = broken.getCause() instanceof UnrecoverableKeyException;
            throw new IOException(
                    file
                            + (closed
                                    ? ": the password in " + center.passwordFile() + " does not open it"
                                    : ": not a PKCS#12 file"),
                    broken);
        }
    }

    private String place() {
        return center.identity() instanceof KioskConfig.OnToken on
                ? "token \"" + on.label() + "\""
                : ((KioskConfig.KeyFile) center.identity()).file().toString();
    }

    /** Of the digests of each, so that nothing can pass from one to the next. */
    private static Sha256 mark(byte[]... contents) {
        ByteArrayOutputStream digests = new ByteArrayOutputStream();
        for (byte[] content : contents) {
            digests.writeBytes(Sha256.of(content).bytes());
        }
        return Sha256.of(digests.toByteArray());
    }

    /** The text of the file without the white space around it; wiped by the caller. */
    private static char[] password(byte[] secret) {
        CharBuffer text = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(secret));
        int from = 0;
        int to = text.length();
        while (from < to && Character.isWhitespace(text.get(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(text.get(to - 1))) {
            to--;
        }
        char[] password = Arrays.copyOfRange(text.array(), from, to);
        Arrays.fill(text.array(), '\0');
        return password;
    }
}
