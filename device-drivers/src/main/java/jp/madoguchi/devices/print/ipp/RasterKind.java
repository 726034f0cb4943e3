package jp.madoguchi.devices.print.ipp;

import com.hp.jipp.encoding.AttributeGroup;
import com.hp.jipp.encoding.Resolution;
import com.hp.jipp.encoding.ResolutionUnit;
import com.hp.jipp.model.Types;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import jp.madoguchi.devices.print.DocumentFormat;

/** The raster that is sent to one printer: the best of what it takes ({@code pwg-raster-document-*}, PWG 5102.4 section 6). */
record RasterKind(int dotsPerInch, Dots dots, SheetBack back) {
    /** Ways to say black and white, the preferred first; ColorSpaceEnum of PWG 5102.4 table 3. */
    enum Dots {
        /** A bit a dot, 1 = black. */
        BLACK_1("black_1", 1, 3),
        /** A byte a dot, 0 = black. */
        SGRAY_8("sgray_8", 8, 18),
        /** A byte a dot, 255 = black. */
        BLACK_8("black_8", 8, 3);

        private final String keyword;
        private final int bits;
        private final int colorSpace;

        Dots(String keyword, int bits, int colorSpace) {
            this.keyword = keyword;
            this.bits = bits;
            this.colorSpace = colorSpace;
        }

        int bits() {
            return bits;
        }

        int colorSpace() {
            return colorSpace;
        }
    }

    /** Empty when it takes no raster that this program makes. */
    static Optional<RasterKind> takenBy(AttributeGroup printer) {
        if (!printer.getStrings(Types.documentFormatSupported).contains(DocumentFormat.RASTER.mediaType())) {
            return Optional.empty();
        }
        List<String> types = printer.getStrings(Types.pwgRasterDocumentTypeSupported);
        Optional<Dots> dots = Arrays.stream(Dots.values())
                .filter(each -> types.contains(each.keyword))
                .findFirst();
        List<Resolution> resolutions = Optional.ofNullable(
                        printer.getValues(Types.pwgRasterDocumentResolutionSupported))
                .orElse(List.of());
        SheetBack back = SheetBack.of(printer.getStrings(Types.pwgRasterDocumentSheetBack).stream()
                .findFirst()
                .orElse(""));
        return IntStream.of(600, 300)
                .filter(dpi -> resolutions.contains(new Resolution(dpi, dpi, ResolutionUnit.dotsPerInch)))
                .boxed()
                .findFirst()
                .flatMap(dpi -> dots.map(each -> new RasterKind(dpi, each, back)));
    }
}
