package jp.madoguchi.simulators.center;

import jp.madoguchi.simulators.center.pages.Attestation;
import jp.madoguchi.simulators.center.pages.Sheet;

/** What stands on each kind of certificate. */
final class Papers {
    private Papers() {}

    /** The certificate for this resident with the options asked for; the catalogue has said that it can be had. */
    static Sheet sheet(Kind kind, Resident resident, DocumentRequest asked, Attestation by) {
        return switch (kind) {
            case RESIDENCE_RECORD -> new ResidencePapers(resident, asked).record(by);
            case RESIDENCE_RECORD_STATEMENT -> new ResidencePapers(resident, asked).statement(by);
            case SEAL_REGISTRATION -> SealPaper.sheet(resident, by);
            case TAX_CERTIFICATE -> new TaxPapers(resident, asked).tax(by);
            case INCOME_CERTIFICATE -> new TaxPapers(resident, asked).income(by);
            case FAMILY_REGISTER_WHOLE -> new FamilyPapers(resident).whole(by);
            case FAMILY_REGISTER_INDIVIDUAL -> new FamilyPapers(resident).individual(by);
            case ADDRESS_HISTORY -> new FamilyPapers(resident).addresses(asked, by);
        };
    }
}
