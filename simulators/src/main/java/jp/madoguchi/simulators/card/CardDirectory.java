package jp.madoguchi.simulators.card;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.jspecify.annotations.Nullable;

/**
 * A card as a directory: {@code card.json}, {@code auth.pem}, {@code auth.key}, {@code ca.pem} and, for the signature,
 * {@code sign.pem}, {@code sign.key}, {@code sign_ca.pem}. A file that is not there is not on the card either.
 */
final class CardDirectory {
    static final String JPKI = "D392F000260100000001";
    static final String CARD_COMMON = "D3921000310001010100";
    /** JPKI over contacts, T=1 only. */
    private static final String ATR = "3BE000FF8131FE4514";

    private final Path directory;
    private final CardDescription description;

    private CardDirectory(Path directory, CardDescription description) {
        this.directory = directory;
        this.description = description;
    }

    static JpkiCard load(Path directory) throws IOException {
        try {
            return new CardDirectory(directory, CardDescription.read(directory.resolve("card.json"))).card();
        } catch (NoSuchFileException | java.io.FileNotFoundException e) {
            throw new IOException(directory + " is not a card: it has no readable card.json", e);
        }
    }

    private JpkiCard card() throws IOException {
        Map<String, Map<Integer, ElementaryFile>> applications = new HashMap<>();
        if (description.has("label")) {
            applications.put(JPKI, jpki());
        }
        if (description.has("expires")) {
            applications.put(CARD_COMMON, Map.of(0x0001, new ElementaryFile.Records(List.of(common()))));
        }
        byte[] atr = HexFormat.of().parseHex(description.matching("atr", "([0-9A-Fa-f]{2}){2,33}", ATR));
        return new JpkiCard(atr, new CardProgram(applications, shortIds()));
    }

    private ShortIds shortIds() throws IOException {
        return switch (description.matching("shortEf", "true|false|all|none|read|query|lying", "true")) {
            case "false", "none" -> ShortIds.NONE;
            case "read" -> ShortIds.READ;
            case "query" -> ShortIds.QUERY;
            case "lying" -> ShortIds.LYING;
            default -> ShortIds.ALL;
        };
    }

    private Map<Integer, ElementaryFile> jpki() throws IOException {
        Map<Integer, ElementaryFile> files = new HashMap<>();
        files.put(0x0006, new ElementaryFile.Binary(tokenInfo(), null));
        addAuthentication(files);
        addSignature(files);
        boolean both = files.containsKey(0x000A) && files.containsKey(0x0001);
        byte second = (byte) (both ? 0x8F : 0x00); // only the value for "both" is known
        files.put(0x0008, new ElementaryFile.Binary(new byte[] {(byte) 0x8F, second, 0x00}, null));
        return files;
    }

    private void addAuthentication(Map<Integer, ElementaryFile> files) throws IOException {
        if (!Files.exists(directory.resolve("auth.pem"))) {
            return;
        }
        byte[] value = description.matching("pin", "[0-9]{4}", "").getBytes(StandardCharsets.US_ASCII);
        PinFile pin = PinFile.authentication(value, description.tries("tries", 3));
        Arrays.fill(value, (byte) 0);
        files.put(0x000A, certificate("auth.pem", description.flag("certificateNeedsPin", false) ? pin : null));
        files.put(0x000B, certificate("ca.pem", null));
        files.put(0x0017, new ElementaryFile.Key(key("auth.key"), pin));
        files.put(0x0018, pin);
    }

    private void addSignature(Map<Integer, ElementaryFile> files) throws IOException {
        if (!Files.exists(directory.resolve("sign.pem"))) {
            return;
        }
        byte[] value =
                description.matching("signPassword", "[0-9A-Z]{6,16}", "").getBytes(StandardCharsets.US_ASCII);
        PinFile password = PinFile.signature(value, description.tries("signTries", 5));
        Arrays.fill(value, (byte) 0);
        files.put(0x0001, certificate("sign.pem", description.flag("signatureOpen", false) ? null : password));
        files.put(0x0002, certificate("sign_ca.pem", null));
        files.put(0x001A, new ElementaryFile.Key(key("sign.key"), password));
        files.put(0x001B, password);
    }

    private ElementaryFile.Binary certificate(String name, @Nullable PinFile guard) throws IOException {
        byte[] der = CardStore.readCertificate(directory.resolve(name));
        byte[] content = Arrays.copyOf(der, der.length + description.number("filler", 4096, 16));
        Arrays.fill(content, der.length, content.length, (byte) 0xFF);
        return new ElementaryFile.Binary(content, guard);
    }

    private RSAKeyParameters key(String name) throws IOException {
        byte[] pkcs8 = CardStore.readKey(directory.resolve(name));
        if (PrivateKeyFactory.createKey(pkcs8) instanceof RSAKeyParameters rsa) {
            return rsa;
        }
        throw new IOException(directory.resolve(name) + ": not an RSA key");
    }

    /** CK_TOKEN_INFO (PKCS#11 2.20 section 9.2) with 4-byte numbers: 160 bytes. */
    private byte[] tokenInfo() throws IOException {
        ByteArrayOutputStream info = new ByteArrayOutputStream(160);
        info.writeBytes(padded(description.matching("label", "[A-Z0-9]{1,32}", ""), 32));
        info.writeBytes(padded("MADOGUCHI SIMULATORS", 32));
        info.writeBytes(padded("FICTIONAL", 16));
        info.writeBytes(padded("0000000000000000", 16));
        info.writeBytes(new byte[160 - info.size()]); // flags, session and memory numbers, versions, time
        return info.toByteArray();
    }

    /** Record 1: tag 01, length 1C, serial, municipality, expiry. */
    private byte[] common() throws IOException {
        String text = description.matching("serial", "[0-9A-Z]{15}", "TEST00000000001")
                + description.matching("municipality", "[0-9]{5}", "13999")
                + description.matching("expires", "[0-9]{8}", "");
        byte[] record = new byte[2 + text.length()];
        record[0] = 0x01;
        record[1] = (byte) text.length();
        System.arraycopy(text.getBytes(StandardCharsets.US_ASCII), 0, record, 2, text.length());
        return record;
    }

    private static byte[] padded(String text, int length) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) ' ');
        System.arraycopy(text.getBytes(StandardCharsets.US_ASCII), 0, bytes, 0, text.length());
        return bytes;
    }
}
