package jp.madoguchi.kiosk.act;

/** Who this machine is. */
public record Terminal(String kiosk, String store) {}
