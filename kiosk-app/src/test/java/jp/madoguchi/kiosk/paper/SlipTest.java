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
import jp.madoguchi.kiosk.identity.Renewal;
import jp.madoguchi.kiosk.terms.CertificateKind;
import jp.madoguchi.kiosk.terms.Link;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SlipTest {
    private static final ZonedDateTime NOON = ZonedDateTime.of(2026, 11, 22, 12, 0, 0, 0, ZoneId.of("Asia/Tokyo"));
    private static final LocalDate LAST = LocalDate.of(2026, 12, 20);
    private static final Slip SLIP = new Slip(
            NOON,
            "K-0001",
            List.of(
                    new Slip.Entry(
                            CertificateKind.AUTHENTICATION, LAST, LocalDate.of(2026, 9, 21), Renewal.CERTIFICATES),
                    new Slip.Entry(
                            CertificateKind.SIGNATURE,
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
                    "Ended on",
                    "21 November 2026",
                    "令和13年3月3日",
                    Link.CARD.address())) {
                assertTrue(text.contains(said), said + " in " + text);
            }
            assertFalse(text.contains("見本"), text);
        }
    }

    @ParameterizedTest
    @EnumSource(Renewal.class)
    void slip_ofEveryRenewal_keepsItsMargins(Renewal renewal) throws Exception {
        Slip.Entry entry = new Slip.Entry(CertificateKind.SIGNATURE, LAST, LAST.minusDays(90), renewal);
        Slip slip = new Slip(NOON, "K-0001", List.of(entry, entry), Optional.of(LAST));
        try (PaperFont font = new PaperFont(PaperFont.DEBIAN);
                PDDocument pdf = Loader.loadPDF(slip.compose(font, false))) {
            BufferedImage page = new PDFRenderer(pdf).renderImageWithDPI(0, 50);
            int margin = page.getWidth() * 22 / 210;
            for (int y = 0; y < page.getHeight(); y++) {
                for (int x = 0; x < page.getWidth(); x++) {
                    boolean inside = x >= margin && x < page.getWidth() - margin && y < page.getHeight() - margin;
                    assertTrue(inside || (page.getRGB(x, y) & 0xFF) == 0xFF, renewal + ": ink at " + x + ", " + y);
                }
            }
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
