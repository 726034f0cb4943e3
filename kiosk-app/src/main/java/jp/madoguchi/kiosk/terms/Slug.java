package jp.madoguchi.kiosk.terms;

import java.util.Locale;

/** An enum constant as texts, addresses and the wire spell it: small letters, with hyphens. */
public final class Slug {
    private Slug() {}

    /** {@code NOT_YET_VALID}: not-yet-valid. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
