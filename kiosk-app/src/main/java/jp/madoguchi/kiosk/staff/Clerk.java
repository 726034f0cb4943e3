package jp.madoguchi.kiosk.staff;

/** Who is signed in at the desk. */
public record Clerk(String account, Role role) {}
