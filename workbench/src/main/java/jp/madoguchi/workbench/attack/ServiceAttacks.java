package jp.madoguchi.workbench.attack;

import static jp.madoguchi.simulators.center.Operation.CERTIFICATE_STATUS;
import static jp.madoguchi.simulators.center.Operation.FILE_REGISTRATION;
import static jp.madoguchi.simulators.center.Operation.REGISTRATIONS;
import static jp.madoguchi.workbench.attack.Rows.ENTER_PIN;
import static jp.madoguchi.workbench.attack.Rows.PLACE_CARD;
import static jp.madoguchi.workbench.attack.Rows.front;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import jp.madoguchi.kiosk.flow.Check;
import jp.madoguchi.kiosk.flow.TokenFacts.Finding;
import jp.madoguchi.kiosk.terms.EndReason;
import jp.madoguchi.workbench.Visitor;
import jp.madoguchi.workbench.attack.Attack.Resident;
import org.jsoup.nodes.Element;

/** The services without a document: 本籍地利用登録, and how a certificate stands. */
final class ServiceAttacks {
    private static final String CONFIRM = "confirm-registration";
    private static final String OTHER_ID = "0123456789abcdef0123456789abcdef";

    /** Applies for what the family register of another town needs, and gives up when there is no answer. */
    private static final Resident APPLICANT = new Resident(
            "mishinkoku-toya",
            Map.of(
                    "choose-document",
                    tapping("register"),
                    "write-domicile",
                    writing("か く う ち よ small う 1 0 - 1 0"),
                    "write-head",
                    writing("み し ん space と お す け"),
                    CONFIRM,
                    tapping("confirm"),
                    "registration-unanswered",
                    tapping("cancel")));

    /** Asks once how earlier applications stand; told that nobody can say, the resident leaves. */
    private static final Resident INQUIRER =
            new Resident("mishinkoku-toya", Map.of("choose-document", (visitor, screen) -> {
                boolean told = screen.selectFirst("[data-registration=untold]") != null;
                visitor.tap(screen, told ? "[data-do=cancel]" : "[data-do=register]");
                return false;
            }));

    private static final Resident CHECKER = new Resident(
            "aomori-hanako",
            Map.of(
                    "welcome",
                    (visitor, screen) -> {
                        visitor.tap(screen, "[data-do=begin][data-service=certificate-check][data-lang=ja]");
                        return false;
                    },
                    "show-certificates",
                    ServiceAttacks::readAndLeave));

    private ServiceAttacks() {}

    static List<Attack> all() {
        return List.of(
                filed("another request of the resident's", "request", OTHER_ID),
                filed("a request to another municipality", "municipality", "13999"),
                filed("a request received in the year 1", "received", "0001-01-01T00:00:00Z"),
                listed("a hundred and one registrations", registrations(101), "registrations"),
                listed(
                        "a registration under another form of number",
                        registrations(1).replace("0", "g"),
                        "request"),
                status(
                        "revoked since the year 1",
                        "{\"state\":\"revoked\",\"since\":\"0001-01-01T00:00:00Z\"}",
                        "since"),
                status("good, and nobody knows since when", "{\"state\":\"good\"}", "asOf"),
                status("of an unheard-of state", "{\"state\":\"splendid\"}", "state"),
                status("a page instead of a status", "<html>Please log in", "no JSON"));
    }

    /** Filed as it must be; what is answered is of another one. */
    private static Attack filed(String name, String member, String value) {
        return front(
                        "application answered with " + name,
                        Deeds.altered(FILE_REGISTRATION, body -> body.put(member, value)),
                        new Must.Refused(EndReason.REGISTRATION_UNCERTAIN, member))
                .on(APPLICANT)
                .from(CONFIRM);
    }

    /** The menu goes on and says that nobody can tell; nothing can be applied for. */
    private static Attack listed(String name, String body, String why) {
        return front(
                        name,
                        Deeds.said(REGISTRATIONS, Reply.of(new Answer(200, body))),
                        new Must.Refused(EndReason.CANCELLED, why))
                .on(INQUIRER)
                .from(ENTER_PIN);
    }

    private static String registrations(int count) {
        String one =
                "{\"request\":\"" + OTHER_ID + "\",\"municipality\":\"02201\",\"municipalityName\":{\"ja\":\"青森市\"},"
                        + "\"state\":\"pending\",\"received\":\"2026-11-22T13:40:00Z\"}";
        return "{\"registrations\":[" + String.join(",", Collections.nCopies(count, one)) + "]}";
    }

    /** The check goes on and says that nothing is known. */
    private static Attack status(String name, String body, String why) {
        return front(
                        "certificate said to be " + name,
                        Deeds.said(CERTIFICATE_STATUS, Reply.of(new Answer(200, body))),
                        new Must.Refused(EndReason.CHECKED, why))
                .on(CHECKER)
                .from(PLACE_CARD);
    }

    private static Visitor.Act tapping(String button) {
        return (visitor, screen) -> {
            visitor.tap(screen, "[data-do=" + button + "]");
            return false;
        };
    }

    private static Visitor.Act writing(String keys) {
        return (visitor, screen) -> {
            visitor.client().write(screen, keys);
            visitor.tap(visitor.client().screen(), "[data-do=written]");
            return false;
        };
    }

    private static boolean readAndLeave(Visitor visitor, Element screen) throws IOException, InterruptedException {
        visitor.awaitUntil(
                "what the center says",
                () -> visitor.world()
                        .kiosk()
                        .screen()
                        .visit()
                        .check()
                        .filter(ServiceAttacks::isTold)
                        .isPresent());
        visitor.tap(visitor.client().screen(), "[data-do=cancel]");
        return false;
    }

    private static boolean isTold(Check check) {
        return check.token().authentication() instanceof Finding.Seen seen
                && seen.facts().status().isPresent();
    }
}
