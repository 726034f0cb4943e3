package jp.madoguchi.kiosk.voice;

/**
 * A recording within something said.
 *
 * @param caption what stands on the screen while it is heard
 * @param known false: nobody recorded these words, and {@code recording} says just that
 */
public record Piece(Recording recording, String caption, boolean known) {}
