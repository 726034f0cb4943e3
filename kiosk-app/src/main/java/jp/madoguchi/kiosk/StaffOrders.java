package jp.madoguchi.kiosk;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import jp.madoguchi.kiosk.audit.AuditEvent;
import jp.madoguchi.kiosk.audit.Detail;
import jp.madoguchi.kiosk.staff.Account;
import jp.madoguchi.kiosk.staff.Deeds;
import jp.madoguchi.kiosk.staff.DeskTools;
import jp.madoguchi.kiosk.staff.Drain;
import jp.madoguchi.kiosk.staff.Invitation;
import jp.madoguchi.kiosk.staff.Purpose;
import jp.madoguchi.kiosk.staff.Role;
import jp.madoguchi.kiosk.terms.Stage;

/** What other programs of this machine can ask for through the control socket, of rest and of accounts. Each answers one line. */
record StaffOrders(DeskTools desk, Supplier<Stage> stage) {
    static final String NO = "no: ";

    Map<String, UnaryOperator<String>> all() {
        Map<String, UnaryOperator<String>> orders = new LinkedHashMap<>();
        orders.put(
                "idle?",
                rest -> stage.get().idle() ? "idle" : "busy " + stage.get().slug());
        orders.put("drain", seconds -> begin(Purpose.DRAIN, seconds));
        orders.put("restart", seconds -> begin(Purpose.RESTART, seconds));
        orders.put("reboot", seconds -> begin(Purpose.REBOOT, seconds));
        orders.put("power-off", seconds -> begin(Purpose.POWER_OFF, seconds));
        orders.put(
                "resume",
                rest -> desk.drain().callOff(Deeds.OPERATOR) ? "the service goes on" : NO + "nothing is waited for");
        orders.put("enrol", this::enrol);
        return orders;
    }

    /** @param seconds that a visit under way has; empty: the usual */
    private String begin(Purpose purpose, String seconds) {
        Optional<Duration> grace = seconds.isEmpty()
                ? Optional.of(Drain.GRACE)
                : Optional.of(seconds)
                        .filter(digits -> digits.matches("[0-9]{1,3}"))
                        .map(digits -> Duration.ofSeconds(Long.parseLong(digits)));
        if (grace.isEmpty()) {
            return NO + "seconds are 0 to 999";
        }
        return desk.drain().begin(purpose, grace.get(), Deeds.OPERATOR)
                ? purpose.slug() + " within " + grace.get().toSeconds() + " s, or when the devices have finished"
                : NO + "something else is waited for, or nobody serves this machine's requests";
    }

    /** @param rest name and role; a code with which that account can be enrolled, once */
    private String enrol(String rest) {
        String[] words = rest.split(" ", -1);
        Optional<Role> role = words.length == 2 ? Role.ofSlug(words[1]) : Optional.empty();
        if (role.isEmpty() || !Account.named(words[0])) {
            return NO + "a name like clerk-1, and clerk or manager";
        }
        String code = desk.invitations().mint(new Invitation(words[0], role.get()));
        desk.deeds()
                .tell(
                        AuditEvent.STAFF_INVITED,
                        words[0],
                        Map.of(
                                Detail.USER,
                                Deeds.OPERATOR,
                                Detail.RESULT,
                                role.get().slug()));
        return code;
    }
}
