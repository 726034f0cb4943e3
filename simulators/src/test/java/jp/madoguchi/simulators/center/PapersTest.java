package jp.madoguchi.simulators.center;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import jp.madoguchi.simulators.center.pages.Attestation;
import jp.madoguchi.simulators.center.pages.CertificatePrinter;
import jp.madoguchi.simulators.center.pages.Typeface;
import jp.madoguchi.simulators.people.Residents;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every kind of certificate on paper; the pages stay as pictures in {@code target/pictures} for a person to look at. */
class PapersTest {
    private static final Path PICTURES = Path.of("target", "pictures");

    @TempDir
    private static Path dir;

    private static CertificatePrinter printer;

    @BeforeAll
    static void town_filled() throws IOException {
        Residents.copyInto(dir);
        Files.createDirectories(PICTURES);
        printer = new CertificatePrinter(Typeface.ipamjMincho());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            aomori-hanako   | residence-record           | scope=self domicile=no relationship=no                  | 妻 太郎 青森市架空町一丁目2番地
            sample-anna     | residence-record           | scope=self nationality=no residence-status=no           | TS00000000TS 3年 中長期在留者 本籍
            yoshida-takashi | residence-record-statement | scope=self domicile=no relationship=no                  | 000000000044 﨑子 髙右衛門 青森県青森市架空町九丁目10番地
            aomori-hanako   | residence-record           | scope=members=1,3 domicile=yes relationship=yes          | 花子 帆立 世帯全員 （個人）
            yoshida-takashi | seal-registration          |                                                         | 000000000044 﨑子
            aomori-hanako   | income-certificate         | year=2025                                               | 4,210,000 均等割額
            yoshida-takashi | family-register-individual |                                                         | 昭和40年5月5日 みの
            yoshida-takashi | address-history            | extent=individual domicile=no                           | 﨑子 青森県青森市架空町九丁目10番地
            """)
    void paper_notAskedFor_isNotThere(String resident, String kind, String options, String absent) throws IOException {
        String text = draw(resident, Kind.of(kind), options == null ? "" : options);
        for (String part : absent.split(" ", -1)) {
            assertFalse(text.contains(part), part + " stands in " + text);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            aomori-hanako   | residence-record           | scope=household domicile=yes relationship=yes my-number=yes | 2 | 住民票の写し（世帯全員） 青森,帆立 アオモリ,ホタテ 世帯主 000000000010 000000001030 青森県青森市架空町一丁目2番地 平成24年4月1日 世帯全員の住民票の原本と相違ない
            aomori-hanako   | residence-record           | scope=members=1,3 domicile=yes relationship=yes              | 1 | 住民票の写し（世帯の一部） 青森,太郎 平成26年7月7日 この写しは、世帯の一部の住民票の原本と相違ないことを証明する
            aomori-hanako   | residence-record-statement | scope=members=2,4                                           | 1 | 住民票記載事項証明書（世帯の一部） 青森,花子 青森,帆立
            yoshida-takashi | residence-record           | scope=members=1,2                                           | 1 | 住民票の写し（世帯全員） 𠮷田,﨑子 世帯全員の住民票の原本
            sample-anna     | residence-record           | scope=self nationality=yes residence-status=yes relationship=yes | 1 | SAMPLE,ANNA 見本国 TS00000000TS 技術・人文知識・国際業務 令和10年10月1日
            yoshida-takashi | residence-record-statement | scope=self domicile=yes relationship=yes | 1 | 住民票記載事項証明書（個人） 𠮷田,髙志 記載があることを証明する
            yoshida-takashi | seal-registration          |                                          | 1 | 印鑑登録証明書 𠮷田,髙志 昭和37年8月15日 登録された印影と相違ない
            aomori-hanako   | tax-certificate            | year=2026                                | 1 | 令和8年度　課税証明書 令和7年中の所得 4,210,000 2,928,000 160,500
            kakuu-ichiro    | tax-certificate            | year=2026                                | 1 | 令和8年度　非課税証明書 非課税 350,000
            aomori-hanako   | income-certificate         | year=2025                                | 1 | 令和7年度　所得証明書 3,980,000 所得があることを証明する
            aomori-hanako   | family-register-whole      |                                          | 2 | 戸籍全部事項証明書 【名】帆立 【編製日】平成24年4月1日 【母】津軽,文子 全部を証明した書面
            yoshida-takashi | family-register-individual |                                          | 1 | 戸籍個人事項証明書 【名】髙志 【配偶者氏名】𠮷田,﨑子 一部の者
            aomori-hanako   | address-history            | extent=whole domicile=yes                | 1 | 戸籍の附票の写し（全部） 【住所】青森県見本郡例示町字架空5番地 【名】林檎
            """)
    void paper_askedFor_isThereOnEveryPageAttested(
            String resident, String kind, String options, int pages, String present) throws IOException {
        String text = draw(resident, Kind.of(kind), options == null ? "" : options);
        for (String part : (present + " 令和8年11月25日 261125-0BADCAFE " + pages + "," + "/," + pages).split(" ", -1)) {
            assertTrue(text.contains(part.replace(',', ' ')) || text.contains(part), part + " is missing in " + text);
        }
        assertEquals(pages, text.split("261125-0BADCAFE", -1).length - 1);
        assertEquals(pages, text.split("見本　架空の自治体と人物によるもので", -1).length - 1);
    }

    @Test
    void shippedTowns_together_issueEveryKind() throws IOException {
        Set<Kind> issued = new Register(dir)
                .municipalities().stream()
                        .flatMap(town -> town.issues().stream())
                        .map(Municipality.Issue::kind)
                        .collect(Collectors.toSet());
        assertEquals(EnumSet.allOf(Kind.class), issued);
    }

    /** {@code scope=members=1,3}: the first and the third of the register. */
    private static List<String> members(Household household, Map<String, String> chosen) {
        String[] scope = chosen.getOrDefault("scope", "").split("=", 2);
        if (scope.length < 2) {
            return List.of();
        }
        chosen.put("scope", scope[0]);
        List<String> handles = List.copyOf(household.members().keySet());
        return Arrays.stream(scope[1].split(",", -1))
                .map(number -> handles.get(Integer.parseInt(number) - 1))
                .sorted()
                .toList();
    }

    private static String draw(String id, Kind kind, String options) throws IOException {
        Resident resident = Resident.read(
                JsonObject.read(Files.readAllBytes(dir.resolve("residents").resolve(id + ".json"))));
        Map<String, String> chosen = new TreeMap<>();
        Arrays.stream(options.split(" ", -1))
                .filter(option -> !option.isEmpty())
                .map(option -> option.split("=", 2))
                .forEach(pair -> chosen.put(pair[0], pair[1]));
        Household household = Household.of(resident, new SecureRandom());
        DocumentRequest asked = new DocumentRequest("02201", kind.wireName(), chosen, members(household, chosen), 1, 0);
        List<byte[]> pages = printer.draw(Papers.sheet(
                kind,
                new Papers.Subject(resident, household.people(asked), asked),
                new Attestation("青森市長 架空 一郎", "青森市長之印", LocalDate.of(2026, 11, 25), "261125-0BADCAFE")));
        StringBuilder text = new StringBuilder();
        for (int page = 0; page < pages.size(); page++) {
            try (PDDocument document = Loader.loadPDF(pages.get(page))) {
                assertEquals(1, document.getNumberOfPages());
                text.append(new PDFTextStripper().getText(document));
                Path picture = PICTURES.resolve(kind.wireName() + "-" + id + "-" + (page + 1) + ".png");
                assertTrue(ImageIO.write(new PDFRenderer(document).renderImageWithDPI(0, 80), "png", picture.toFile()));
            }
        }
        return text.toString();
    }
}
