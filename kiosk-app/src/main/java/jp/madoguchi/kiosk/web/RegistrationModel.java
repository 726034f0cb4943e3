package jp.madoguchi.kiosk.web;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import jp.madoguchi.kiosk.flow.Applications;
import jp.madoguchi.kiosk.flow.Visit;
import jp.madoguchi.kiosk.terms.MunicipalOffice;
import jp.madoguchi.kiosk.terms.Registration;
import jp.madoguchi.kiosk.terms.Slug;
import jp.madoguchi.kiosk.terms.Stage;
import jp.madoguchi.kiosk.visit.WritingPad.Line;

/** 本籍地利用登録 in words: what the menu says of it, what is being written, and how an application stands. */
final class RegistrationModel {
    private RegistrationModel() {}

    static View of(Visit visit, Words words) {
        Applications applications = visit.applications();
        Optional<Registration> latest = applications.latest();
        return new View()
                .with("towns", towns(visit, words, municipality -> tells(municipality, visit)))
                .with("trouble", applications.trouble().map(Slug::of).orElse(""))
                .with("number", latest.map(Registration::number).orElse(""))
                .with(
                        "office",
                        applications
                                .office()
                                .map(office -> office(office, words)
                                        .with(
                                                "state",
                                                latest.map(RegistrationModel::state)
                                                        .orElse("none")))
                                .orElse(null))
                .with(
                        "received",
                        latest.map(one -> words.dateOfPaper(one.received())).orElse(""))
                .with("answer", latest.map(one -> answer(one, words)).orElse(""))
                .with(
                        "answerOfPaper",
                        latest.flatMap(Registration::answer)
                                .map(words::dateOfPaper)
                                .orElse(""));
    }

    /** Of the offices that keep the family register those whose municipality is to be told of: how an application to it stands. */
    static List<View> towns(Visit visit, Words words, Predicate<String> municipality) {
        return visit.applications().elsewhere().stream()
                .filter(office -> municipality.test(office.municipality()))
                .map(office -> town(office, visit.applications(), words))
                .toList();
    }

    /** That it was granted need not be told where its certificates are offered. */
    private static boolean tells(String municipality, Visit visit) {
        boolean offered = visit.choice().offers().stream()
                .anyMatch(offer -> offer.municipality().equals(municipality));
        return visit.applications().open(municipality)
                || (!offered && visit.applications().latest(municipality).isPresent());
    }

    private static View town(MunicipalOffice office, Applications applications, Words words) {
        Optional<Registration> latest = applications.latest(office.municipality());
        return office(office, words)
                .with("state", latest.map(RegistrationModel::state).orElse(applications.untold() ? "untold" : "none"))
                .with("received", latest.map(one -> words.date(one.received())).orElse(""))
                .with("answer", latest.map(one -> answer(one, words)).orElse(""))
                .with("open", applications.open(office.municipality()));
    }

    private static View office(MunicipalOffice office, Words words) {
        return new View()
                .with("municipality", office.municipality())
                .with("municipalityName", words.name(office.municipalityName()))
                .with("municipalityOfPaper", words.nameOfPaper(office.municipalityName()))
                .with("name", words.name(office.name()))
                .with("hours", words.text(office.open()))
                .with("telephone", office.telephone());
    }

    private static String state(Registration registration) {
        return Slug.of(registration.state());
    }

    /** When the office has answered, or will have; empty when it did not say. */
    private static String answer(Registration registration, Words words) {
        return registration.answer().map(words::date).orElse("");
    }

    /** What was written is read only for the screens that show it. */
    static View writing(Stage stage, WritingKeys keys) {
        Optional<Line> line = WritingKeys.line(stage);
        boolean all = stage == Stage.CONFIRM_REGISTRATION;
        String domicile = all ? keys.read(Line.DOMICILE) : "";
        String head = all ? keys.read(Line.HEAD) : "";
        return new View()
                .with("line", line.map(Slug::of).orElse(""))
                .with("text", line.map(keys::read).orElse(""))
                .with("complete", keys.complete())
                .with("domicile", discreet(domicile))
                .with("head", discreet(head))
                .with("kana", views(WritingKeys.KANA))
                .with("digits", views(WritingKeys.DIGITS));
    }

    private static View discreet(String text) {
        return new View().with("plain", text).with("masked", Discreet.name(text));
    }

    private static List<View> views(List<WritingKeys.Key> keys) {
        return keys.stream()
                .map(key -> new View()
                        .with("name", key.name())
                        .with("label", key.label())
                        .with("letter", key.isLetter()))
                .toList();
    }
}
