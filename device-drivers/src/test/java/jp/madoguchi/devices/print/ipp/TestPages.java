package jp.madoguchi.devices.print.ipp;

import jp.madoguchi.devices.print.Bitmap;
import jp.madoguchi.devices.print.PrintJob;
import jp.madoguchi.devices.print.PrintPages;
import jp.madoguchi.devices.print.PrintTicket;

/**
 * Pages whose dots tell side, place and orientation: a wedge in the upper left corner, and a bar of the side's own length.
 *
 * @param pdf what is sent when PDF is wanted; it need not be one
 */
@SuppressWarnings("ArrayRecordComponent")
record TestPages(byte[] pdf, int sides) implements PrintPages {
    static PrintJob job(String name, byte[] pdf, int sides, int sheets) {
        return new PrintJob(new PrintTicket(name, sides, sheets), new TestPages(pdf, sides));
    }

    @Override
    public Bitmap side(int index, int dotsPerInch) {
        Bitmap side = new Bitmap(dotsPerInch * 21_000 / 2_540, dotsPerInch * 29_700 / 2_540);
        for (int y = 0; y < 100; y++) {
            for (int x = 0; x <= y; x++) {
                side.ink(x, y);
            }
        }
        for (int x = 0; x < 100 * (index + 1); x++) {
            side.ink(x, 200);
        }
        return side;
    }
}
