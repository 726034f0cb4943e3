package jp.madoguchi.kiosk.terms;

import java.util.List;

public record OfferOption(String name, List<String> values, String defaultValue) {
    public OfferOption {
        values = List.copyOf(values);
    }
}
