package jp.madoguchi.simulators.center;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.madoguchi.simulators.center.pages.Attestation;
import jp.madoguchi.simulators.center.pages.Block;
import jp.madoguchi.simulators.center.pages.Eras;
import jp.madoguchi.simulators.center.pages.Field;
import jp.madoguchi.simulators.center.pages.Sheet;

/** 住民票の写し and 住民票記載事項証明書. What was not asked for is said to be left out (省略). */
final class ResidencePapers {
    private final Resident resident;
    private final DocumentRequest asked;
    private final List<Resident.Member> people;

    ResidencePapers(Papers.Subject of) {
        this.resident = of.resident();
        this.asked = of.asked();
        this.people = of.people();
    }

    Sheet record(Attestation by) {
        return sheet("住民票の写し", "この写しは、" + ofWhom() + "住民票の原本と相違ないことを証明する。", by);
    }

    Sheet statement(Attestation by) {
        return sheet("住民票記載事項証明書", "上記の事項は、住民票に記載があることを証明する。", by);
    }

    private Sheet sheet(String title, String statement, Attestation by) {
        List<Block> blocks = new ArrayList<>();
        for (Resident.Member member : people) {
            blocks.add(new Block.Fields(Integer.toString(blocks.size() + 1), person(member)));
        }
        String extent = isOfHousehold() ? (isWhole() ? "（世帯全員）" : "（世帯の一部）") : "（個人）";
        return new Sheet(title + extent, head(), blocks, statement, by);
    }

    /** A copy of one person's own record says nothing of the household. */
    private String ofWhom() {
        return isOfHousehold() ? (isWhole() ? "世帯全員の" : "世帯の一部の") : "";
    }

    private boolean isOfHousehold() {
        return asked.scope().equals("household") || asked.asksForMembers();
    }

    /** Whoever chose everyone has the whole household on paper, and the paper says so. */
    private boolean isWhole() {
        return people.size() == resident.household().size();
    }

    private List<Block> head() {
        return List.of(
                new Block.Fields(
                        "",
                        List.of(
                                List.of(Field.of("住所", resident.address())),
                                List.of(Field.of("世帯主", when("relationship", Optional.of(resident.householder())))))),
                new Block.Gap(2));
    }

    private List<List<Field>> person(Resident.Member member) {
        Optional<ForeignStatus> foreign = resident.foreign().filter(status -> isSelf(member));
        List<List<Field>> rows = new ArrayList<>();
        rows.add(List.of(
                Field.name("氏名", member.name(), member.kana()).share(104),
                Field.of("性別", member.sex()).share(25),
                Field.of("続柄", when("relationship", Optional.of(member.relationship())))
                        .share(33)));
        rows.add(List.of(
                Field.of("生年月日", Eras.format(member.birth())),
                Field.of(foreign.isPresent() ? "外国人住民となった日" : "住民となった日", Eras.format(member.since()))));
        rows.add(List.of(Field.of("前住所", member.formerAddress().orElse("なし"))));
        if (foreign.isPresent()) {
            rows.addAll(foreign(member, foreign.get()));
        } else {
            rows.add(List.of(Field.of("本籍", when("domicile", ofSelf(member, resident.domicile())))));
            rows.add(List.of(Field.of("筆頭者", when("domicile", ofSelf(member, resident.domicileHead())))));
            rows.add(numbers(member));
        }
        return rows;
    }

    /** The code stands on the form and is never printed by a kiosk. */
    private List<Field> numbers(Resident.Member member) {
        return List.of(Field.of("住民票コード", Optional.empty()), Field.of("個人番号", when("my-number", member.myNumber())));
    }

    private List<List<Field>> foreign(Resident.Member member, ForeignStatus status) {
        return List.of(
                List.of(
                        Field.of("国籍・地域", when("nationality", Optional.of(status.nationality()))),
                        Field.of("30条45規定区分", when("residence-status", Optional.of(status.category())))),
                List.of(
                        Field.of("在留資格", when("residence-status", Optional.of(status.status()))),
                        Field.of("在留期間", when("residence-status", Optional.of(status.period())))),
                List.of(
                        Field.of("満了の日", when("residence-status", Optional.of(Eras.format(status.until())))),
                        Field.of("在留カード番号", when("residence-status", Optional.of(status.card())))),
                numbers(member));
    }

    /** The household's members share it with the resident, as these files tell it. */
    private Optional<String> ofSelf(Resident.Member member, Optional<String> value) {
        return resident.foreign().isPresent() && !isSelf(member) ? Optional.empty() : value;
    }

    private boolean isSelf(Resident.Member member) {
        return member.equals(resident.self());
    }

    /** What was asked for and is not in the register is said to be unrecorded, so that no box stays empty. */
    private Optional<String> when(String option, Optional<String> value) {
        return asked.asksFor(option) ? Optional.of(value.orElse("記載なし")) : Optional.empty();
    }
}
