package jp.madoguchi.kiosk.terms;

public record LocalText(String ja, String en) {}
