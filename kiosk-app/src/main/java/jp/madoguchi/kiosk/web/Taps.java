package jp.madoguchi.kiosk.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import jp.madoguchi.devices.cash.Yen;
import jp.madoguchi.kiosk.flow.Check;
import jp.madoguchi.kiosk.flow.Event;
import jp.madoguchi.kiosk.terms.Aid;
import jp.madoguchi.kiosk.terms.CertificateKind;
import jp.madoguchi.kiosk.terms.Language;
import jp.madoguchi.kiosk.terms.Purpose;
import jp.madoguchi.kiosk.terms.Service;
import org.eclipse.jetty.util.Fields;

/** Reads what a page posts. What it does not know is no event, and the screen stays. */
final class Taps {
    private static final String OPTION = "option.";
    private static final int NOBODY = -1;
    private static final String ACTION = "do";
    private static final String AND = "&";

    private Taps() {}

    /** The number of the screen that the tap was made on. */
    static OptionalLong screen(Fields fields) {
        return number(fields, "screen");
    }

    /**
     * @param complete whether what this screen wants to be typed is there; before that the resident cannot go on
     * @param accepts coins and notes that are taken, in yen; there is a picture of no other
     */
    static Optional<Event> read(Fields posted, boolean complete, Set<Integer> accepts, Instant now) {
        Fields fields = whole(posted);
        String action = fields.getValue(ACTION);
        if (action == null) {
            return Optional.empty();
        }
        return switch (action) {
            case "begin" -> language(fields).map(language -> new Event.Begin(language, service(fields)));
            case "language" -> language(fields).map(Event.SpeakLanguage::new);
            case "aids" -> Optional.of(new Event.AidsChosen(aids(fields)));
            case "more-time" -> Optional.of(new Event.MoreTime());
            case "cancel" -> Optional.of(new Event.Cancelled());
            case "back" -> Optional.of(new Event.WentBack());
            case "pin-entered" -> complete ? Optional.of(new Event.PinEntered(now)) : Optional.empty();
            case "written" -> complete ? Optional.of(new Event.LineWritten()) : Optional.empty();
            case "register" -> municipality(fields).map(Event.RegistrationWanted::new);
            case "purposes" -> Optional.of(new Event.PurposeWanted());
            case "purpose" ->
                named(fields, "purpose", Purpose.values(), Purpose::slug).map(Event.PurposeChosen::new);
            case "choose" -> small(fields, "offer").map(Event.DocumentChosen::new);
            case "options" ->
                small(fields, "copies")
                        .map(copies -> new Event.OptionsChosen(options(fields), members(fields), copies));
            case "page" ->
                named(fields, "page", Check.Page.values(), Check.Page::slug).map(Event.PageTurned::new);
            case "open" ->
                named(fields, "certificate", CertificateKind.values(), CertificateKind::slug)
                        .map(Event.OpeningAsked::new);
            case "password-entered" -> complete ? Optional.of(new Event.PasswordEntered()) : Optional.empty();
            case "slip" -> Optional.of(new Event.SlipAsked());
            case "coin" -> coin(fields, accepts).map(Event.CoinPretended::new);
            case "confirm" -> Optional.of(new Event.Confirmed());
            case "acknowledge" -> Optional.of(new Event.Acknowledged());
            default -> Optional.empty();
        };
    }

    /** What a button posts beside its action stands behind it, since a button has one value: {@code choose&offer=3}. */
    private static Fields whole(Fields posted) {
        String action = posted.getValue(ACTION);
        if (action == null || action.indexOf(AND) < 0) {
            return posted;
        }
        Fields whole = new Fields(posted);
        String[] said = action.split(AND, -1);
        whole.put(ACTION, said[0]);
        for (String field : said) {
            int equals = field.indexOf('=');
            if (equals > 0) {
                whole.add(field.substring(0, equals), field.substring(equals + 1));
            }
        }
        return whole;
    }

    private static Optional<Language> language(Fields fields) {
        return Optional.ofNullable(fields.getValue("lang")).flatMap(Language::ofCode);
    }

    /** A picture of a coin or note. */
    private static Optional<Yen> coin(Fields fields, Set<Integer> accepts) {
        return small(fields, "yen").filter(accepts::contains).map(Yen::new);
    }

    /** Those that are ticked; what is none of them helps nobody. */
    private static Set<Aid> aids(Fields fields) {
        Set<Aid> aids = EnumSet.noneOf(Aid.class);
        fields.getValuesOrEmpty("aid").forEach(slug -> Aid.ofSlug(slug).ifPresent(aids::add));
        return aids;
    }

    private static Optional<String> municipality(Fields fields) {
        return Optional.ofNullable(fields.getValue("municipality")).filter(code -> code.matches("[0-9]{5}"));
    }

    /** A page that names none offers the one service that every kiosk has. */
    private static Service service(Fields fields) {
        return named(fields, "service", Service.values(), Service::slug).orElse(Service.ISSUING);
    }

    private static <T> Optional<T> named(Fields fields, String name, T[] values, Function<T, String> slug) {
        return Arrays.stream(values)
                .filter(value -> slug.apply(value).equals(fields.getValue(name)))
                .findFirst();
    }

    private static Map<String, String> options(Fields fields) {
        Map<String, String> options = new HashMap<>();
        for (Fields.Field field : fields) {
            if (field.getName().startsWith(OPTION)) {
                options.put(field.getName().substring(OPTION.length()), field.getValue());
            }
        }
        return options;
    }

    /** The boxes that are ticked; what is no number is nobody's place. */
    private static List<Integer> members(Fields fields) {
        return fields.getValuesOrEmpty("member").stream()
                .map(place -> place.matches("[0-9]{1,3}") ? Integer.parseInt(place) : NOBODY)
                .toList();
    }

    private static Optional<Integer> small(Fields fields, String name) {
        OptionalLong number = number(fields, name);
        return number.isPresent() && number.getAsLong() <= Integer.MAX_VALUE
                ? Optional.of((int) number.getAsLong())
                : Optional.empty();
    }

    /** Digits alone, at most 18 of them: they cannot overflow. */
    private static OptionalLong number(Fields fields, String name) {
        String text = fields.getValue(name);
        return text != null && text.matches("[0-9]{1,18}")
                ? OptionalLong.of(Long.parseLong(text))
                : OptionalLong.empty();
    }
}
