package jp.madoguchi.kiosk.keys;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidParameterException;
import java.security.KeyStore;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.security.UnrecoverableKeyException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One token of a PKCS#11 module, by the JDK's own provider. Signs for whoever holds a key store of it; the private key never
 * leaves it. One thread at a time.
 */
public final class KeyToken {
    private static final String PROVIDER = "SunPKCS11";
    private static final AtomicInteger NUMBER = new AtomicInteger();
    /** More slots than any module has, so that one that lies about them comes to an end. */
    private static final int MOST_SLOTS = 64;

    private final String label;
    private final Provider provider;
    private boolean pinRefused;

    private KeyToken(String label, Provider provider) {
        this.label = label;
        this.provider = provider;
    }

    /**
     * Finds it by its label before any PIN is sent: numbers of slots change, and a module may see other tokens, a resident's card
     * among them.
     *
     * @param module the shared library
     * @throws IOException when there is no such module, or not exactly one such token
     */
    public static KeyToken find(Path module, String label) throws IOException {
        if (!Files.exists(module)) {
            throw new NoSuchFileException(module.toString());
        }
        List<Provider> found = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (int slot = 0; slot < MOST_SLOTS; slot++) {
            Optional<Provider> provider = provider(module, slot);
            if (provider.isEmpty()) {
                break;
            }
            labelOf(provider.get()).ifPresent(each -> {
                others.add(each);
                if (each.equals(label)) {
                    found.add(provider.get());
                }
            });
        }
        if (found.size() != 1) {
            String there = others.stream().map(each -> "\"" + each + "\"").collect(Collectors.joining(", "));
            throw new IOException(module + ": has " + found.size() + " tokens \"" + label + "\" instead of one"
                    + (there.isEmpty() ? "" : "; there are " + there));
        }
        Provider provider = found.get(0);
        Security.addProvider(
                provider); // the last one; TLS looks for who can sign with a key among those that are there
        return new KeyToken(label, provider);
    }

    /** The token in one slot; empty after the last slot. A slot whose token was never initialized has a provider without a token. */
    private static Optional<Provider> provider(Path module, int slot) throws IOException {
        String settings = "--name = kiosk-%d%nlibrary = \"%s\"%nslotListIndex = %d%n"
                .formatted(NUMBER.incrementAndGet(), module, slot);
        Provider unset = Security.getProvider(PROVIDER);
        if (unset == null) {
            throw new IOException("this Java has no PKCS#11 (jdk.crypto.cryptoki)");
        }
        try {
            return Optional.of(unset.configure(settings));
        } catch (InvalidParameterException | ProviderException unusable) {
            String words = root(unusable);
            if (words.contains("CKR_TOKEN_NOT_RECOGNIZED")) {
                return Optional.of(unset);
            }
            if (slot > 0 && words.contains("slotListIndex")) {
                return Optional.empty();
            }
            throw new IOException(module + ": cannot be used as a PKCS#11 module (" + words + ")", unusable);
        }
    }

    /** The JDK chooses by slot alone and keeps the label to itself: see the {@code --add-opens} of the start. */
    private static Optional<String> labelOf(Provider provider) throws IOException {
        try {
            Object token = member(provider, "token");
            Object info = token == null ? null : member(token, "tokenInfo");
            return info != null && member(info, "label") instanceof char[] label
                    ? Optional.of(new String(label).strip())
                    : Optional.empty();
        } catch (ReflectiveOperationException | RuntimeException closed) {
            throw new IOException(
                    "tokens cannot be told apart; start Java with"
                            + " --add-opens=jdk.crypto.cryptoki/sun.security.pkcs11=ALL-UNNAMED"
                            + " --add-opens=jdk.crypto.cryptoki/sun.security.pkcs11.wrapper=ALL-UNNAMED",
                    closed);
        }
    }

    private static @Nullable Object member(Object of, String name) throws ReflectiveOperationException {
        Field field = of.getClass().getDeclaredField(name);
        field.setAccessible(true);
        return field.get(of);
    }

    /**
     * What is on it now. A token counts wrong PINs: one that it refused is not tried again before the next start.
     *
     * @param place names the file of the PIN in messages
     */
    public KeyStore read(char[] pin, Path place) throws IOException, GeneralSecurityException {
        if (pinRefused) {
            throw new IOException(
                    "token \"" + label + "\" has refused the PIN, which is not tried again before the next start");
        }
        KeyStore store = KeyStore.getInstance("PKCS11", provider);
        try {
            store.load(null, pin);
            return store;
        } catch (IOException closed) {
            pinRefused = closed.getCause() instanceof UnrecoverableKeyException;
            throw new IOException(
                    pinRefused
                            ? "the PIN in " + place + " does not open token \"" + label + "\" (" + root(closed) + ")"
                            : "token \"" + label + "\" cannot be read (" + root(closed) + ")",
                    closed);
        } catch (ProviderException gone) {
            throw new IOException("token \"" + label + "\" cannot be read (" + root(gone) + ")", gone);
        }
    }

    private static String root(Throwable failure) {
        Throwable deepest = failure;
        for (Throwable next = failure; next != null; next = next.getCause()) {
            deepest = next;
        }
        return String.valueOf(deepest.getMessage());
    }
}
