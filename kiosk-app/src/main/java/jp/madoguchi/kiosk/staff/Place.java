package jp.madoguchi.kiosk.staff;

/** Where the desk is: what stands on everything that it prints. */
public record Place(String kiosk, String store) {}
