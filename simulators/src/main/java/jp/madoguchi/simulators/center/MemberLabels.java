package jp.madoguchi.simulators.center;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import jp.madoguchi.simulators.center.pages.Eras;

/** Who of a household is meant, without a name: the relationship to its head and the year of birth. No two are the same. */
public final class MemberLabels {
    private static final String OTHER = "other member";

    /** As the registers write them (続柄); what is not here is a member of the household. */
    private static final Map<String, String> ENGLISH = Map.ofEntries(
            Map.entry("世帯主", "householder"),
            Map.entry("妻", "wife"),
            Map.entry("夫", "husband"),
            Map.entry("子", "child"),
            Map.entry("父", "father"),
            Map.entry("母", "mother"),
            Map.entry("子の子", "grandchild"),
            Map.entry("妻の父", "wife's father"),
            Map.entry("妻の母", "wife's mother"),
            Map.entry("夫の父", "husband's father"),
            Map.entry("夫の母", "husband's mother"),
            Map.entry("兄", "elder brother"),
            Map.entry("弟", "younger brother"),
            Map.entry("姉", "elder sister"),
            Map.entry("妹", "younger sister"),
            Map.entry("同居人", "lodger"),
            Map.entry("縁故者", OTHER));

    private MemberLabels() {}

    /** The words for what members are to the head: English by Japanese. Any other relationship is called {@code other member}. */
    public static Map<String, String> relationships() {
        return ENGLISH;
    }

    /** The members in the order of the register: of those alike (twins), it counts. */
    static List<Names> of(Collection<Resident.Member> members) {
        Map<String, Integer> alike = new HashMap<>();
        members.forEach(member -> alike.merge(japanese(member, ""), 1, Integer::sum));
        Map<String, Integer> counted = new HashMap<>();
        List<Names> labels = new ArrayList<>();
        for (Resident.Member member : members) {
            String plain = japanese(member, "");
            int number = counted.merge(plain, 1, Integer::sum);
            boolean alone = alike.getOrDefault(plain, 0) == 1;
            labels.add(new Names(
                    japanese(member, alone ? "" : "・" + number + "人目"),
                    Optional.of(english(member, alone ? "" : ", no. " + number))));
        }
        return labels;
    }

    private static String japanese(Resident.Member member, String number) {
        return member.relationship() + "（" + Eras.year(member.birth()) + "生" + number + "）";
    }

    private static String english(Resident.Member member, String number) {
        return String.format(
                Locale.ROOT,
                "%s, born %d%s",
                ENGLISH.getOrDefault(member.relationship(), OTHER),
                member.birth().getYear(),
                number);
    }
}
