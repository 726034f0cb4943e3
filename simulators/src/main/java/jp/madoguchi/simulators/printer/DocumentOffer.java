package jp.madoguchi.simulators.printer;

import java.util.List;

/**
 * Which documents a printer takes (PWG 5102.4 section 6 for the raster's part).
 *
 * @param formats media types; {@link PrinterDescription#AUTO} always comes with them
 * @param rasterTypes {@code pwg-raster-document-type-supported}: black_1, sgray_8, black_8
 * @param rasterResolutions dots per inch, both ways
 * @param sheetBack {@code pwg-raster-document-sheet-back}
 */
public record DocumentOffer(
        List<String> formats, List<String> rasterTypes, List<Integer> rasterResolutions, String sheetBack) {
    public static final String PDF = "application/pdf";
    public static final String RASTER = "image/pwg-raster";

    /** PDF, and raster of a bit a dot at 600 dpi. */
    public static final DocumentOffer ALL =
            new DocumentOffer(List.of(PDF, RASTER), List.of("black_1", "sgray_8"), List.of(300, 600), "normal");

    public DocumentOffer {
        formats = List.copyOf(formats);
        rasterTypes = List.copyOf(rasterTypes);
        rasterResolutions = List.copyOf(rasterResolutions);
    }

    /** As it is, with another back of the sheet. */
    public DocumentOffer turned(String back) {
        return new DocumentOffer(formats, rasterTypes, rasterResolutions, back);
    }

    /** Nothing but this format. */
    public DocumentOffer only(String format) {
        return new DocumentOffer(List.of(format), rasterTypes, rasterResolutions, sheetBack);
    }

    /** As it is, with these kinds of raster. */
    public DocumentOffer typed(String... types) {
        return new DocumentOffer(formats, List.of(types), rasterResolutions, sheetBack);
    }
}
