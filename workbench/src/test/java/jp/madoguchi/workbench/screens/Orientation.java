package jp.madoguchi.workbench.screens;

import java.util.Locale;

/** The displays that a kiosk may have, in CSS pixels. */
public enum Orientation {
    UPRIGHT(1080, 1920),
    WIDE(1920, 1080),
    /** As wide, and little: what has room here has room on any. */
    SMALL(1280, 800);

    public final int width;
    public final int height;

    Orientation(int width, int height) {
        this.width = width;
        this.height = height;
    }

    String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
