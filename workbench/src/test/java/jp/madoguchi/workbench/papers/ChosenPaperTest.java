package jp.madoguchi.workbench.papers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.madoguchi.kiosk.Kiosk;
import jp.madoguchi.kiosk.terms.Stage;
import jp.madoguchi.simulators.printer.PrintedJob;
import jp.madoguchi.workbench.Desk;
import jp.madoguchi.workbench.Visitor;
import jp.madoguchi.workbench.Workbench;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole visits with other choices than the usual ones: what is tapped is what comes out of the printer. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChosenPaperTest {
    private final Workbench bench;

    ChosenPaperTest(@TempDir Path dir) throws IOException, Kiosk.Unusable {
        bench = Desk.lay(dir);
    }

    @AfterAll
    void stop() {
        bench.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        aomori-hanako   | residence-record           | scope=household domicile=yes relationship=yes my-number=yes | 世帯全員の住民票の原本 青森帆立 000000001030
        sample-anna     | residence-record           | nationality=yes residence-status=yes                        | 見本国 中長期在留者 TS00000000TS
        katsuragi-mihon | residence-record           | my-number=yes                                               | 葛󠄂城見本 000000000052
        jugemu-chosuke  | residence-record-statement | scope=household relationship=yes                            | 住民票記載事項証明書（世帯全員） 藪柑子長久命長助
        aomori-hanako   | tax-certificate            | year=2024                                                   | 令和6年度課税証明書 3,720,000
        aomori-hanako   | income-certificate         | year=2025                                                   | 令和7年度所得証明書 3,980,000
        yoshida-takashi | address-history            | extent=whole domicile=yes                                   | 戸籍の附票の写し（全部） 【名】﨑子 架空町九丁目10番地
        yoshida-takashi | family-register-whole      |                                                             | 【名】髙志 【名】﨑子
        yoshida-takashi | family-register-individual |                                                             | 戸籍個人事項証明書 【名】髙志
        yoshida-takashi | seal-registration          |                                                             | 印鑑登録証明書 𠮷田髙志
        """)
    void visit_choicesTapped_printed(String card, String kind, String options, String words)
            throws IOException, InterruptedException {
        Map<String, String> chosen = new HashMap<>();
        for (String option : options == null ? new String[0] : options.split(" ", -1)) {
            chosen.put("option." + option.split("=", 2)[0], option.split("=", 2)[1]);
        }
        Map<String, Visitor.Act> acts = Map.of(
                "choose-document",
                        (visitor, screen) -> {
                            visitor.tap(screen, "[data-do=choose][data-kind=" + kind + "]");
                            return false;
                        },
                "choose-options",
                        (visitor, screen) -> {
                            visitor.tap(screen, "[data-do=options]", chosen);
                            return false;
                        });
        int before = bench.printer().printed().size();
        Visitor visitor = new Visitor(bench, card, acts);
        visitor.awaitStage(Stage.WELCOME);
        Visitor.Result result = visitor.play();
        assertEquals("delivered", result.end(), result.words());
        List<PrintedJob> jobs = bench.printer().printed();
        try (PDDocument document = Loader.loadPDF(jobs.get(before).file().toFile())) {
            PrintedText text = PrintedText.of(document);
            for (String word : words.split(" ", -1)) {
                assertTrue(text.has(word), () -> word + " is missing in " + text);
            }
        }
    }
}
