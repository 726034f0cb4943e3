package jp.madoguchi.devices.print;

import java.io.IOException;

/**
 * The sides of one job, in whichever way a printer takes them. An adapter asks for one of the two; {@link #side} may be called
 * on another thread than the one that prints, one call at a time.
 */
public interface PrintPages {
    int sides();

    /** The whole job as a PDF of {@link #sides()} pages. Not copied: the owner of the pages wipes it. */
    byte[] pdf();

    /**
     * Draws one side of A4, at the printer's own resolution and without smoothing.
     *
     * @param index 0 is the front of the first sheet
     * @return the receiver's, who closes it before asking for the next: one side is in memory at a time
     * @throws IOException when it cannot be drawn
     */
    Bitmap side(int index, int dotsPerInch) throws IOException;
}
