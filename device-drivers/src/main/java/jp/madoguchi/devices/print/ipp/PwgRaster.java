package jp.madoguchi.devices.print.ipp;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import jp.madoguchi.devices.print.Bitmap;
import jp.madoguchi.devices.print.PrintPages;

/**
 * A job as {@code image/pwg-raster} (PWG 5102.4), made while it is read: one side is drawn when the one before has been read,
 * and wiped then. Read by one thread; closed by any, after which nothing more is drawn.
 */
final class PwgRaster extends InputStream {
    private static final byte[] SYNC = "RaS2".getBytes(StandardCharsets.US_ASCII);

    private final PrintPages pages;
    private final RasterKind kind;
    private final WipedBytes made = new WipedBytes();
    private byte[] ready = SYNC.clone();
    private int at;
    private Optional<Bitmap> side = Optional.empty();
    private int sidesBegun;
    private int row;
    private byte[] dots = new byte[0];
    private byte[] ahead = new byte[0];
    private boolean closed;

    PwgRaster(PrintPages pages, RasterKind kind) {
        this.pages = pages;
        this.kind = kind;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public synchronized int read(byte[] into, int offset, int length) throws IOException {
        if (closed) {
            throw new IOException("the job is over");
        }
        int filled = 0;
        while (filled < length && (at < ready.length || makeMore())) {
            int some = Math.min(length - filled, ready.length - at);
            System.arraycopy(ready, at, into, offset + filled, some);
            at += some;
            filled += some;
        }
        return filled == 0 && length > 0 ? -1 : filled;
    }

    /** The next header, or the next rows that are the same; answers false at the end of the last side. */
    private boolean makeMore() throws IOException {
        Arrays.fill(ready, (byte) 0);
        at = 0;
        if (side.isPresent() && row == side.get().height()) {
            side.get().close();
            side = Optional.empty();
        }
        if (side.isPresent()) {
            ready = rows(side.get());
            return true;
        }
        if (sidesBegun == pages.sides()) {
            ready = new byte[0];
            return false;
        }
        ready = begin(pages.side(sidesBegun, kind.dotsPerInch()));
        return true;
    }

    private byte[] begin(Bitmap drawn) {
        boolean back = sidesBegun % 2 == 1;
        sidesBegun++;
        side = Optional.of(drawn);
        row = 0;
        dots = new byte[Math.max(drawn.rowBytes(), RasterHeader.bytesPerLine(kind, drawn))];
        ahead = dots.clone();
        return RasterHeader.of(kind, drawn, back, pages.sides());
    }

    private byte[] rows(Bitmap drawn) {
        take(drawn, row, dots);
        int times = 1;
        while (times < RasterRow.MOST_REPEATS && row + times < drawn.height()) {
            take(drawn, row + times, ahead);
            if (!Arrays.equals(dots, ahead)) {
                break;
            }
            times++;
        }
        row += times;
        RasterRow.write(dots, RasterHeader.bytesPerLine(kind, drawn), times, made);
        return made.taken();
    }

    /** Row {@code number} of what is sent, counted from its top, turned and in the printer's kind of dots. */
    private void take(Bitmap drawn, int number, byte[] into) {
        boolean back = sidesBegun % 2 == 0;
        boolean upsideDown = back && kind.back().feedTransform() < 0;
        boolean mirrored = back && kind.back().crossFeedTransform() < 0;
        drawn.row(upsideDown ? drawn.height() - 1 - number : number, into);
        if (mirrored) {
            RasterDots.mirror(into, drawn.width());
        }
        RasterDots.widen(into, drawn.width(), kind.dots());
    }

    /** Wipes what is drawn. */
    @Override
    public synchronized void close() {
        closed = true;
        side.ifPresent(Bitmap::close);
        Arrays.fill(dots, (byte) 0);
        Arrays.fill(ahead, (byte) 0);
        Arrays.fill(ready, (byte) 0);
    }
}
