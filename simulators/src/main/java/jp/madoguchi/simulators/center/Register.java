package jp.madoguchi.simulators.center;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jp.madoguchi.simulators.center.status.CardAuthority;
import jp.madoguchi.simulators.center.status.Ledger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Municipalities and residents as files in the center's folder, read each time they are needed. */
final class Register {
    private static final Logger log = LoggerFactory.getLogger(Register.class);
    private static final List<String> SHIPPED = List.of("02201.json", "02999.json", "13999.json");

    private final Path dir;

    /** Uses the folder, and puts the shipped municipalities there where they are absent. */
    Register(Path dir) throws IOException {
        this.dir = dir;
        Files.createDirectories(residents());
        Path municipalities = Files.createDirectories(dir.resolve("municipalities"));
        for (String name : SHIPPED) {
            Path file = municipalities.resolve(name);
            if (Files.notExists(file)) {
                copyShipped(name, file);
            }
        }
    }

    /** Empty when there is no such municipality here. */
    Optional<Municipality> municipality(String code) throws IOException {
        if (!code.matches("[0-9]{5}")) {
            return Optional.empty();
        }
        try {
            byte[] json = Files.readAllBytes(dir.resolve("municipalities").resolve(code + ".json"));
            return Optional.of(Municipality.read(JsonObject.read(json)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Every municipality here, by code. */
    List<Municipality> municipalities() throws IOException {
        List<Municipality> all = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(dir.resolve("municipalities"), "*.json")) {
            for (Path file : files) {
                all.add(Municipality.read(JsonObject.read(Files.readAllBytes(file))));
            }
        }
        all.sort(Comparator.comparing(Municipality::code));
        return all;
    }

    /**
     * The resident whose certificate file holds this certificate. Empty when nobody is, and when two are: then nobody can
     * say whose paper it would be. A file that cannot be read stands in nobody else's way.
     */
    Optional<Resident> residentOf(X509Certificate certificate) throws IOException {
        List<Resident> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(residents(), "*.json")) {
            for (Path file : files) {
                try {
                    Resident resident = Resident.read(JsonObject.read(Files.readAllBytes(file)));
                    if (holds(dir.resolve(resident.certificate()), certificate)) {
                        found.add(resident);
                    }
                } catch (Malformed e) {
                    log.warn("a resident's file is left out: {}", e.getMessage());
                }
            }
        }
        if (found.size() > 1) {
            log.warn("{} residents share one certificate file; none of them is served", found.size());
        }
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** What residents' files say of their certificates. */
    List<Ledger.Entry> certificateStates(CardAuthorities authorities) throws IOException {
        List<Ledger.Entry> entries = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(residents(), "*.json")) {
            for (Path file : files) {
                try {
                    JsonObject json = JsonObject.read(Files.readAllBytes(file));
                    Optional<String> state = json.optionalText("certificateState");
                    Path certificate = dir.resolve(json.text("certificate"));
                    if (state.isPresent() && Files.exists(certificate)) {
                        X509Certificate its = CertificateFile.read(certificate);
                        Optional<CardAuthority> issuer = authorities.issuer(its, CardAuthorities.ANY);
                        if (issuer.isPresent()) {
                            entries.add(Ledger.Entry.read(
                                    issuer.get().certificate().getPublicKey(), its.getSerialNumber(), state.get()));
                        }
                    }
                } catch (Malformed e) {
                    log.warn("a resident's file is left out: {}", e.getMessage());
                }
            }
        }
        return entries;
    }

    private static boolean holds(Path file, X509Certificate certificate) throws IOException {
        if (Files.notExists(file)) {
            return false;
        }
        try {
            return Hash.of(CertificateFile.read(file).getEncoded()).equals(Hash.of(certificate.getEncoded()));
        } catch (CertificateEncodingException e) {
            throw new Malformed("a certificate cannot be encoded");
        }
    }

    private Path residents() {
        return dir.resolve("residents");
    }

    private static void copyShipped(String name, Path file) throws IOException {
        try (InputStream shipped = Register.class.getResourceAsStream("municipalities/" + name)) {
            if (shipped == null) {
                throw new IllegalStateException("not shipped: " + name);
            }
            Files.copy(shipped, file);
        }
    }
}
