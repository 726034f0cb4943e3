package jp.madoguchi.simulators.printer;

/** A raster that a strict printer refuses; the message names the field or the place. */
final class BrokenRaster extends Exception {
    private static final long serialVersionUID = 1L;

    BrokenRaster(String what) {
        super(what);
    }

    static void unless(boolean sound, String what) throws BrokenRaster {
        if (!sound) {
            throw new BrokenRaster(what);
        }
    }
}
