package jp.madoguchi.simulators.printer;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Reads {@code image/pwg-raster} (PWG 5102.4 section 4) as strictly as it can be read. */
public final class RasterDocument {
    private static final int SYNC = 0x52615332; // "RaS2"
    private static final int UNUSED_COUNT = 128;

    private final ByteBuffer in;
    private final boolean duplex;
    private final DocumentOffer offer;

    private RasterDocument(byte[] document, boolean duplex, DocumentOffer offer) {
        this.in = ByteBuffer.wrap(document);
        this.duplex = duplex;
        this.offer = offer;
    }

    /** How many sides it has. Throws {@link BrokenRaster}. */
    static int sides(byte[] document, boolean duplex, DocumentOffer offer) throws BrokenRaster {
        return new RasterDocument(document, duplex, offer).read(side -> {});
    }

    /**
     * The sides of a file that the printer took, in black and white and as the stream has them: a back that the printer would
     * turn is not turned here.
     */
    public static List<BufferedImage> images(Path file, boolean duplex, DocumentOffer offer) throws IOException {
        List<BufferedImage> sides = new ArrayList<>();
        try {
            RasterDocument document = new RasterDocument(Files.readAllBytes(file), duplex, offer);
            document.read(sides::add);
            return sides;
        } catch (BrokenRaster broken) {
            throw new IOException(file + ": " + broken.getMessage(), broken);
        }
    }

    private int read(Consumer<BufferedImage> each) throws BrokenRaster {
        BrokenRaster.unless(in.remaining() >= 4 && in.getInt() == SYNC, "synchronisation word");
        List<Integer> totals = new ArrayList<>();
        while (in.hasRemaining()) {
            BrokenRaster.unless(in.remaining() >= RasterHeader.LENGTH, "a header cut short");
            RasterHeader header = RasterHeader.read(in, totals.size() % 2 == 1, duplex, offer);
            totals.add(header.totalPages());
            each.accept(side(header));
        }
        int sides = totals.size();
        BrokenRaster.unless(sides > 0, "no side");
        BrokenRaster.unless(totals.stream().allMatch(total -> total == 0 || total == sides), "TotalPageCount");
        return sides;
    }

    private BufferedImage side(RasterHeader header) throws BrokenRaster {
        BufferedImage image = new BufferedImage(header.width(), header.height(), BufferedImage.TYPE_BYTE_BINARY);
        int row = 0;
        byte[] line = new byte[header.lineBytes()];
        byte[] dots = new byte[header.width()];
        while (row < header.height()) {
            int times = next() + 1;
            BrokenRaster.unless(row + times <= header.height(), "more rows than Height");
            line(line);
            padding(header, line);
            for (int x = 0; x < header.width(); x++) {
                dots[x] = (byte) (header.black(line, x) ? 0 : 1); // the image's own palette: black, white
            }
            for (int end = row + times; row < end; row++) {
                image.getRaster().setDataElements(0, row, header.width(), 1, dots);
            }
        }
        return image;
    }

    private void line(byte[] line) throws BrokenRaster {
        int at = 0;
        while (at < line.length) {
            int count = next();
            BrokenRaster.unless(count != UNUSED_COUNT, "a run of the unused count 128");
            boolean repeats = count < UNUSED_COUNT;
            int length = repeats ? count + 1 : 257 - count;
            BrokenRaster.unless(at + length <= line.length, "a run over the end of its row");
            byte same = repeats ? (byte) next() : 0;
            for (int end = at + length; at < end; at++) {
                line[at] = repeats ? same : (byte) next();
            }
        }
    }

    private static void padding(RasterHeader header, byte[] line) throws BrokenRaster {
        int used = header.width() * header.bits() % 8;
        BrokenRaster.unless(used == 0 || (line[line.length - 1] & (0xff >> used)) == 0, "ink beyond Width");
    }

    private int next() throws BrokenRaster {
        BrokenRaster.unless(in.hasRemaining(), "rows cut short");
        return in.get() & 0xff;
    }
}
