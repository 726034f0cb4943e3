package jp.madoguchi.devices.print.ipp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import jp.madoguchi.devices.print.Bitmap;
import jp.madoguchi.devices.print.PrintPages;
import org.junit.jupiter.api.Test;

final class PwgRasterTest implements PrintPages {
    private final List<Bitmap> drawn = new ArrayList<>();
    private final PwgRaster raster =
            new PwgRaster(this, new RasterKind(300, RasterKind.Dots.BLACK_1, SheetBack.NORMAL));

    @Override
    public int sides() {
        return 3;
    }

    @Override
    public byte[] pdf() {
        throw new AssertionError("no PDF is wanted");
    }

    @Override
    public Bitmap side(int index, int dotsPerInch) throws IOException {
        if (index == 2) {
            throw new IOException("cannot be drawn");
        }
        assertTrue(drawn.stream().allMatch(PwgRasterTest::wiped), "one side in memory at a time");
        drawn.add(new TestPages(new byte[0], 3).side(index, dotsPerInch));
        return drawn.get(drawn.size() - 1);
    }

    @Test
    void read_aSideThatCannotBeDrawn_failsInsteadOfEnding() throws IOException {
        assertEquals(0, drawn.size(), "nothing is drawn before it is read");
        assertThrows(IOException.class, raster::readAllBytes);
        assertEquals(2, drawn.size());
    }

    @Test
    void close_inTheMidst_wipesAndDrawsNoMore() throws IOException {
        assertEquals(2000, raster.readNBytes(2000).length);
        raster.close();
        assertTrue(wiped(drawn.get(0)));
        assertThrows(IOException.class, raster::read);
        assertEquals(1, drawn.size());
    }

    private static boolean wiped(Bitmap side) {
        byte[] row = new byte[side.rowBytes()];
        for (int y = 0; y < side.height(); y++) {
            side.row(y, row);
            for (byte dots : row) {
                if (dots != 0) {
                    return false;
                }
            }
        }
        return true;
    }
}
