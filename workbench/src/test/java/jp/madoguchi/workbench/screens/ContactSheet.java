package jp.madoguchi.workbench.screens;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/** Many screens on one picture, small, each with its name. One thread. */
final class ContactSheet {
    private static final int ACROSS = 8;
    private static final int MOST = 32;
    private static final int WIDTH = 300;
    private static final int GAP = 12;
    private static final int LABEL = 22;

    private record Small(String name, BufferedImage picture) {}

    private final String mode;
    private final List<Small> screens = new ArrayList<>();

    ContactSheet(String mode) {
        this.mode = mode;
    }

    String mode() {
        return mode;
    }

    boolean empty() {
        return screens.isEmpty();
    }

    boolean full() {
        return screens.size() == MOST;
    }

    void add(String name, byte[] png) throws IOException {
        BufferedImage whole = ImageIO.read(new ByteArrayInputStream(png));
        BufferedImage small =
                new BufferedImage(WIDTH, whole.getHeight() * WIDTH / whole.getWidth(), BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = small.createGraphics();
        brush.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        int half = Math.max(1, whole.getWidth() / WIDTH / 2);
        BufferedImage halved =
                new BufferedImage(whole.getWidth() / half, whole.getHeight() / half, BufferedImage.TYPE_INT_RGB);
        Graphics2D first = halved.createGraphics();
        first.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        first.drawImage(whole, 0, 0, halved.getWidth(), halved.getHeight(), null);
        first.dispose();
        brush.drawImage(halved, 0, 0, WIDTH, small.getHeight(), null);
        brush.dispose();
        screens.add(new Small(name, small));
    }

    void write(Path file) throws IOException {
        int height = screens.get(0).picture().getHeight();
        int across = Math.min(ACROSS, screens.size());
        int down = (screens.size() + ACROSS - 1) / ACROSS;
        BufferedImage sheet = new BufferedImage(
                across * (WIDTH + GAP) + GAP, down * (height + LABEL + GAP) + GAP, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = sheet.createGraphics();
        brush.setColor(Color.GRAY);
        brush.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        brush.setColor(Color.WHITE);
        brush.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 15));
        for (int i = 0; i < screens.size(); i++) {
            int x = GAP + i % ACROSS * (WIDTH + GAP);
            int y = GAP + i / ACROSS * (height + LABEL + GAP);
            brush.drawImage(screens.get(i).picture(), x, y, null);
            brush.drawString(screens.get(i).name(), x, y + height + LABEL - 6);
        }
        brush.dispose();
        ImageIO.write(sheet, "png", file.toFile());
    }
}
