package jp.madoguchi.kiosk.web;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jp.madoguchi.kiosk.audit.AuditEvent;
import jp.madoguchi.kiosk.audit.Detail;
import jp.madoguchi.kiosk.staff.Account;
import jp.madoguchi.kiosk.staff.Accounts;
import jp.madoguchi.kiosk.staff.Clerk;
import jp.madoguchi.kiosk.staff.Deeds;
import jp.madoguchi.kiosk.staff.DeskTools;
import jp.madoguchi.kiosk.staff.Invitation;
import jp.madoguchi.kiosk.staff.PinHash;
import jp.madoguchi.kiosk.staff.StaffPad;
import jp.madoguchi.kiosk.terms.Slug;

/**
 * The door of the desk, on the kiosk's one screen: whose account it is, and its PIN; or a code, and the PIN that is chosen twice. What
 * is typed is wiped at every step. Any thread; a PIN that is checked holds the others up for as long as {@link PinHash} takes.
 */
final class SignIn {
    /** Where it stands; a step names its texts. */
    enum Step {
        CHOOSE,
        PIN,
        CODE,
        NEW_PIN,
        SAME_PIN
    }

    private static final long MINUTE = 60;

    private final Accounts accounts;
    private final DeskTools tools;
    private final Deeds deeds;
    private final StaffPad pad = new StaffPad();
    private final SecretKeys keys;
    private Step step = Step.CHOOSE;
    private String name = "";
    private Optional<Invitation> invitation = Optional.empty();
    private Optional<PinHash> chosen = Optional.empty();
    private Optional<DeskPage.Said> said = Optional.empty();

    SignIn(DeskTools tools, SecureRandom random) {
        this.accounts = tools.accounts();
        this.tools = tools;
        this.deeds = tools.deeds();
        this.keys = new SecretKeys(pad, SecretKeys.DIGITS, label -> pad.press(label.charAt(0) - '0'), random);
    }

    synchronized View view() {
        return new View()
                .with("step", Slug.of(step))
                .with("accounts", accounts.all().stream().map(SignIn::account).toList())
                .with("name", name)
                .with("said", said.map(DeskModel::said).orElse(null))
                .with("pad", keys.all().stream().map(SignIn::key).toList())
                .with("count", pad.count())
                .with("dots", dots())
                .with("complete", complete());
    }

    private static View account(Account account) {
        return new View()
                .with("name", account.name())
                .with("role", account.role().slug());
    }

    private static View key(SecretKeys.Key key) {
        return new View()
                .with("label", key.label())
                .with("digit", key.label().length() == 1)
                .with("name", key.name().text());
    }

    private List<Boolean> dots() {
        int most = Math.max(StaffPad.LEAST, pad.count());
        Boolean[] dots = new Boolean[step == Step.CODE ? StaffPad.MOST : most];
        for (int i = 0; i < dots.length; i++) {
            dots[i] = i < pad.count();
        }
        return List.of(dots);
    }

    /** A code has all its digits, a PIN six at least. */
    private boolean complete() {
        return step == Step.CODE ? pad.count() == StaffPad.MOST : pad.complete();
    }

    synchronized boolean press(byte[] key) {
        return keys.press(key);
    }

    /** Back to the list of accounts; nothing of what was typed remains. */
    synchronized void begin() {
        to(Step.CHOOSE, Optional.empty());
        name = "";
        invitation = Optional.empty();
        chosen = Optional.empty();
    }

    synchronized void choose(String account) {
        if (accounts.of(account).isPresent()) {
            name = account;
            to(Step.PIN, Optional.empty());
        }
    }

    synchronized void askCode() {
        to(Step.CODE, Optional.empty());
    }

    /** What was typed is whole. The clerk who is let in, if that was the last step. */
    synchronized Optional<Clerk> enter() {
        if (!complete()) {
            return Optional.empty();
        }
        byte[] typed = pad.take().orElseThrow();
        keys.retire();
        try {
            return switch (step) {
                case CHOOSE -> Optional.empty();
                case PIN -> check(typed);
                case CODE -> redeem(typed);
                case NEW_PIN -> chooseNew(typed);
                case SAME_PIN -> enrol(typed);
            };
        } finally {
            Arrays.fill(typed, (byte) 0);
        }
    }

    private Optional<Clerk> check(byte[] pin) {
        Accounts.Answer answer = accounts.check(name, pin);
        if (answer instanceof Accounts.Answer.SignedIn in) {
            Clerk clerk = new Clerk(in.account().name(), in.account().role());
            begin();
            return Optional.of(clerk);
        }
        deeds.tell(AuditEvent.STAFF_SIGN_IN_REFUSED, name, Detail.RESULT, result(answer));
        return to(Step.PIN, Optional.of(refusal(answer)));
    }

    /** Of one that lets nobody in. */
    private static String result(Accounts.Answer answer) {
        if (answer instanceof Accounts.Answer.Locked) {
            return "locked";
        }
        if (answer instanceof Accounts.Answer.Unwritable) {
            return "unwritable";
        }
        return answer instanceof Accounts.Answer.Unknown ? "unknown" : "wrong";
    }

    private static DeskPage.Said refusal(Accounts.Answer answer) {
        if (answer instanceof Accounts.Answer.Wrong wrong) {
            return wrong.pause().isZero()
                    ? DeskPage.Said.bad("sign-in.wrong")
                    : DeskPage.Said.bad("sign-in.wrong.wait", minutes(wrong.pause()));
        }
        if (answer instanceof Accounts.Answer.Locked locked) {
            return DeskPage.Said.bad("sign-in.locked", minutes(locked.pause()));
        }
        return DeskPage.Said.bad(answer instanceof Accounts.Answer.Unknown ? "sign-in.unknown" : "said.unwritable");
    }

    /** 45秒, 8分: rounded up. */
    private static String minutes(Duration pause) {
        long seconds = pause.plusNanos(999_999_999).toSeconds();
        return seconds < MINUTE
                ? Words.staff().text("seconds", seconds)
                : Words.staff().text("minutes", (seconds + MINUTE - 1) / MINUTE);
    }

    private Optional<Clerk> redeem(byte[] code) {
        invitation = tools.invitations().redeem(code);
        if (invitation.isEmpty()) {
            deeds.tell(AuditEvent.STAFF_CODE_REFUSED);
            return to(Step.CODE, Optional.of(DeskPage.Said.bad("sign-in.code.wrong")));
        }
        name = invitation.get().name();
        return to(Step.NEW_PIN, Optional.empty());
    }

    private Optional<Clerk> chooseNew(byte[] pin) {
        if (Accounts.weak(pin)) {
            return to(Step.NEW_PIN, Optional.of(DeskPage.Said.bad("sign-in.weak")));
        }
        chosen = Optional.of(accounts.hash(pin));
        return to(Step.SAME_PIN, Optional.empty());
    }

    private Optional<Clerk> enrol(byte[] pin) {
        Invitation invited = invitation.orElseThrow();
        PinHash hash = chosen.orElseThrow();
        if (!hash.matches(pin)) {
            return to(Step.NEW_PIN, Optional.of(DeskPage.Said.bad("sign-in.not-the-same")));
        }
        if (!accounts.enrol(invited.name(), invited.role(), hash)) {
            return to(Step.SAME_PIN, Optional.of(DeskPage.Said.bad("said.unwritable")));
        }
        deeds.tell(
                AuditEvent.STAFF_ENROLLED,
                invited.name(),
                Detail.RESULT,
                invited.role().slug());
        begin();
        return Optional.of(new Clerk(invited.name(), invited.role()));
    }

    /** Nobody is let in by it. */
    private Optional<Clerk> to(Step next, Optional<DeskPage.Said> about) {
        pad.clear();
        if (next == Step.CHOOSE) {
            keys.retire();
        } else {
            keys.renew();
        }
        step = next;
        said = about;
        return Optional.empty();
    }
}
