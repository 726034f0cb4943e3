package jp.madoguchi.simulators.center;

import java.util.Locale;
import java.util.Set;

/** The certificates (center-api.yaml, {@code Kind}) and the options that each may leave to the resident. */
enum Kind {
    /** 住民票の写し. */
    RESIDENCE_RECORD,
    /** 住民票記載事項証明書. */
    RESIDENCE_RECORD_STATEMENT,
    /** 印鑑登録証明書. */
    SEAL_REGISTRATION,
    /** 課税証明書, or 非課税証明書 for who owes nothing. */
    TAX_CERTIFICATE,
    /** 所得証明書. */
    INCOME_CERTIFICATE,
    /** 戸籍全部事項証明書. */
    FAMILY_REGISTER_WHOLE,
    /** 戸籍個人事項証明書. */
    FAMILY_REGISTER_INDIVIDUAL,
    /** 戸籍の附票の写し. */
    ADDRESS_HISTORY;

    private static final Set<String> OF_RESIDENCE =
            Set.of("scope", "domicile", "relationship", "my-number", "nationality", "residence-status");

    private static final Set<String> OF_ADDRESSES = Set.of("extent", "domicile");

    /** Whose wire name this is. */
    static Kind of(String wireName) throws Malformed {
        for (Kind kind : values()) {
            if (kind.wireName().equals(wireName)) {
                return kind;
            }
        }
        throw new Malformed("kind is none of its values");
    }

    /** As it stands on the wire, e.g. {@code seal-registration}. */
    String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it may leave that choice to the resident. */
    boolean has(String option) {
        return switch (this) {
            case RESIDENCE_RECORD, RESIDENCE_RECORD_STATEMENT -> OF_RESIDENCE.contains(option);
            case ADDRESS_HISTORY -> OF_ADDRESSES.contains(option);
            case TAX_CERTIFICATE, INCOME_CERTIFICATE -> option.equals("year");
            case SEAL_REGISTRATION, FAMILY_REGISTER_WHOLE, FAMILY_REGISTER_INDIVIDUAL -> false;
        };
    }

    /** Whether the municipality of the family register issues it, not that of residence. */
    boolean isOfDomicile() {
        return this == FAMILY_REGISTER_WHOLE || this == FAMILY_REGISTER_INDIVIDUAL || this == ADDRESS_HISTORY;
    }

    boolean isOfTaxes() {
        return this == TAX_CERTIFICATE || this == INCOME_CERTIFICATE;
    }
}
