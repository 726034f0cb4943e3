package jp.madoguchi.simulators.center;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jp.madoguchi.simulators.center.pages.Attestation;
import jp.madoguchi.simulators.center.pages.Block;
import jp.madoguchi.simulators.center.pages.Eras;
import jp.madoguchi.simulators.center.pages.Field;
import jp.madoguchi.simulators.center.pages.Sheet;

/** 課税（非課税）証明書 and 所得証明書 of one fiscal year. */
final class TaxPapers {
    private final Resident resident;
    private final TaxYear tax;

    /** The year asked for is one of the catalogue's. */
    TaxPapers(Resident resident, DocumentRequest asked) {
        this.resident = resident;
        this.tax = resident.taxes().stream()
                .filter(year ->
                        Integer.toString(year.year()).equals(asked.options().get("year")))
                .findFirst()
                .orElseThrow();
    }

    Sheet tax(Attestation by) {
        List<Block> body = new ArrayList<>(income());
        body.add(new Block.Heading("所得控除"));
        body.add(new Block.Table(
                List.of("区分", "金額（円）"),
                List.of(
                        List.of("社会保険料控除", yen(tax.socialInsurance())),
                        List.of("配偶者・扶養控除", yen(tax.dependants())),
                        List.of("基礎控除", yen(tax.basic())),
                        List.of("控除の合計", yen(tax.deductions())))));
        body.add(new Block.Heading("税額"));
        int perCity = tax.perCapita() * 3 / 4;
        body.add(new Block.Table(
                List.of("区分", "市区町村民税（円）", "都道府県民税（円）"),
                List.of(
                        List.of("所得割額", yen(tax.cityShare()), yen(tax.prefectureShare())),
                        List.of("均等割額", yen(perCity), yen(tax.perCapita() - perCity)))));
        body.add(new Block.Table(
                List.of("区分", "金額（円）"),
                List.of(
                        List.of("森林環境税（国税）", yen(tax.forest())),
                        List.of("年税額", tax.total() == 0 ? "非課税" : yen(tax.total())))));
        return new Sheet(
                fiscalYear() + "　" + (tax.total() == 0 ? "非課税証明書" : "課税証明書"),
                head(),
                body,
                "上記のとおり、課税台帳に記載されていることを証明する。",
                by);
    }

    Sheet income(Attestation by) {
        return new Sheet(fiscalYear() + "　所得証明書", head(), income(), "上記のとおり、所得があることを証明する。", by);
    }

    private List<Block> head() {
        Resident.Member self = resident.self();
        return List.of(
                new Block.Fields(
                        "",
                        List.of(
                                List.of(Field.of("住所", resident.address())),
                                List.of(Field.name("氏名", self.name(), self.kana())),
                                List.of(
                                        Field.of("生年月日", Eras.format(self.birth())),
                                        Field.of("賦課期日", Eras.format(LocalDate.of(tax.year(), 1, 1)))))),
                new Block.Gap(2));
    }

    private List<Block> income() {
        String year = Eras.year(LocalDate.of(tax.year() - 1, 12, 31));
        return List.of(
                new Block.Heading(year + "中の所得"),
                new Block.Table(
                        List.of("区分", "金額（円）"),
                        List.of(
                                List.of("給与収入金額", yen(tax.pay())),
                                List.of("給与所得金額", yen(tax.income())),
                                List.of("総所得金額等", yen(tax.income())))));
    }

    /** The fiscal year begins in April. */
    private String fiscalYear() {
        return Eras.year(LocalDate.of(tax.year(), 4, 1)) + "度";
    }

    private static String yen(int amount) {
        return String.format(Locale.ROOT, "%,d", amount);
    }
}
