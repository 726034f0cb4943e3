package jp.madoguchi.simulators.center;

import java.util.List;
import jp.madoguchi.simulators.center.pages.Attestation;
import jp.madoguchi.simulators.center.pages.Sheet;

/** What stands on each kind of certificate. */
final class Papers {
    private Papers() {}

    /**
     * Whom the paper is about and what was asked of it.
     *
     * @param people who of the household stands on a residence record
     */
    record Subject(Resident resident, List<Resident.Member> people, DocumentRequest asked) {
        @Override
        public String toString() {
            return "Subject";
        }
    }

    /** The certificate with the options asked for; the catalogue has said that it can be had. */
    static Sheet sheet(Kind kind, Subject of, Attestation by) {
        Resident resident = of.resident();
        return switch (kind) {
            case RESIDENCE_RECORD -> new ResidencePapers(of).record(by);
            case RESIDENCE_RECORD_STATEMENT -> new ResidencePapers(of).statement(by);
            case SEAL_REGISTRATION -> SealPaper.sheet(resident, by);
            case TAX_CERTIFICATE -> new TaxPapers(resident, of.asked()).tax(by);
            case INCOME_CERTIFICATE -> new TaxPapers(resident, of.asked()).income(by);
            case FAMILY_REGISTER_WHOLE -> new FamilyPapers(resident).whole(by);
            case FAMILY_REGISTER_INDIVIDUAL -> new FamilyPapers(resident).individual(by);
            case ADDRESS_HISTORY -> new FamilyPapers(resident).addresses(of.asked(), by);
        };
    }
}
