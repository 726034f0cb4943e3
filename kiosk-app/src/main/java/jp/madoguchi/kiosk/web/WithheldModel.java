package jp.madoguchi.kiosk.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.madoguchi.kiosk.flow.Visit;
import jp.madoguchi.kiosk.terms.Catalogue;
import jp.madoguchi.kiosk.terms.LocalText;
import jp.madoguchi.kiosk.terms.MunicipalOffice;
import jp.madoguchi.kiosk.terms.Slug;
import jp.madoguchi.kiosk.terms.Withheld;
import org.jspecify.annotations.Nullable;

/** What cannot be had now, in words: why, from when or what to do, and where. */
final class WithheldModel {
    /** Offers and groups together that a low screen has room for, in the longest language. */
    private static final int ROOM = 3;

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

    /**
     * Those that will be had soonest come first; what waiting does not help comes last. All of it stands beside what can be had
     * where there is room, and else behind a button.
     */
    static View of(Visit visit, Words words, Instant now) {
        Catalogue catalogue = visit.choice().catalogue();
        List<Withheld> told = told(visit);
        List<View> views = groups(told, catalogue, words, now);
        int offers = catalogue.offers().size();
        boolean room = !visit.applications().waits() && (offers == 0 || offers + views.size() <= ROOM);
        return new View()
                .with("count", told.size())
                .with("groups", views)
                .with("beside", room && !told.isEmpty())
                .with("behind", !room && !told.isEmpty());
    }

    /** Without what the resident can apply for here: that is told with the way to do so, and how it stands. */
    static List<Withheld> told(Visit visit) {
        return visit.choice().catalogue().withheld().stream()
                .filter(each -> each.reason() != Withheld.Reason.DOMICILE_NOT_REGISTERED
                        || !visit.applications().open(each.municipality()))
                .toList();
    }

    static List<View> groups(List<Withheld> told, Catalogue catalogue, Words words, Instant now) {
        Map<Group, List<Withheld>> groups =
                told.stream().collect(Collectors.groupingBy(Group::of, LinkedHashMap::new, Collectors.toList()));
        List<View> views = new ArrayList<>();
        groups.forEach((group, members) -> views.add(group(group, members, catalogue, words, now)));
        return views;
    }

    private static View group(Group group, List<Withheld> members, Catalogue catalogue, Words words, Instant now) {
        String reason = Slug.of(group.reason());
        return new View()
                .with("reason", reason)
                .with(
                        "titles",
                        members.stream()
                                .map(each -> words.text("kind." + each.kind().wireName()))
                                .collect(Collectors.joining(words.text("withheld.and"))))
                .with("municipality", group.municipality())
                .with("municipalityName", words.name(group.municipalityName()))
                .with(
                        "opens",
                        group.opens()
                                .map(opens -> words.text("withheld.opens", words.moment(opens, now)))
                                .orElse(""))
                .with("notice", group.notice().flatMap(words::notice).orElse(""))
                .with("noticeIn", group.notice().map(words::tongue).orElse(""))
                .with("why", words.text("withheld." + reason + ".what"))
                .with("remedy", words.text("withheld." + reason + ".do"))
                .with("office", office(group, catalogue, words));
    }

    /** Null where nobody has to go anywhere, or no office is known. */
    private static @Nullable String office(Group group, Catalogue catalogue, Words words) {
        if (group.opens().isPresent()) {
            return null;
        }
        return catalogue
                .office(group.municipality())
                .map(office -> line(office, words))
                .orElse(null);
    }

    /** Which, when and by which number. */
    static String line(MunicipalOffice office, Words words) {
        return words.text("withheld.office", words.name(office.name()), words.text(office.open()), office.telephone());
    }
}
