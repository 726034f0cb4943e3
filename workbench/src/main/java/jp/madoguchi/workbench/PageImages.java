package jp.madoguchi.workbench;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Printed sides as PNG. */
public final class PageImages {
    private PageImages() {}

    public static List<byte[]> of(Path pdf, float dotsPerInch) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            PDFRenderer renderer = new PDFRenderer(document);
            List<byte[]> images = new ArrayList<>();
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                BufferedImage image = renderer.renderImageWithDPI(page, dotsPerInch, ImageType.RGB);
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                if (!ImageIO.write(image, "png", out)) {
                    throw new IOException("this platform writes no PNG");
                }
                images.add(out.toByteArray());
            }
            return images;
        }
    }

    /** Writes {@code name-1.png}, {@code name-2.png} …; a single side is {@code name.png} when {@code single}. */
    public static void write(Path pdf, Path dir, String name, boolean single) throws IOException {
        List<byte[]> images = of(pdf, 150);
        for (int i = 0; i < images.size(); i++) {
            String file = single && images.size() == 1 ? name + ".png" : name + "-" + (i + 1) + ".png";
            Files.write(dir.resolve(file), images.get(i));
        }
    }
}
