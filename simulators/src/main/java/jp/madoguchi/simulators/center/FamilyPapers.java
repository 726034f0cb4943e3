package jp.madoguchi.simulators.center;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import jp.madoguchi.simulators.center.pages.Attestation;
import jp.madoguchi.simulators.center.pages.Block;
import jp.madoguchi.simulators.center.pages.Eras;
import jp.madoguchi.simulators.center.pages.Field;
import jp.madoguchi.simulators.center.pages.Sheet;

/** 戸籍全部・個人事項証明書 and 戸籍の附票の写し. */
final class FamilyPapers {
    private final Resident resident;
    private final FamilyRegister register;

    FamilyPapers(Resident resident) {
        this.resident = resident;
        this.register = resident.family().orElseThrow();
    }

    Sheet whole(Attestation by) {
        return new Sheet("戸籍全部事項証明書", head(), entries(register.people()), "これは、戸籍に記録されている事項の全部を証明した書面である。", by);
    }

    Sheet individual(Attestation by) {
        return new Sheet("戸籍個人事項証明書", head(), entries(self()), "これは、戸籍中の一部の者について記録されている事項の全部を証明した書面である。", by);
    }

    Sheet addresses(DocumentRequest asked, Attestation by) {
        boolean whole = "whole".equals(asked.options().get("extent"));
        List<Block> body = new ArrayList<>();
        for (FamilyRegister.Person person : whole ? register.people() : self()) {
            if (!body.isEmpty()) {
                body.add(new Block.Gap(2));
            }
            body.add(new Block.Entry(
                    "附票に記録されている者", List.of("【名】" + person.given(), "【生年月日】" + Eras.format(person.birth()))));
            IntStream.range(0, person.addresses().size()).forEach(i -> {
                FamilyRegister.Address address = person.addresses().get(i);
                body.add(new Block.Entry(
                        "住所（" + (i + 1) + "）",
                        List.of("【住所】" + address.address(), "【住所を定めた年月日】" + Eras.format(address.since()))));
            });
        }
        return new Sheet(
                "戸籍の附票の写し" + (whole ? "（全部）" : "（一部）"),
                asked.asksFor("domicile")
                        ? head()
                        : List.of(
                                new Block.Fields(
                                        "",
                                        List.of(
                                                List.of(Field.of("本籍", Optional.empty())),
                                                List.of(Field.of("氏名", Optional.empty())))),
                                new Block.Gap(2)),
                body,
                "この写しは、戸籍の附票の原本と相違ないことを証明する。",
                by);
    }

    private List<Block> head() {
        return List.of(
                new Block.Fields(
                        "",
                        List.of(
                                List.of(Field.of("本籍", register.domicile())),
                                List.of(Field.of("氏名", register.head())))),
                new Block.Gap(2));
    }

    private List<FamilyRegister.Person> self() {
        return register.people().stream()
                .filter(person -> person.birth().equals(resident.self().birth())
                        && resident.self().name().endsWith(person.given()))
                .toList();
    }

    private List<Block> entries(List<FamilyRegister.Person> people) {
        List<Block> entries = new ArrayList<>();
        entries.add(new Block.Entry("戸籍事項　戸籍編製", List.of("【編製日】" + Eras.format(register.compiled()))));
        for (FamilyRegister.Person person : people) {
            entries.add(new Block.Gap(2));
            entries.addAll(entries(person));
        }
        return entries;
    }

    private static List<Block> entries(FamilyRegister.Person person) {
        List<Block> entries = new ArrayList<>();
        List<String> who = new ArrayList<>(List.of("【名】" + person.given(), "【生年月日】" + Eras.format(person.birth())));
        person.marriage().ifPresent(marriage -> who.add("【配偶者区分】" + marriage.as()));
        who.addAll(List.of("【父】" + person.father(), "【母】" + person.mother(), "【続柄】" + person.relation()));
        entries.add(new Block.Entry("戸籍に記録されている者", who));
        entries.add(new Block.Entry(
                "身分事項　出生",
                List.of(
                        "【出生日】" + Eras.format(person.birth()),
                        "【出生地】" + person.birthplace(),
                        "【届出人】" + person.reporter())));
        person.marriage()
                .ifPresent(marriage -> entries.add(new Block.Entry(
                        "身分事項　婚姻",
                        List.of(
                                "【婚姻日】" + Eras.format(marriage.day()),
                                "【配偶者氏名】" + marriage.spouse(),
                                "【従前戸籍】" + marriage.before()))));
        return entries;
    }
}
