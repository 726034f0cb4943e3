package jp.madoguchi.workbench.papers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.terms.Offer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every certificate × resident × choice that the center offers, asked for over the kiosk's own line with every check of the
 * binding, and held against the registers.
 */
class EveryPaperTest {
    @TempDir
    private static Path dir;

    /** Stands still: the day does not change while papers are looked at. */
    private static Clock clock;

    private static final List<Paper> PAPERS = new ArrayList<>();
    private static final Map<String, String> REFUSED = new TreeMap<>();

    @BeforeAll
    static void everything_issued() throws IOException, GeneralSecurityException {
        clock = Clock.fixed(Instant.now(), ZoneId.of("Asia/Tokyo"));
        try (Counter counter = Counter.open(dir, clock)) {
            for (String resident : counter.residents()) {
                Counter.Answer answer = counter.serve(resident);
                if (answer instanceof Counter.Refused refused) {
                    REFUSED.put(resident, refused.reason());
                } else {
                    try (Served served = (Served) answer) {
                        issueAll(served);
                    }
                }
            }
        }
    }

    private static void issueAll(Served served) throws IOException {
        for (Offer offer : served.offers()) {
            for (SortedMap<String, String> options : Choices.of(offer)) {
                PAPERS.add(served.issue(offer, options));
            }
        }
    }

    static Stream<Paper> papers() {
        return PAPERS.stream();
    }

    @Test
    void offers_together_leaveNoCertificateAndNoChoiceOut() {
        Map<String, Set<String>> choices = new TreeMap<>();
        for (Paper paper : PAPERS) {
            Set<String> of = choices.computeIfAbsent(paper.order().kind(), kind -> new HashSet<>());
            paper.order().options().forEach((option, value) -> of.add(option + "=" + value));
        }
        Set<String> ofResidence = both("domicile", "relationship", "nationality", "residence-status");
        ofResidence.addAll(Set.of("scope=self", "scope=household", "scope=members"));
        Set<String> ofRecord = both("my-number");
        ofRecord.addAll(ofResidence);
        Set<String> ofHistory = both("domicile");
        ofHistory.addAll(Set.of("extent=individual", "extent=whole"));
        Set<String> years = Set.of("year=2026", "year=2025", "year=2024");
        assertEquals(
                Map.of(
                        "residence-record", ofRecord,
                        "residence-record-statement", ofResidence,
                        "seal-registration", Set.of(),
                        "tax-certificate", years,
                        "income-certificate", years,
                        "family-register-whole", Set.of(),
                        "family-register-individual", Set.of(),
                        "address-history", ofHistory),
                choices);
        assertEquals(
                Set.of("02201", "02999", "13999"),
                PAPERS.stream().map(paper -> paper.order().municipality()).collect(Collectors.toSet()));
        assertEquals(
                PAPERS.size(),
                PAPERS.stream().map(Paper::issueNumber).distinct().count(),
                "each has a number of its own");
    }

    @Test
    void residents_refused_areThoseWhoMustBe() {
        assertEquals(
                Map.of(
                        "futaba-wakaba", "resident-under-15",
                        "kyohi-jiro", "resident-refused",
                        "mukashi-goro", "resident-deceased",
                        "shikko-nanae", "certificate-revoked",
                        "shinki-kumi", "certificate-unknown-yet",
                        "teishi-yae", "certificate-suspended",
                        "tenshutsu-saburo", "resident-transferred-out"),
                REFUSED);
    }

    private static Set<String> both(String... options) {
        return Stream.of(options)
                .flatMap(option -> Stream.of(option + "=yes", option + "=no"))
                .collect(Collectors.toCollection(HashSet::new));
    }

    @ParameterizedTest
    @MethodSource("papers")
    void paper_everySheet_saysWhatItIsAndWhoVouchesForIt(Paper paper) throws IOException {
        PaperRules rules = rules(paper);
        String mayor = new Registers(dir)
                .municipality(paper.order().municipality())
                .path("mayor")
                .asText();
        int pages = paper.pages().size();
        for (int page = 1; page <= pages; page++) {
            try (PDDocument sheet = Loader.loadPDF(paper.pages().get(page - 1))) {
                assertEquals(1, sheet.getNumberOfPages());
                PDRectangle size = sheet.getPage(0).getMediaBox();
                assertEquals(PDRectangle.A4.getWidth(), size.getWidth(), 0.5);
                assertEquals(PDRectangle.A4.getHeight(), size.getHeight(), 0.5);
                PrintedText text = PrintedText.of(sheet);
                List<String> words = new ArrayList<>(rules.titleAndStatement());
                words.addAll(List.of(
                        mayor,
                        PaperRules.era(LocalDate.now(clock)),
                        "発行番号" + paper.issueNumber() + page + "/" + pages + "証明書交付センター",
                        page == pages ? "以下余白" : "次葉へ続く",
                        "見本　架空の自治体と人物によるもので、効力はありません。"));
                for (String word : words) {
                    assertTrue(text.has(word), () -> word + " is missing in " + text);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("papers")
    void paper_wholly_saysWhatWasAskedForAndNothingElse(Paper paper) throws IOException {
        PaperRules rules = rules(paper);
        StringBuilder all = new StringBuilder();
        for (byte[] page : paper.pages()) {
            try (PDDocument sheet = Loader.loadPDF(page)) {
                all.append(PrintedText.of(sheet).letters());
            }
        }
        PrintedText text = new PrintedText(all.toString());
        List<String> present = rules.present();
        for (String word : present) {
            assertTrue(text.has(word), () -> word + " is missing in " + text);
        }
        String mayor = new Registers(dir)
                .municipality(paper.order().municipality())
                .path("mayor")
                .asText();
        String explained = PrintedText.bare(String.join("|", present) + "|" + mayor);
        List<String> tooMuch = rules.absent(new Registers(dir)).stream()
                .filter(word -> !explained.contains(PrintedText.bare(word)) && text.has(word))
                .toList();
        assertEquals(List.of(), tooMuch, text::toString);
        assertEquals(rules.leftOut(paper.pages().size()), text.count("省略"), text::toString);
    }

    private static PaperRules rules(Paper paper) throws IOException {
        JsonNode resident = new Registers(dir).resident(paper.resident());
        return new PaperRules(paper, resident);
    }
}
