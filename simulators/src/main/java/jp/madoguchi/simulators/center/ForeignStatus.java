package jp.madoguchi.simulators.center;

import java.time.LocalDate;

/** What stands on the residence record of a foreign resident: nationality, category (法第30条の45),
 * status and period of stay, and the card's number. */
record ForeignStatus(String nationality, String category, String status, String period, LocalDate until, String card) {
    static ForeignStatus read(JsonObject json) throws Malformed {
        return new ForeignStatus(
                json.text("nationality"),
                json.optionalText("category").orElse("中長期在留者"),
                json.text("status"),
                json.text("period"),
                json.date("until"),
                json.text("card"));
    }

    @Override
    public String toString() {
        return "ForeignStatus";
    }
}
