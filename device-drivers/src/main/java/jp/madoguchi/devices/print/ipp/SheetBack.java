package jp.madoguchi.devices.print.ipp;

import java.util.Arrays;

/**
 * How a printer wants the back of a sheet turned on the long edge ({@code pwg-raster-document-sheet-back}, PWG 5102.4 section
 * 6.1.1 and table 9).
 *
 * <table>
 * <caption>The back, two-sided-long-edge</caption>
 * <tr><th>keyword</th><th>rows</th><th>dots in a row</th><th>CrossFeedTransform</th><th>FeedTransform</th></tr>
 * <tr><td>normal, manual-tumble</td><td>as they are</td><td>as they are</td><td>1</td><td>1</td></tr>
 * <tr><td>flipped</td><td>last first</td><td>as they are</td><td>1</td><td>-1</td></tr>
 * <tr><td>rotated</td><td>last first</td><td>last first</td><td>-1</td><td>-1</td></tr>
 * </table>
 */
enum SheetBack {
    NORMAL("normal", 1, 1),
    MANUAL_TUMBLE("manual-tumble", 1, 1),
    FLIPPED("flipped", 1, -1),
    ROTATED("rotated", -1, -1);

    private final String keyword;
    private final int crossFeed;
    private final int feed;

    SheetBack(String keyword, int crossFeed, int feed) {
        this.keyword = keyword;
        this.crossFeed = crossFeed;
        this.feed = feed;
    }

    /** What the printer says; {@link #NORMAL} when it says nothing, as one that needs no turning may. */
    static SheetBack of(String keyword) {
        return Arrays.stream(values())
                .filter(back -> back.keyword.equals(keyword))
                .findFirst()
                .orElse(NORMAL);
    }

    int crossFeedTransform() {
        return crossFeed;
    }

    int feedTransform() {
        return feed;
    }
}
