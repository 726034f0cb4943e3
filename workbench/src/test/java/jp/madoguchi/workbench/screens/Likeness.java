package jp.madoguchi.workbench.screens;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.ImageIO;

/**
 * A screen seen from afar: how bright each of its cells is. Small enough to be kept, and coarse enough that another release of the
 * browser or of the typeface, which draws a letter's edge otherwise, changes little; a line that breaks elsewhere, a button that
 * moves or a colour that goes changes much.
 */
final class Likeness {
    /** CSS pixels to a cell, across and down. */
    private static final int CELL = 20;

    /** Of 255: what a cell may differ by and still look the same. */
    private static final int SAME = 24;

    /** Of all cells: how many may look otherwise. */
    private static final double FEW = 0.01;

    private final int width;
    private final byte[] cells;

    private Likeness(int width, byte[] cells) {
        this.width = width;
        this.cells = cells;
    }

    /** Of a picture with one pixel to each CSS pixel. */
    static Likeness of(byte[] png) throws IOException {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
        int width = picture.getWidth() / CELL;
        byte[] cells = new byte[width * (picture.getHeight() / CELL)];
        for (int i = 0; i < cells.length; i++) {
            int sum = 0;
            for (int pixel : picture.getRGB(i % width * CELL, i / width * CELL, CELL, CELL, null, 0, CELL)) {
                sum += brightness(pixel);
            }
            cells[i] = (byte) (sum / (CELL * CELL));
        }
        return new Likeness(width, cells);
    }

    private static int brightness(int pixel) {
        return ((pixel >> 16 & 0xff) * 30 + (pixel >> 8 & 0xff) * 59 + (pixel & 0xff) * 11) / 100;
    }

    /** As it was kept. */
    static Likeness kept(byte[] file) throws IOException {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(file));
        byte[] cells =
                (byte[]) picture.getRaster().getDataElements(0, 0, picture.getWidth(), picture.getHeight(), null);
        return new Likeness(picture.getWidth(), cells);
    }

    byte[] toKeep() throws IOException {
        BufferedImage picture = new BufferedImage(width, cells.length / width, BufferedImage.TYPE_BYTE_GRAY);
        picture.getRaster().setDataElements(0, 0, width, cells.length / width, cells);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", file);
        return file.toByteArray();
    }

    /** In words, how this screen looks otherwise than {@code approved}; empty when it looks the same. */
    Optional<String> unlike(Likeness approved) {
        if (width != approved.width || cells.length != approved.cells.length) {
            return Optional.of("another size");
        }
        int[] otherwise = new int[cells.length];
        int count = 0;
        for (int i = 0; i < cells.length; i++) {
            if (Math.abs((cells[i] & 0xff) - (approved.cells[i] & 0xff)) > SAME) {
                otherwise[count++] = i;
            }
        }
        if (count <= FEW * cells.length) {
            return Optional.empty();
        }
        int[] rows =
                Arrays.stream(otherwise, 0, count).map(i -> i / width * CELL).toArray();
        return Optional.of(String.format(
                "%d of %d cells look otherwise, from %d px down to %d px",
                count, cells.length, rows[0], rows[rows.length - 1] + CELL));
    }
}
