package jp.madoguchi.kiosk.terms;

import java.util.SortedMap;

public record DocumentOrder(
        RequestId request, String municipality, String kind, SortedMap<String, String> options, int copies, int fee) {}
