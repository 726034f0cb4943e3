package jp.madoguchi.kiosk.qr;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.ChecksumException;
import com.google.zxing.FormatException;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.Pattern;
import jp.madoguchi.kiosk.terms.Link;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Read back by another library than the one that drew it. */
class QrCodeTest {
    private static final int SCALE = 6;
    private static final int WHITE = 0xFFFFFF;
    private static final Pattern SQUARE = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z");

    @ParameterizedTest
    @EnumSource(Link.class)
    void path_ofEveryLink_saysItsAddress(Link link) throws NotFoundException, ChecksumException, FormatException {
        QrCode code = QrCode.of(link.address());
        Result read = read(code.path(), code.size() + 2 * QrCode.QUIET);
        assertEquals(BarcodeFormat.QR_CODE, read.getBarcodeFormat());
        assertEquals(link.address(), read.getText());
    }

    private static Result read(String path, int side) throws NotFoundException, ChecksumException, FormatException {
        int edge = side * SCALE;
        int[] pixels = new int[edge * edge];
        Arrays.fill(pixels, WHITE);
        SQUARE.matcher(path).results().forEach(square -> {
            int left = Integer.parseInt(square.group(1)) * SCALE;
            int top = Integer.parseInt(square.group(2)) * SCALE;
            for (int y = top; y < top + SCALE; y++) {
                Arrays.fill(pixels, y * edge + left, y * edge + left + SCALE, 0);
            }
        });
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(edge, edge, pixels))));
    }
}
