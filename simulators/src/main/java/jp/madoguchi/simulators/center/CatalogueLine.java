package jp.madoguchi.simulators.center;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.madoguchi.simulators.center.hours.Stop;

/** One kind of certificate of one municipality, as it stands for one resident at one instant. */
record CatalogueLine(
        Municipality municipality,
        Municipality.Issue issue,
        List<Choice> choices,
        Household household,
        CatalogueLine.Standing standing) {

    /** Whether it can be had. */
    sealed interface Standing {
        /** Until the office closes; empty when it does not. */
        record Offered(Optional<Instant> until) implements Standing {}

        record Withheld(Hindrance why, Optional<Instant> opens, Optional<Stop> stop) implements Standing {
            Withheld(Hindrance why) {
                this(why, Optional.empty(), Optional.empty());
            }
        }
    }

    boolean isOffered() {
        return standing instanceof Standing.Offered;
    }

    boolean is(String code, String kind) {
        return municipality.code().equals(code) && issue.kind().wireName().equals(kind);
    }

    /** {@code Offer} or {@code Withheld} of center-api.yaml. */
    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("municipality", municipality.code());
        json.put("municipalityName", municipality.name().json());
        json.put("kind", issue.kind().wireName());
        if (standing instanceof Standing.Offered offered) {
            json.put("fee", issue.fee());
            json.put("maxCopies", issue.maxCopies());
            json.put("options", choices.stream().map(Choice::json).toList());
            if (choices.stream().anyMatch(Choice::isOfMembers)) {
                json.put("members", household.json());
            }
            offered.until().ifPresent(until -> json.put("until", until.toString()));
        } else if (standing instanceof Standing.Withheld withheld) {
            json.put("reason", withheld.why().wireName());
            json.putAll(details(withheld));
        }
        return json;
    }

    /** Empty when the document can be had as asked. */
    Optional<Answer.Refused> refusal(DocumentRequest asked) {
        if (standing instanceof Standing.Withheld withheld) {
            return Optional.of(new Answer.Refused(withheld.why().reason(), details(withheld)));
        }
        if (!allows(asked.options()) || !household.knows(asked) || asked.copies() > issue.maxCopies()) {
            return Optional.of(new Answer.Refused(Reason.NOT_OFFERED));
        }
        return (long) issue.fee() * asked.copies() == asked.fee()
                ? Optional.empty()
                : Optional.of(new Answer.Refused(Reason.FEE_CHANGED));
    }

    /** Whether the choices are for each option one of its values, and for nothing else. */
    private boolean allows(Map<String, String> chosen) {
        return chosen.size() == choices.size()
                && choices.stream()
                        .allMatch(choice -> chosen.containsKey(choice.name())
                                && choice.values().contains(chosen.get(choice.name())));
    }

    private static Map<String, Object> details(Standing.Withheld withheld) {
        Map<String, Object> details = new LinkedHashMap<>();
        withheld.opens().ifPresent(opens -> details.put("opens", opens.toString()));
        withheld.stop().ifPresent(stop -> details.put("notice", new Names(stop.ja(), stop.en()).json()));
        return details;
    }
}
