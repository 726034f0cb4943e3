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
import java.util.Optional;
import java.util.stream.Stream;
import jp.madoguchi.simulators.center.pages.RecordSheet;
import jp.madoguchi.simulators.center.pages.ResidenceRecord;
import jp.madoguchi.simulators.center.pages.Typeface;

/** Makes the document asked for: the paper from the register, the manifest from the visit. */
final class DocumentOffice {
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final Duration MANIFEST_LIFETIME = Duration.ofMinutes(10);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);

    private final Typeface typeface;
    private final ResidenceRecord residenceRecord;
    private final DocumentSealer sealer;
    private final SecureRandom random;

    DocumentOffice(Typeface typeface, DocumentSealer sealer, SecureRandom random) {
        this.typeface = typeface;
        this.residenceRecord = new ResidenceRecord(typeface);
        this.sealer = sealer;
        this.random = random;
    }

    /** Empty when the document can be had as asked. */
    Optional<Reason> refusal(DocumentRequest asked, Municipality municipality, Resident resident) {
        Optional<Municipality.OfferedDocument> offer = municipality.document(asked.kind());
        if (offer.isEmpty()
                || !offer.get().allows(asked.options())
                || asked.copies() > offer.get().maxCopies()
                || !canBeWritten(resident)) {
            return Optional.of(Reason.NOT_OFFERED);
        }
        return (long) offer.get().fee() * asked.copies() == asked.fee()
                ? Optional.empty()
                : Optional.of(Reason.FEE_CHANGED);
    }

    SealedDocument issue(
            DocumentRequest asked,
            String request,
            Visit visit,
            Visit.Authenticated owner,
            Resident resident,
            Municipality municipality,
            Instant now)
            throws IOException {
        String issueNumber = issueNumber(now);
        List<byte[]> pages = residenceRecord.draw(sheet(asked, resident, municipality, issueNumber, now));
        Instant issued = now.truncatedTo(ChronoUnit.SECONDS);
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("version", 1);
        manifest.put("t", owner.t());
        manifest.put("kiosk", visit.kiosk());
        manifest.put("visit", visit.id());
        manifest.put("request", request);
        manifest.put("municipality", asked.municipality());
        manifest.put("certificate", DocumentSealer.hash(owner.certificate()));
        manifest.put("kind", asked.kind());
        manifest.put("options", asked.options());
        manifest.put("copies", asked.copies());
        manifest.put("fee", asked.fee());
        manifest.put("issueNumber", issueNumber);
        manifest.put("issued", issued.toString());
        manifest.put("expires", issued.plus(MANIFEST_LIFETIME).toString());
        return sealer.seal(manifest, pages, owner.key(), now);
    }

    private static RecordSheet sheet(
            DocumentRequest asked, Resident resident, Municipality municipality, String issueNumber, Instant now) {
        boolean household = "household".equals(asked.options().get("scope"));
        List<Resident.Member> members = household ? resident.household() : List.of(resident.self());
        return new RecordSheet(
                household ? "世帯全員" : "個人",
                resident.address(),
                when(asked, "relationship", Optional.of(resident.householder())),
                members.stream().map(member -> person(asked, resident, member)).toList(),
                new RecordSheet.Attestation(
                        municipality.mayor(),
                        municipality.seal(),
                        now.atZone(JAPAN).toLocalDate(),
                        issueNumber));
    }

    private static RecordSheet.Person person(DocumentRequest asked, Resident resident, Resident.Member member) {
        return new RecordSheet.Person(
                member.name(),
                member.kana(),
                member.birth(),
                member.sex(),
                member.since(),
                when(asked, "relationship", Optional.of(member.relationship())),
                when(asked, "domicile", resident.domicile()),
                when(asked, "domicile", resident.domicileHead()),
                when(asked, "my-number", member.myNumber()));
    }

    /** What was asked for and is not in the register is said to be unrecorded, so that no box stays empty. */
    private static Optional<String> when(DocumentRequest asked, String option, Optional<String> value) {
        return asked.asksFor(option) ? Optional.of(value.orElse("記載なし")) : Optional.empty();
    }

    /** A center cannot issue a paper with a hole where a character has no glyph. */
    private boolean canBeWritten(Resident resident) {
        Stream<String> names = resident.household().stream().flatMap(member -> Stream.of(member.name(), member.kana()));
        Stream<String> places = Stream.of(
                resident.address(),
                resident.householder(),
                resident.domicile().orElse(""),
                resident.domicileHead().orElse(""));
        return Stream.concat(names, places).allMatch(typeface::writes);
    }

    private String issueNumber(Instant now) {
        return DAY.format(now.atZone(JAPAN)) + String.format(Locale.ROOT, "-%08X", random.nextInt());
    }
}
