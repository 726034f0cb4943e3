package jp.madoguchi.kiosk.terms;

/** A text in Japanese and English; where the giver has no English, {@code en} repeats the Japanese. */
public record LocalText(String ja, String en) {}
