package jp.madoguchi.kiosk.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ClaimSlipTest {
    private static final ZonedDateTime LATE = ZonedDateTime.of(2026, 11, 21, 23, 30, 0, 0, ZoneId.of("UTC"));

    private static ClaimSlip slip(int owed, boolean uncounted, boolean paper, Optional<String> contact) {
        return slip(owed, 0, uncounted, paper, contact);
    }

    private static ClaimSlip slip(int owed, int doubtful, boolean uncounted, boolean paper, Optional<String> contact) {
        return new ClaimSlip("3F2A-91C0", LATE, "K-0001", "S-001", contact, owed, doubtful, uncounted, paper);
    }

    static Stream<Arguments> slips() {
        Optional<String> nobody = Optional.empty();
        return Stream.of(
                Arguments.of(slip(1200, false, false, nobody), false, List.of("¥1,200", "To be returned")),
                Arguments.of(slip(300, false, true, nobody), true, List.of("¥300", "印刷が最後まで終わったか分かりません。")),
                Arguments.of(
                        slip(1500, 500, false, false, nobody),
                        true,
                        List.of("¥1,500", "¥500は出たか分かりません。", "may have come out already")),
                Arguments.of(
                        slip(10_500, 10_500, true, true, Optional.of("窓口コールセンター 0120-000-000（8時〜20時）")),
                        true,
                        List.of("¥10,500は出たか分かりません。", "お問い合わせ", "0120-000-000")),
                Arguments.of(slip(0, true, false, nobody), false, List.of("係員が機械の中を確かめます。")),
                Arguments.of(
                        slip(100, true, true, Optional.of("窓口コールセンター 0120-000-000（8時〜20時）")),
                        false,
                        List.of("お問い合わせ", "0120-000-000")));
    }

    @ParameterizedTest
    @MethodSource("slips")
    void slip_saysTheNumberAndWhatIsOpen_onOneSide(ClaimSlip slip, boolean sample, List<String> said) throws Exception {
        byte[] pdf;
        try (PaperFont font = new PaperFont(PaperFont.DEBIAN)) {
            pdf = slip.compose(font, sample);
        }
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertEquals(1, document.getNumberOfPages());
            String text = new PDFTextStripper().getText(document);
            Stream.concat(
                            said.stream(),
                            Stream.of("3F2A-91C0", "令和8年11月22日 08:30", "22 November 2026", "S-001", "K-0001", "係員"))
                    .forEach(each -> assertTrue(text.contains(each), each + " in " + text));
            assertEquals(slip.owed() > 0, text.contains("お返しするお金"), text);
            assertEquals(slip.doubtful() > 0, text.contains("not certain"), text);
            assertEquals(slip.uncounted(), text.contains("Not counted"), text);
            assertEquals(slip.paper(), text.contains("The certificate"), text);
            assertEquals(slip.contact().isPresent(), text.contains("お問い合わせ"), text);
            assertEquals(sample, text.replaceAll("\\s", "").contains("見本TEST"), text);
        }
    }
}
