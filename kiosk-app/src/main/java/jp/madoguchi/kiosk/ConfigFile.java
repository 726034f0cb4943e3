package jp.madoguchi.kiosk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.madoguchi.devices.print.DocumentFormat;
import jp.madoguchi.kiosk.center.AuthenticationText;
import jp.madoguchi.kiosk.identity.SignatureAlgorithm;

/**
 * Reads the TOML file of {@link KioskConfig}. Every section and key is known or refused; all that is wrong is told at once, a
 * line each, naming the section and the key.
 */
public final class ConfigFile {
    /** The file cannot be used; the message has one line for each problem. */
    public static final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;

        Unusable(Path file, List<String> problems) {
            super(file + ": " + String.join("\n" + file + ": ", problems));
        }
    }

    private static final Set<Integer> COINS = Set.of(10, 50, 100, 500);
    private static final int NOTE = 1000;

    private final Path base;
    private final List<String> problems = new ArrayList<>();

    /** @param base the file itself; paths in it are relative to it */
    private ConfigFile(Path base) {
        this.base = base;
    }

    public static KioskConfig read(Path file) throws Unusable {
        JsonNode root = parse(file);
        ConfigFile reading = new ConfigFile(file.toAbsolutePath());
        KioskConfig config = reading.config(root);
        if (!reading.problems.isEmpty()) {
            throw new Unusable(file, reading.problems);
        }
        return config;
    }

    private static JsonNode parse(Path file) throws Unusable {
        try {
            return new TomlMapper().readTree(Files.readString(file));
        } catch (NoSuchFileException missing) {
            throw new Unusable(file, List.of("there is no such file"));
        } catch (JsonProcessingException broken) {
            String where = broken.getLocation() == null
                    ? ""
                    : "line " + broken.getLocation().getLineNr() + ": ";
            throw new Unusable(file, List.of(where + "not TOML: " + broken.getOriginalMessage()));
        } catch (IOException unreadable) {
            throw new Unusable(file, List.of("cannot be read: " + unreadable.getMessage()));
        }
    }

    private KioskConfig config(JsonNode root) {
        Set<String> sections = Set.of(
                "kiosk", "web", "card", "older-pki", "printer", "receipt", "cash", "center", "ledger", "metrics");
        names(root).stream()
                .filter(name -> !sections.contains(name))
                .forEach(name -> problems.add("[" + name + "] is not a section; there are " + sorted(sections)));
        Section kiosk = section(root, "kiosk", "id", "store", "data", "contact");
        Section web = section(root, "web", "port", "session-opener", "voice");
        Section card = section(root, "card", "reader", "anchors", "algorithms", "signature-anchors");
        Optional<KioskConfig.Older> olderPki = root.has("older-pki")
                ? Optional.of(older(section(root, "older-pki", "anchors", "certificates", "lists", "policies")))
                : Optional.empty();
        Section printer = section(root, "printer", "uri", "certificate", "format");
        Optional<KioskConfig.PaperPrinter> receipt = root.has("receipt")
                ? Optional.of(printer(section(root, "receipt", "uri", "certificate", "format")))
                : Optional.empty();
        Section cash = section(root, "cash", "port", "accepts", "hoppers", "hopper-coins", "hopper-filling");
        Optional<KioskConfig.Records> records =
                root.has("ledger") ? Optional.of(records(section(root, "ledger", "keep-days"))) : Optional.empty();
        Section center = section(
                root,
                "center",
                "url",
                "identity",
                "identity-module",
                "identity-token",
                "identity-password-file",
                "tls-trust",
                "signer-trust");
        String id = kiosk.text("id");
        if (!id.isEmpty() && !AuthenticationText.isId(id)) {
            kiosk.wrong("id", "must have 1 to " + AuthenticationText.LONGEST_ID + " bytes");
        }
        return new KioskConfig(
                new KioskConfig.Identity(
                        id,
                        kiosk.text("store"),
                        kiosk.path("data"),
                        kiosk.optional("contact").map(kiosk::text)),
                new KioskConfig.Web(
                        web.number("port", 0, 65_535),
                        web.optional("session-opener").map(web::uri),
                        web.optional("voice").map(web::path)),
                new KioskConfig.Card(
                        card.text("reader"),
                        card.paths("anchors"),
                        card.algorithms("algorithms"),
                        card.optional("signature-anchors").map(card::paths).orElse(List.of())),
                olderPki,
                printer(printer),
                receipt,
                new KioskConfig.Cash(
                        cash.text("port"),
                        cash.optional("accepts").map(cash::money).orElse(KioskConfig.Cash.USUAL),
                        cash.hoppers("hoppers"),
                        cash.optional("hopper-coins").map(cash::numbers).orElse(Map.of()),
                        cash.optional("hopper-filling").map(cash::text).orElse("")),
                new KioskConfig.Center(
                        center.uri("url"),
                        keyPlace(center),
                        center.path("identity-password-file"),
                        center.path("tls-trust"),
                        center.path("signer-trust")),
                records.orElse(KioskConfig.Records.USUAL),
                root.has("metrics")
                        ? OptionalInt.of(section(root, "metrics", "port").number("port", 0, 65_535))
                        : OptionalInt.empty());
    }

    private static KioskConfig.Records records(Section ledger) {
        return new KioskConfig.Records(ledger.number("keep-days", KioskConfig.Records.LEAST, KioskConfig.Records.MOST));
    }

    private static KioskConfig.Older older(Section section) {
        return new KioskConfig.Older(
                section.paths("anchors"),
                section.paths("certificates"),
                section.paths("lists"),
                section.identifiers("policies"));
    }

    private static KioskConfig.KeyPlace keyPlace(Section center) {
        boolean token = center.optional("identity-module").isPresent()
                || center.optional("identity-token").isPresent();
        if (!token) {
            return new KioskConfig.KeyFile(center.path("identity"));
        }
        if (center.optional("identity").isPresent()) {
            center.wrong("identity", "is a file, identity-module and identity-token are a token: one or the other");
        }
        return new KioskConfig.OnToken(center.path("identity-module"), center.text("identity-token"));
    }

    private static KioskConfig.PaperPrinter printer(Section section) {
        return new KioskConfig.PaperPrinter(
                section.uri("uri"),
                section.optional("certificate").map(section::path),
                section.optional("format").map(section::format).orElse(DocumentFormat.PDF));
    }

    private Section section(JsonNode root, String name, String... keys) {
        JsonNode node = root.path(name);
        if (!node.isObject()) {
            problems.add("section [" + name + "] is missing");
            return new Section(name, node);
        }
        Set<String> known = Set.of(keys);
        names(node).stream()
                .filter(key -> !known.contains(key))
                .forEach(key -> problems.add("[" + name + "] " + key + " is not a key; there are " + sorted(known)));
        return new Section(name, node);
    }

    private static Set<String> names(JsonNode node) {
        Set<String> names = new LinkedHashSet<>();
        for (Iterator<String> each = node.fieldNames(); each.hasNext(); ) {
            names.add(each.next());
        }
        return names;
    }

    private static <T extends Comparable<T>> String sorted(Set<T> names) {
        return names.stream().sorted().map(String::valueOf).collect(Collectors.joining(", "));
    }

    /** One section being read. What is missing or wrong is noted and stands in as an empty value. */
    private final class Section {
        private final String name;
        private final JsonNode node;

        Section(String name, JsonNode node) {
            this.name = name;
            this.node = node;
        }

        private void wrong(String key, String what) {
            if (node.isObject()) {
                problems.add("[" + name + "] " + key + " " + what);
            }
        }

        String text(String key) {
            JsonNode value = node.path(key);
            if (!value.isTextual() || value.asText().isBlank()) {
                wrong(key, value.isMissingNode() ? "is missing" : "must be a text");
                return "";
            }
            return value.asText();
        }

        Optional<String> optional(String key) {
            return node.has(key) ? Optional.of(key) : Optional.empty();
        }

        int number(String key, int least, int most) {
            JsonNode value = node.path(key);
            if (!value.isInt() || value.asInt() < least || value.asInt() > most) {
                wrong(key, value.isMissingNode() ? "is missing" : "must be a number from " + least + " to " + most);
                return least;
            }
            return value.asInt();
        }

        Path path(String key) {
            return base.resolveSibling(text(key)).normalize();
        }

        URI uri(String key) {
            String text = text(key);
            try {
                return URI.create(text);
            } catch (IllegalArgumentException notOne) {
                wrong(key, "must be a URI");
                return URI.create("");
            }
        }

        DocumentFormat format(String key) {
            String text = text(key);
            Optional<DocumentFormat> format = Arrays.stream(DocumentFormat.values())
                    .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(text))
                    .findFirst();
            if (format.isEmpty()) {
                wrong(key, "must be \"pdf\" or \"raster\"");
            }
            return format.orElse(DocumentFormat.PDF);
        }

        List<Path> paths(String key) {
            JsonNode value = node.path(key);
            List<Path> paths = new ArrayList<>();
            value.forEach(each -> {
                if (each.isTextual()) {
                    paths.add(base.resolveSibling(each.asText()).normalize());
                }
            });
            if (!value.isArray() || paths.isEmpty() || paths.size() != value.size()) {
                wrong(key, value.isMissingNode() ? "is missing" : "must be a list of file names");
            }
            return paths;
        }

        /** Object identifiers, of which there is at least one. */
        Set<String> identifiers(String key) {
            JsonNode value = node.path(key);
            Set<String> identifiers = new LinkedHashSet<>();
            value.forEach(each -> identifiers.add(each.asText()));
            boolean sound = identifiers.stream().allMatch(each -> each.matches("[0-2](\\.(0|[1-9][0-9]*))+"));
            if (!value.isArray() || identifiers.isEmpty() || !sound) {
                wrong(
                        key,
                        value.isMissingNode()
                                ? "is missing"
                                : "must be a list of object identifiers, such as [\"1.3.6.1.4.1.32473.1.1\"]");
            }
            return Set.copyOf(identifiers);
        }

        /** Addresses and coins, of which there is at least one. */
        Map<Integer, Integer> hoppers(String key) {
            Map<Integer, Integer> hoppers = numbers(key);
            if (node.path(key).isObject() && (hoppers.isEmpty() || !COINS.containsAll(hoppers.values()))) {
                wrong(key, "must be addresses and coins of " + sorted(COINS) + ", such as { 3 = 100 }");
            }
            return hoppers;
        }

        /** Coins and notes, of which at least one is a coin. */
        Set<Integer> money(String key) {
            JsonNode value = node.path(key);
            Set<Integer> money = new TreeSet<>();
            value.forEach(each -> money.add(each.asInt()));
            boolean known = money.stream().allMatch(each -> COINS.contains(each) || each == NOTE);
            if (!value.isArray() || !known || money.stream().noneMatch(COINS::contains)) {
                wrong(key, "must be a list of " + sorted(COINS) + " and perhaps " + NOTE + ", such as [100, 500]");
            }
            return Set.copyOf(money);
        }

        /** Those that are named, the usual one when none is. */
        Set<SignatureAlgorithm> algorithms(String key) {
            JsonNode value = node.path(key);
            if (value.isMissingNode()) {
                return SignatureAlgorithm.USUAL;
            }
            Set<SignatureAlgorithm> algorithms = new LinkedHashSet<>();
            value.forEach(each -> SignatureAlgorithm.named(each.asText()).ifPresent(algorithms::add));
            if (!value.isArray() || algorithms.isEmpty() || algorithms.size() != value.size()) {
                wrong(key, "must be a list; there are " + sorted(SignatureAlgorithm.names()));
            }
            return Set.copyOf(algorithms);
        }

        /** A table of numbers by number. */
        Map<Integer, Integer> numbers(String key) {
            JsonNode value = node.path(key);
            Map<Integer, Integer> numbers = new TreeMap<>();
            boolean sound = value.isObject();
            for (String each : names(value)) {
                if (each.matches("[0-9]{1,3}") && value.path(each).isInt()) {
                    numbers.put(Integer.valueOf(each), value.path(each).asInt());
                } else {
                    sound = false;
                }
            }
            if (!sound) {
                wrong(key, value.isMissingNode() ? "is missing" : "must be a table such as { 3 = 100 }");
            }
            return Map.copyOf(numbers);
        }
    }
}
