package jp.madoguchi.kiosk.terms;

public enum CenterTrouble {
    UNREACHABLE,
    UNCERTAIN,
    UNTRUSTED,
    GARBLED
}
