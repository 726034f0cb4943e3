package jp.madoguchi.workbench.screens;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.madoguchi.kiosk.terms.Aid;
import jp.madoguchi.kiosk.web.ScreenGallery.Sample;

/** One screen as one person meets it. */
record ScreenState(Sample sample, Set<Aid> aids, Orientation orientation) {
    ScreenState {
        aids = Set.copyOf(aids);
    }

    /** {@code en-upright-large-contrast}. */
    String mode() {
        return sample.language().code() + "-" + orientation.slug() + aids(aids);
    }

    @Override
    public String toString() {
        return mode() + " " + sample.name();
    }

    private static String aids(Set<Aid> aids) {
        return new TreeSet<>(aids).stream().map(aid -> "-" + aid.slug()).collect(Collectors.joining());
    }
}
