package jp.madoguchi.kiosk.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.identity.Renewal;
import jp.madoguchi.kiosk.terms.CertificateKind;
import jp.madoguchi.kiosk.terms.Link;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SlipTest {
    private static final ZonedDateTime NOON = ZonedDateTime.of(2026, 11, 22, 12, 0, 0, 0, ZoneId.of("Asia/Tokyo"));
    private static final LocalDate LAST = LocalDate.of(2026, 12, 20);
    private static final LocalDate SINCE = LocalDate.of(2026, 10, 1);
    private static final Slip SLIP = new Slip(
            NOON,
            "K-0001",
            List.of(
                    new Slip.Entry(
                            CertificateKind.AUTHENTICATION,
                            Standing.IN_FORCE,
                            Optional.of(NOON.toLocalDate()),
                            LAST,
                            LocalDate.of(2026, 9, 21),
                            Renewal.CERTIFICATES),
                    new Slip.Entry(
                            CertificateKind.SIGNATURE,
                            Standing.ENDED,
                            Optional.empty(),
                            LocalDate.of(2026, 11, 21),
                            LocalDate.of(2026, 8, 22),
                            Renewal.CARD)),
            Optional.of(LocalDate.of(2031, 3, 3)));

    private static byte[] pdf(boolean sample) throws Exception {
        try (PaperFont font = new PaperFont(PaperFont.DEBIAN)) {
            return SLIP.compose(font, sample);
        }
    }

    @Test
    void slip_saysLastDaysAndRenewal_onOneSide() throws Exception {
        try (PDDocument slip = Loader.loadPDF(pdf(false))) {
            assertEquals(1, slip.getNumberOfPages());
            String text = new PDFTextStripper().getText(slip);
            for (String said : List.of(
                    "令和8年12月20日",
                    "20 December 2026",
                    "令和8年9月21日から令和8年12月20日まで",
                    "from 21 September 2026 to 20 December 2026",
                    "お住まいの市区町村の窓口",
                    "In force (as of 22 November 2026)",
                    "Ended on",
                    "21 November 2026",
                    "令和13年3月3日",
                    "電話　0120-95-0178",
                    "In other languages　0120-0178-27",
                    Link.CARD.address())) {
                assertTrue(text.contains(said), said + " in " + text);
            }
            assertFalse(text.contains("見本"), text);
        }
    }

    private static Slip both(Standing standing, Renewal renewal) {
        Slip.Entry entry = new Slip.Entry(
                CertificateKind.SIGNATURE, standing, Optional.of(SINCE), LAST, LAST.minusDays(90), renewal);
        return new Slip(NOON, "K-0001", List.of(entry, entry), Optional.of(LAST));
    }

    static Stream<Arguments> everyEntry() {
        return Stream.of(Standing.values())
                .flatMap(standing -> Stream.of(Renewal.values()).map(renewal -> Arguments.of(standing, renewal)));
    }

    @ParameterizedTest
    @MethodSource("everyEntry")
    void slip_ofEveryEntry_keepsItsMargins(Standing standing, Renewal renewal) throws Exception {
        try (PaperFont font = new PaperFont(PaperFont.DEBIAN);
                PDDocument pdf = Loader.loadPDF(both(standing, renewal).compose(font, false))) {
            BufferedImage page = new PDFRenderer(pdf).renderImageWithDPI(0, 50);
            int margin = page.getWidth() * 22 / 210;
            for (int y = 0; y < page.getHeight(); y++) {
                for (int x = 0; x < page.getWidth(); x++) {
                    boolean inside = x >= margin && x < page.getWidth() - margin && y < page.getHeight() - margin;
                    assertTrue(
                            inside || (page.getRGB(x, y) & 0xFF) == 0xFF,
                            standing + ", " + renewal + ": ink at " + x + ", " + y);
                }
            }
        }
    }

    /** standing, in which words, whether a time of renewal is told, whether a last day of its validity is */
    static Stream<Arguments> standings() {
        return Stream.of(
                Arguments.of(Standing.IN_FORCE, "In force (as of 1 October 2026)", true, true),
                Arguments.of(Standing.UNANSWERED, "not known yet", true, true),
                Arguments.of(Standing.UNREGISTERED, "Not registered yet", true, true),
                Arguments.of(Standing.REVOKED, "Revoked on 1 October 2026", false, false),
                Arguments.of(Standing.ON_HOLD, "Suspended since 1 October 2026", false, false),
                Arguments.of(Standing.UNVERIFIED, "could not be verified", false, false),
                Arguments.of(Standing.NOT_BEGUN, "has not begun", false, true),
                Arguments.of(Standing.ENDED, "It has ended", false, false));
    }

    @ParameterizedTest
    @MethodSource("standings")
    void slip_ofEachStanding_saysNoMoreThanThat(Standing standing, String said, boolean renewal, boolean valid)
            throws Exception {
        try (PaperFont font = new PaperFont(PaperFont.DEBIAN);
                PDDocument pdf =
                        Loader.loadPDF(both(standing, Renewal.CERTIFICATES).compose(font, false))) {
            String text = new PDFTextStripper().getText(pdf);
            String certificates = text.substring(0, text.indexOf("The card itself"));
            assertTrue(certificates.contains(said), text);
            assertEquals(renewal, certificates.contains("更新できる期間"), text);
            assertEquals(valid, certificates.contains("Valid until"), text);
        }
    }

    @Test
    void code_onPaper_saysWhereToApply() throws Exception {
        try (PDDocument slip = Loader.loadPDF(pdf(true))) {
            BufferedImage page = new PDFRenderer(slip).renderImageWithDPI(0, 150);
            int width = page.getWidth();
            int height = page.getHeight();
            int[] pixels = page.getRGB(0, 0, width, height, null, 0, width);
            String read = new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels))))
                    .getText();
            assertEquals(Link.CARD.address(), read);
        }
    }
}
