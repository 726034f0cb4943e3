package jp.madoguchi.kiosk.web;

import jp.madoguchi.kiosk.ledger.Box;

/** What the boxes for money are called at the staff desk. */
final class BoxNames {
    private BoxNames() {}

    static String of(Box box) {
        return switch (box.kind()) {
            case HOPPER -> Words.staff().text("cash.box.hopper", box.address());
            case COINS -> Words.staff().text("cash.box.coins");
            case NOTES -> Words.staff().text("cash.box.notes");
        };
    }
}
