package jp.madoguchi.kiosk.qr;

/**
 * A QR code (ISO/IEC 18004): squares, counted from the upper left corner. Immutable.
 */
public final class QrCode {
    /** So many squares around it stay white, or no reader finds it (section 5.3.8). */
    public static final int QUIET = 4;

    private final io.nayuki.qrcodegen.QrCode code;

    private QrCode(io.nayuki.qrcodegen.QrCode code) {
        this.code = code;
    }

    /** The smallest code that says this and is still read with 15 % of it dirty. Throws when it is longer than any code. */
    public static QrCode of(String text) {
        return new QrCode(io.nayuki.qrcodegen.QrCode.encodeText(text, io.nayuki.qrcodegen.QrCode.Ecc.MEDIUM));
    }

    /** Squares from edge to edge, without {@link #QUIET}. */
    public int size() {
        return code.size;
    }

    public boolean dark(int x, int y) {
        return code.getModule(x, y);
    }

    /** The dark squares as an SVG path, in a drawing that is {@link #size} + 2 × {@link #QUIET} wide and high. */
    public String path() {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < size(); y++) {
            for (int x = 0; x < size(); x++) {
                if (dark(x, y)) {
                    path.append('M')
                            .append(x + QUIET)
                            .append(' ')
                            .append(y + QUIET)
                            .append("h1v1h-1z");
                }
            }
        }
        return path.toString();
    }
}
