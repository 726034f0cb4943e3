package jp.madoguchi.simulators.card;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.madoguchi.simulators.people.Resident;

/**
 * A card to be made.
 *
 * @param holder whom its certificates name; {@code id} is completed when they are issued
 * @param contents which certificates it carries
 * @param authorities who signs them
 * @param term how long they are valid
 * @param json what {@code card.json} says
 */
record CardOrder(
        String id, Person holder, Contents contents, IssuedBy authorities, Term term, Map<String, Object> json) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final String CODE = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final int CODE_LENGTH = 14;

    enum Contents {
        BOTH,
        /** The signature certificate of the older PKI, which names a holder of its own. */
        JUKI,
        AUTHENTICATION_ONLY,
        NONE
    }

    enum IssuedBy {
        OURS,
        UNKNOWN
    }

    enum Term {
        USUAL,
        OVER
    }

    /** What the office knows of a holder. */
    record Person(String name, LocalDate birth, String sex, String address, String municipality) {}

    /** An ordinary My Number Card: PIN 1234, signature password TEST1234. */
    static CardOrder of(Resident resident) {
        Person holder = new Person(
                resident.name(), resident.birth(), resident.sex(), resident.address(), resident.municipality());
        Map<String, Object> json = ordinary("JPKIAPICCTOKEN2");
        json.put("municipality", resident.municipality());
        return new CardOrder(resident.id(), holder, Contents.BOTH, IssuedBy.OURS, Term.USUAL, json);
    }

    static Map<String, Object> ordinary(String label) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("label", label);
        json.put("pin", "1234");
        json.put("tries", 3);
        json.put("signPassword", "TEST1234");
        json.put("signTries", 5);
        return json;
    }

    /** Makes {@code cards/id}, which appears with all its files or not at all. */
    void carryOut(Path cards, Authorities ours, Clock clock, SecureRandom random) throws IOException {
        Instant now = clock.instant();
        LocalDate today = now.atZone(JAPAN).toLocalDate();
        Path fresh = Files.createTempDirectory(cards, ".fresh");
        try {
            Authorities by = authorities == IssuedBy.OURS ? ours : ours.unknown(now, random);
            CertificateSubject subject = subject(random);
            if (contents == Contents.BOTH || contents == Contents.AUTHENTICATION_ONLY) {
                keep(issue(by.authentication(), subject, now, today), fresh, "auth", "ca");
            }
            if (contents == Contents.BOTH) {
                keep(issue(by.signature(), subject, now, today), fresh, "sign", "sign_ca");
            } else if (contents == Contents.JUKI) {
                keep(by.juki(), fresh, "sign", "sign_ca");
            }
            CardStore.write(fresh.resolve("card.json"), json(today), CardStore.PRIVATE);
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.move(fresh, cards.resolve(id), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            delete(fresh);
        }
    }

    private CertificateAuthority.Issued issue(
            CertificateAuthority authority, CertificateSubject subject, Instant now, LocalDate today)
            throws IOException {
        return term == Term.USUAL
                ? authority.issue(
                        subject, now.minus(Authorities.BACKDATED), Validity.ofCertificate(holder.birth(), today))
                : authority.issue(
                        subject, today.minusYears(5).atStartOfDay(JAPAN).toInstant(), today.minusDays(1));
    }

    private static void keep(CertificateAuthority.Issued issued, Path card, String name, String authority)
            throws IOException {
        CardStore.writeKey(card.resolve(name + ".key"), issued.key());
        CardStore.writeCertificate(card.resolve(name + ".pem"), issued.certificate());
        CardStore.writeCertificate(card.resolve(authority + ".pem"), issued.authority());
    }

    /** The shape of a common name as seen on test cards: 14 letters and digits, the municipality, a count. */
    private CertificateSubject subject(SecureRandom random) {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < CODE_LENGTH; i++) {
            code.append(CODE.charAt(random.nextInt(CODE.length())));
        }
        return new CertificateSubject(
                code + holder.municipality() + "001", holder.name(), holder.birth(), holder.sex(), holder.address());
    }

    private byte[] json(LocalDate today) throws IOException {
        Map<String, Object> members = new LinkedHashMap<>(json);
        if (contents == Contents.BOTH) { // of the others only the My Number Card is known to have this application
            LocalDate last = Validity.ofCard(holder.birth(), today);
            members.put("expires", last.format(DateTimeFormatter.BASIC_ISO_DATE));
        }
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(members);
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        List<Path> paths = new ArrayList<>();
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(paths::add);
        }
        for (Path path : paths) {
            Files.delete(path);
        }
    }
}
