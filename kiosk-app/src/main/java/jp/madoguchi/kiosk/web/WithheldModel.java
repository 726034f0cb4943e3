package jp.madoguchi.kiosk.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.madoguchi.kiosk.terms.Catalogue;
import jp.madoguchi.kiosk.terms.LocalText;
import jp.madoguchi.kiosk.terms.MunicipalOffice;
import jp.madoguchi.kiosk.terms.Withheld;
import org.jspecify.annotations.Nullable;

/** What cannot be had now, in words: why, from when or what to do, and where. */
final class WithheldModel {
    /** Certificates that are withheld alike are told of together. */
    private record Group(
            String municipality,
            LocalText municipalityName,
            Withheld.Reason reason,
            Optional<Instant> opens,
            Optional<LocalText> notice) {
        static Group of(Withheld withheld) {
            return new Group(
                    withheld.municipality(),
                    withheld.municipalityName(),
                    withheld.reason(),
                    withheld.opens(),
                    withheld.notice());
        }
    }

    private WithheldModel() {}

    /** Those that will be had soonest come first; what waiting does not help comes last. */
    static List<View> withheld(Catalogue catalogue, Words words, Instant now) {
        Map<Group, List<Withheld>> groups = catalogue.withheld().stream()
                .collect(Collectors.groupingBy(Group::of, LinkedHashMap::new, Collectors.toList()));
        List<View> views = new ArrayList<>();
        groups.forEach((group, members) -> views.add(group(group, members, catalogue, words, now)));
        return views;
    }

    private static View group(Group group, List<Withheld> members, Catalogue catalogue, Words words, Instant now) {
        String reason = ScreenModel.slug(group.reason());
        return new View()
                .with("reason", reason)
                .with(
                        "titles",
                        members.stream()
                                .map(each -> words.text("kind." + each.kind().wireName()))
                                .collect(Collectors.joining(words.text("withheld.and"))))
                .with("municipality", group.municipality())
                .with("municipalityName", words.text(group.municipalityName()))
                .with(
                        "opens",
                        group.opens()
                                .map(opens -> words.text("withheld.opens", words.moment(opens, now)))
                                .orElse(""))
                .with("notice", group.notice().map(words::text).orElse(""))
                .with("why", words.text("withheld." + reason + ".what"))
                .with("remedy", words.text("withheld." + reason + ".do"))
                .with("office", office(group, catalogue, words));
    }

    /** Null where nobody has to go anywhere, or no office is known. */
    private static @Nullable String office(Group group, Catalogue catalogue, Words words) {
        if (group.opens().isPresent()) {
            return null;
        }
        return catalogue.offices().stream()
                .filter(office -> office.municipality().equals(group.municipality()))
                .findFirst()
                .map(office -> line(office, words))
                .orElse(null);
    }

    private static String line(MunicipalOffice office, Words words) {
        return words.text("withheld.office", words.text(office.name()), words.text(office.open()), office.telephone());
    }
}
