package jp.madoguchi.devices;

import com.google.errorprone.annotations.Immutable;

/**
 * Something that a device did, or did not do, and that a person can put right. Implemented by enums only: each constant has one
 * code for good, which is never given to another, so that a resident can say it on the telephone and a clerk can look it up in
 * {@code docs/failure-codes.md}.
 */
public interface DeviceFailure {
    /** The constant's own name, for a technician. */
    String name();

    /** What stands in the table of failures. */
    Text text();

    /** {@code CARD-02}, {@code PRINT-04}, {@code CASH-01}: the port and two digits. */
    default String code() {
        return text().code();
    }

    /** What has happened. */
    default Words meaning() {
        return text().meaning();
    }

    /** What whoever stands before the machine does about it. */
    default Words action() {
        return text().action();
    }

    /** A code and what it says. */
    @Immutable
    record Text(String code, Words meaning, Words action) {}

    /** One sentence or two in each language, without a name, a brand or an expression of the program's insides. */
    @Immutable
    record Words(String ja, String en) {}
}
