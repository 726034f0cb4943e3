package jp.madoguchi.simulators.center;

import java.util.Locale;

/** Why a certificate that a municipality issues cannot be had by this resident now (center-api.yaml, {@code Withheld.reason}). */
enum Hindrance {
    OUTSIDE_HOURS(Reason.OUTSIDE_HOURS),
    CLOSED_DAY(Reason.OUTSIDE_HOURS),
    STOPPED(Reason.MUNICIPALITY_STOPPED),
    SEAL_NOT_REGISTERED(Reason.NOT_OFFERED),
    TAX_NOT_FILED(Reason.NOT_OFFERED),
    NAME_TOO_LONG(Reason.NOT_OFFERED),
    CHARACTER_NOT_WRITABLE(Reason.NOT_OFFERED),
    DOMICILE_NOT_REGISTERED(Reason.NOT_OFFERED);

    private final Reason reason;

    Hindrance(Reason reason) {
        this.reason = reason;
    }

    /** What a request for the certificate is told. */
    Reason reason() {
        return reason;
    }

    /** As it stands on the wire, e.g. {@code outside-hours}. */
    String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
