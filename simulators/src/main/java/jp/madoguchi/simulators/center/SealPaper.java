package jp.madoguchi.simulators.center;

import java.util.List;
import jp.madoguchi.simulators.center.pages.Attestation;
import jp.madoguchi.simulators.center.pages.Block;
import jp.madoguchi.simulators.center.pages.Eras;
import jp.madoguchi.simulators.center.pages.Field;
import jp.madoguchi.simulators.center.pages.Sheet;

/** 印鑑登録証明書: the imprint, and whose it is. */
final class SealPaper {
    private SealPaper() {}

    static Sheet sheet(Resident resident, Attestation by) {
        Resident.Member self = resident.self();
        return new Sheet(
                "印鑑登録証明書",
                List.of(),
                List.of(
                        new Block.Gap(6),
                        new Block.Imprint(
                                resident.seal().orElseThrow(),
                                List.of(
                                        Field.name("氏名", self.name(), self.kana()),
                                        Field.of("生年月日", Eras.format(self.birth())),
                                        Field.of("性別", self.sex()))),
                        new Block.Fields("", List.of(List.of(Field.of("住所", resident.address()))))),
                "この写しは、登録された印影と相違ないことを証明する。",
                by);
    }
}
