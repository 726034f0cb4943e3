package jp.madoguchi.simulators.center;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import jp.madoguchi.simulators.center.pages.Attestation;
import jp.madoguchi.simulators.center.pages.CertificatePrinter;
import jp.madoguchi.simulators.center.pages.Typeface;

/** Makes the document asked for: the paper from the register, the manifest from the visit. */
final class DocumentOffice {
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final Duration MANIFEST_LIFETIME = Duration.ofMinutes(10);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);

    private final Typeface typeface;
    private final CertificatePrinter printer;
    private final DocumentSealer sealer;
    private final SecureRandom random;

    DocumentOffice(Typeface typeface, DocumentSealer sealer, SecureRandom random) {
        this.typeface = typeface;
        this.printer = new CertificatePrinter(typeface);
        this.sealer = sealer;
        this.random = random;
    }

    /** A document that can be had, and for whom. */
    record Order(
            DocumentRequest asked,
            String request,
            Visit visit,
            Visit.Authenticated owner,
            Resident resident,
            CatalogueLine line) {
        private Papers.Subject about() {
            return new Papers.Subject(resident, line.household().people(asked), asked);
        }
    }

    SealedDocument issue(Order order, Instant now) throws IOException {
        String issueNumber = issueNumber(now);
        Municipality municipality = order.line().municipality();
        Attestation attestation = new Attestation(
                municipality.mayor(), municipality.seal(), now.atZone(JAPAN).toLocalDate(), issueNumber);
        List<byte[]> pages = printer.draw(Papers.sheet(order.line().issue().kind(), order.about(), attestation));
        Instant issued = now.truncatedTo(ChronoUnit.SECONDS);
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("version", 1);
        manifest.put("t", order.owner().t());
        manifest.put("kiosk", order.visit().kiosk());
        manifest.put("visit", order.visit().id());
        manifest.put("request", order.request());
        manifest.put("municipality", order.asked().municipality());
        manifest.put("certificate", DocumentSealer.hash(order.owner().certificate()));
        manifest.put("kind", order.asked().kind());
        manifest.put("options", order.asked().options());
        if (!order.asked().members().isEmpty()) {
            manifest.put("members", order.asked().members());
        }
        manifest.put("copies", order.asked().copies());
        manifest.put("fee", order.asked().fee());
        manifest.put("issueNumber", issueNumber);
        manifest.put("issued", issued.toString());
        manifest.put("expires", issued.plus(MANIFEST_LIFETIME).toString());
        return sealer.seal(manifest, pages, order.owner().key(), now);
    }

    /** A center cannot issue a paper with a hole where a character has no glyph. */
    boolean canWrite(Resident resident) {
        Stream<String> names = resident.household().stream()
                .flatMap(member -> Stream.of(
                        member.name(), member.kana(), member.formerAddress().orElse("")));
        Stream<String> places = Stream.of(
                resident.address(),
                resident.householder(),
                resident.domicile().orElse(""),
                resident.domicileHead().orElse(""),
                resident.seal().orElse(""));
        return Stream.concat(names, places).allMatch(typeface::writes);
    }

    private String issueNumber(Instant now) {
        return DAY.format(now.atZone(JAPAN)) + String.format(Locale.ROOT, "-%08X", random.nextInt());
    }
}
