package jp.madoguchi.simulators.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.model.Status;
import com.hp.jipp.model.Types;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A raster written here by hand, and every way in which it could be wrong. */
class RasterRefusalTest {
    private static final int WIDTH = 4960;
    private static final int HEIGHT = 7015;
    private static final int LINE = WIDTH / 8;
    private static final int ROWS = 4 + RasterHeader.LENGTH;

    @TempDir
    Path dir;

    private PrinterSimulator printer;
    private IppClient client;

    @BeforeEach
    void start() throws IOException {
        printer = PrinterSimulator.start(dir, 0);
        client = new IppClient(printer.uri());
    }

    @AfterEach
    void stop() {
        printer.close();
    }

    /** White sides, every row a run of {@code LINE} zeros. */
    private static byte[] blank(int sides) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("RaS2".getBytes(StandardCharsets.US_ASCII));
        for (int side = 0; side < sides; side++) {
            out.writeBytes(header(sides));
            for (int left = HEIGHT; left > 0; left -= 256) {
                out.write(Math.min(256, left) - 1);
                for (int at = LINE; at > 0; at -= 128) {
                    out.write(Math.min(128, at) - 1);
                    out.write(0);
                }
            }
        }
        return out.toByteArray();
    }

    private static byte[] header(int sides) {
        ByteBuffer header = ByteBuffer.allocate(RasterHeader.LENGTH);
        header.put(0, "PwgRaster".getBytes(StandardCharsets.US_ASCII));
        header.put(1732, JobTemplate.A4.getBytes(StandardCharsets.US_ASCII));
        int[][] fields = {
            {272, 1}, {276, 600}, {280, 600}, {340, 1}, {352, 595}, {356, 842}, {372, WIDTH}, {376, HEIGHT},
            {384, 1}, {388, 1}, {392, LINE}, {400, 3}, {420, 1}, {452, sides}, {456, 1}, {460, 1}
        };
        for (int[] field : fields) {
            header.putInt(field[0], field[1]);
        }
        return header.array();
    }

    private static Arguments field(String name, int at, int value) {
        return Arguments.of(name, (UnaryOperator<byte[]>) raster -> {
            ByteBuffer.wrap(raster).putInt(4 + at, value);
            return raster;
        });
    }

    private static Arguments octet(String name, int at, int value) {
        return Arguments.of(name, (UnaryOperator<byte[]>) raster -> {
            raster[at] = (byte) value;
            return raster;
        });
    }

    private static Arguments of(String name, UnaryOperator<byte[]> change) {
        return Arguments.of(name, change);
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                octet("synchronisation word", 3, '3'),
                octet("name", 4, 'X'),
                field("reserved", 256, 1),
                field("duplex", 272, 0),
                field("resolution", 276, 1200),
                field("anisotropic", 280, 300),
                field("copies", 340, 2),
                field("page size", 352, 612),
                field("tumble", 368, 1),
                field("width", 372, WIDTH - 8),
                field("height", 376, HEIGHT + 2),
                field("bits", 384, 8),
                field("bits per pixel", 388, 8),
                field("bytes per line", 392, LINE + 1),
                field("planar", 396, 1),
                field("colour", 400, 19),
                field("colours", 420, 3),
                field("pages in all", 452, 3),
                field("transform", 460, -1),
                octet("page size name", 4 + 1732, 'x'),
                octet("a run of 128", ROWS + 1, 128),
                octet("a run over the row's end", ROWS + 1 + 8, 127),
                octet("too many rows", ROWS + 11 * 27, 255),
                of("cut in a header", raster -> Arrays.copyOf(raster, 1000)),
                of("cut in a row", raster -> Arrays.copyOf(raster, raster.length - 1)),
                of("more after the end", raster -> Arrays.copyOf(raster, raster.length + 1)),
                of("nothing but the word", raster -> Arrays.copyOf(raster, 4)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void raster_broken_isRefusedAndNothingIsPrinted(String what, UnaryOperator<byte[]> change) throws Exception {
        assertEquals(
                Status.clientErrorDocumentFormatError,
                send(change.apply(blank(2))).getStatus(),
                what);
        assertEquals(List.of(), printer.printed());
    }

    @Test
    void raster_sound_isPrinted() throws Exception {
        assertEquals(Status.successfulOk, send(blank(2)).getStatus());
        assertEquals(
                2,
                RasterDocument.images(printer.printed().get(0).file(), true, DocumentOffer.ALL)
                        .size());
    }

    private IppPacket send(byte[] raster) throws Exception {
        int id = client.create("t-1", "two-sided-long-edge");
        return client.send(
                client.request(
                        IppOperation.SEND_DOCUMENT,
                        Types.jobId.of(id),
                        Types.documentFormat.of(DocumentOffer.RASTER),
                        Types.lastDocument.of(true)),
                raster);
    }
}
