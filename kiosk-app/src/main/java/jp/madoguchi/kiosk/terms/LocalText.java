package jp.madoguchi.kiosk.terms;

import com.google.errorprone.annotations.Immutable;

/** A text in Japanese and English; where the giver has no English, {@code en} repeats the Japanese. */
@Immutable
public record LocalText(String ja, String en) {}
