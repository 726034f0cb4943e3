package jp.madoguchi.kiosk.web;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import jp.madoguchi.devices.card.TokenKind;
import jp.madoguchi.kiosk.flow.Check;
import jp.madoguchi.kiosk.flow.Check.Page;
import jp.madoguchi.kiosk.flow.Paper.Slip;
import jp.madoguchi.kiosk.flow.TokenFacts;
import jp.madoguchi.kiosk.flow.TokenFacts.Finding;
import jp.madoguchi.kiosk.flow.Visit;
import jp.madoguchi.kiosk.identity.Purpose;
import jp.madoguchi.kiosk.identity.Renewal;
import jp.madoguchi.kiosk.identity.ValidityNotice;
import jp.madoguchi.kiosk.identity.ValidityRules;
import jp.madoguchi.kiosk.qr.QrCode;
import jp.madoguchi.kiosk.terms.CertificateFacts;
import jp.madoguchi.kiosk.terms.CertificateFacts.State;
import jp.madoguchi.kiosk.terms.CertificateKind;
import jp.madoguchi.kiosk.terms.Link;
import jp.madoguchi.kiosk.terms.Part;
import jp.madoguchi.kiosk.terms.RevocationStatus;
import jp.madoguchi.kiosk.terms.Slug;

/** What the certificate check shows, in words. */
final class CheckModel {
    /** As it stands in the names of its CAs. */
    private static final String J_LIS = "Japan Agency for Local Authority Information Systems";

    /** To find a code takes as long as the rest of its screen; what a certificate says itself is found anew. */
    private static final Map<String, QrCode> CODES =
            Stream.of(Link.values()).collect(toUnmodifiableMap(Link::address, link -> QrCode.of(link.address())));

    private final Check check;
    private final Slip slip;
    private final TokenFacts token;
    private final Words words;
    private final Instant now;

    private CheckModel(Check check, Slip slip, Words words, Instant now) {
        this.check = check;
        this.slip = slip;
        this.token = check.token();
        this.words = words;
        this.now = now;
    }

    static View of(Visit visit, Check check, Words words, Instant now) {
        return new CheckModel(check, visit.paper().slip(), words, now)
                .view(visit.readiness().ready(Part.PRINTER));
    }

    private View view(boolean printer) {
        int tries = token.passwordTries().orElse(0);
        return new View()
                .with("page", check.page().slug())
                .with("pages", pages())
                .with("certificate", certificate())
                .with("card", card())
                .with("links", check.page() == Page.USES ? links() : List.of())
                .with("apply", check.page() == Page.CARD ? link(Link.CARD, Link.CARD.address()) : null)
                .with("wrong", check.wrong())
                .with("tries", tries)
                .with("few", tries < TokenFacts.PASSWORD_TRIES)
                .with("warning", words.text(juki() ? "enter-password.tries.juki" : "enter-password.tries", tries))
                .with("offered", token.printable())
                .with("slip", slipButton(printer))
                .with("printable", token.printable() && slip == Slip.NONE && printer);
    }

    private List<View> pages() {
        return Arrays.stream(Page.values())
                .map(page -> new View()
                        .with("slug", page.slug())
                        .with("label", words.text("check.page." + page.slug()))
                        .with("now", page == check.page()))
                .toList();
    }

    /** What the button says: what it does, or why it does not. */
    private String slipButton(boolean printer) {
        if (slip != Slip.NONE) {
            return words.text("check.slip." + slip.slug());
        }
        return words.text(printer ? "check.slip" : "check.slip.no-printer");
    }

    // ── one certificate ──

    private View certificate() {
        CertificateKind kind =
                check.page() == Page.SIGNATURE ? CertificateKind.SIGNATURE : CertificateKind.AUTHENTICATION;
        Finding finding = token.of(kind);
        String found = finding.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        return new View()
                .with("kind", kind.slug())
                .with("found", found)
                .with("title", words.text("check." + kind.slug() + ".title"))
                .with("lead", lead(kind, finding, found))
                .with("rows", rows(kind, finding))
                .with("opens", token.opens(kind) ? words.text("check.open." + kind.slug()) : "");
    }

    private String lead(CertificateKind kind, Finding finding, String found) {
        if (finding instanceof Finding.Seen seen) {
            State state = seen.facts().state();
            return state == State.UNKNOWN_ISSUER || state == State.UNSUITABLE
                    ? words.text("check.state." + Slug.of(state))
                    : words.text("check." + kind.slug() + ".lead");
        }
        String here = "check." + kind.slug() + "." + found;
        String ofThisToken = here + "." + Slug.of(token.kind());
        return words.textOr(ofThisToken, words.textOr(here, words.text("check." + found)));
    }

    private List<View> rows(CertificateKind kind, Finding finding) {
        List<View> rows = new ArrayList<>();
        if (finding instanceof Finding.Seen seen) {
            CertificateFacts facts = seen.facts();
            validity(facts, rows);
            if (facts.state() == State.VALID) {
                rows.add(row("status", status(facts)));
            } else if (token.kind() == TokenKind.JUKI_CARD && facts.status().isPresent()) {
                rows.add(row("status-then", status(facts)));
            }
            rows.add(row("issuer", issuer(facts.issuer())));
            facts.policy().ifPresent(policy -> rows.add(row("policy", policy(policy, facts.issuer()))));
        }
        OptionalInt tries = token.tries(kind);
        if (!(finding instanceof Finding.Absent) && tries.isPresent()) {
            rows.add(row("tries." + kind.slug(), tries(kind, tries.getAsInt())));
        }
        return rows;
    }

    private void validity(CertificateFacts facts, List<View> rows) {
        ValidityNotice notice = ValidityRules.CURRENT.notice(facts.ends(), token.cardEnds(), token.kind(), now);
        String date = words.date(facts.ends());
        if (facts.state() == State.NOT_YET_VALID) {
            rows.add(row("valid", words.text("check.valid.not-yet", date)));
        } else if (stopped(facts)) {
            rows.add(row("valid", words.text("check.valid.stopped", date))); // renewing is not what it needs
        } else if (facts.state() == State.UNKNOWN_ISSUER) {
            rows.add(row("valid", words.text("check.valid.running", date))); // nobody here knows who would renew it
        } else if (notice instanceof ValidityNotice.Running running) {
            rows.add(row("valid", words.text("check.valid.running", date)));
            Renewal renewal = ValidityRules.CURRENT.renewal(running.lastDay(), token.cardEnds(), token.kind());
            String opens = words.date(running.renewalOpens());
            rows.add(row("renewal", renewal(renewal, "check.renewal.from", opens)));
        } else if (notice instanceof ValidityNotice.EndsSoon soon) {
            rows.add(row("valid", words.text("check.valid.soon", date, soon.daysLeft())));
            rows.add(row("renewal", renewal(soon.renewal(), "check.renewal.now")));
        } else if (notice instanceof ValidityNotice.Ended ended) {
            rows.add(row("valid", words.text("check.valid.ended", date)));
            rows.add(row("renewal", ValidityModel.renewal(ended.renewal(), words)));
        }
    }

    private static boolean stopped(CertificateFacts facts) {
        boolean over = facts.status()
                .filter(status ->
                        status instanceof RevocationStatus.Revoked || status instanceof RevocationStatus.Suspended)
                .isPresent();
        return over && facts.state() == State.VALID;
    }

    /** When and where; no day is told for what cannot be renewed. */
    private String renewal(Renewal renewal, String key, Object... when) {
        String where = ValidityModel.renewal(renewal, words);
        Object[] said = Stream.concat(Stream.of(when), Stream.of(where)).toArray();
        return renewal == Renewal.MY_NUMBER_CARD_INSTEAD ? where : words.text(key, said);
    }

    private String status(CertificateFacts facts) {
        if (facts.status().isEmpty()) {
            return words.text("check.status.asking");
        }
        RevocationStatus status = facts.status().get();
        if (status instanceof RevocationStatus.Good good) {
            return facts.state() == State.VALID
                    ? words.text("check.status.good", words.moment(good.asOf(), now))
                    : words.text("check.status.was-good", words.date(good.asOf()));
        }
        if (status instanceof RevocationStatus.Revoked revoked) {
            String cause = words.text("check.cause." + revoked.reason().slug());
            return words.text("check.status.revoked", words.date(revoked.since()), cause, newOne())
                    .strip();
        }
        if (status instanceof RevocationStatus.Suspended suspended) {
            return words.text("check.status.suspended", words.date(suspended.since()));
        }
        if (status instanceof RevocationStatus.UnknownIssuer) {
            return words.text("check.status.unknown-issuer");
        }
        return words.text(
                status instanceof RevocationStatus.UnknownYet
                        ? "check.status.unknown-yet"
                        : "check.status.unavailable");
    }

    /** How to get a new one; for a Juki card there is none, and its row of renewal says so. */
    private String newOne() {
        return switch (token.kind()) {
            case ANDROID_PHONE, IPHONE -> words.text("check.revoked.phone");
            case MY_NUMBER_CARD, UNKNOWN -> words.text("check.revoked.card");
            case JUKI_CARD -> "";
        };
    }

    private String issuer(CertificateFacts.Issuer issuer) {
        String name = issuer.name().contains(J_LIS) ? words.text("check.issuer.j-lis") : issuer.name();
        return issuer.since().isPresent()
                ? words.text(
                        "check.issuer.known",
                        name,
                        Integer.toString(issuer.since().getAsInt()))
                : words.text("check.issuer.unknown", issuer.name());
    }

    private String policy(String policy, CertificateFacts.Issuer issuer) {
        for (Purpose purpose : Purpose.values()) {
            if (purpose.policy().equals(policy)) {
                return words.text("check.policy." + Slug.of(purpose), policy);
            }
        }
        boolean prefectures =
                token.kind() == TokenKind.JUKI_CARD && issuer.since().isPresent();
        return words.text(prefectures ? "check.policy.prefecture" : "check.policy.other", policy);
    }

    private String tries(CertificateKind kind, int left) {
        return left > 0 ? words.text("check.tries.left", left) : words.text("check.tries.locked." + guarded(kind));
    }

    /** By whom a secret is set anew: an office, an app, and that of a Juki card nobody. */
    private String guarded(CertificateKind kind) {
        return switch (token.kind()) {
            case ANDROID_PHONE, IPHONE -> "phone";
            case JUKI_CARD -> "juki";
            case MY_NUMBER_CARD, UNKNOWN -> kind.slug();
        };
    }

    private boolean juki() {
        return token.kind() == TokenKind.JUKI_CARD;
    }

    // ── the card, and what it is for ──

    private View card() {
        List<View> rows = new ArrayList<>();
        rows.add(row("kind", words.text("check.kind." + Slug.of(token.kind()))));
        token.cardEnds()
                .map(ValidityRules::endOf)
                .ifPresent(end -> rows.add(row(
                        "card-ends",
                        words.text(now.isAfter(end) ? "check.valid.ended" : "check.valid.running", words.date(end)))));
        return new View().with("rows", rows);
    }

    private List<View> links() {
        String rules = token.statement().orElse(Link.RULES.address());
        return List.of(
                link(Link.E_TAX, Link.E_TAX.address()),
                link(Link.MYNA_PORTAL, Link.MYNA_PORTAL.address()),
                link(Link.RULES, rules));
    }

    private View link(Link link, String address) {
        QrCode code = Optional.ofNullable(CODES.get(address)).orElseGet(() -> QrCode.of(address));
        int side = code.size() + 2 * QrCode.QUIET;
        return new View()
                .with("slug", link.slug())
                .with("title", words.text("check.link." + link.slug()))
                .with("what", words.text("check.link." + link.slug() + ".what"))
                .with("address", address)
                .with("box", "0 0 " + side + " " + side)
                .with("path", code.path());
    }

    private View row(String name, String value) {
        return new View()
                .with("name", name)
                .with("label", words.text("check.row." + name))
                .with("value", value);
    }
}
