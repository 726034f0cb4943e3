package jp.madoguchi.simulators.center;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * 本籍地利用登録: residents ask the municipality that keeps their family register to serve them at kiosks, and it answers some days
 * later. Guarded by the {@link Center}.
 */
final class Registrations {
    private final Map<String, Filed> filed = new LinkedHashMap<>();

    /** What the resident says of the register; the office compares it with its own. */
    record Application(String municipality, String domicile, String head) {
        static Application read(byte[] body) throws Malformed {
            JsonObject json = JsonObject.read(body).only("municipality", "domicile", "head");
            return new Application(json.text("municipality"), json.text("domicile"), json.text("head"));
        }

        @Override
        public String toString() {
            return "Application[" + municipality + "]";
        }
    }

    private record Filed(
            String request,
            Resident resident,
            Application application,
            Municipality municipality,
            Instant received,
            Instant answer) {
        Filed answeredAt(Instant now) {
            return new Filed(
                    request, resident, application, municipality, received, now.truncatedTo(ChronoUnit.SECONDS));
        }
    }

    enum State {
        PENDING,
        REGISTERED,
        REFUSED;

        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Files the application once; a repetition is told how it stands. While one waits there is no second one to its municipality. */
    Answer file(String request, Resident resident, Application application, Optional<Municipality> asked, Instant now) {
        Filed before = filed.get(request);
        if (before != null) {
            return isOf(resident, before) && before.application().equals(application)
                    ? new Answer.Given(json(before, now))
                    : new Answer.Refused(Reason.REQUEST_CONFLICT);
        }
        if (asked.isEmpty() || asked.get().registrationDays().isEmpty()) {
            return new Answer.Refused(Reason.NOT_OFFERED);
        }
        if (waits(resident, application.municipality(), now)) {
            return new Answer.Refused(Reason.REGISTRATION_PENDING);
        }
        Instant received = now.truncatedTo(ChronoUnit.SECONDS);
        Filed fresh = new Filed(
                request,
                resident,
                application,
                asked.get(),
                received,
                received.plus(Duration.ofDays(asked.get().registrationDays().get())));
        filed.put(request, fresh);
        return new Answer.Given(json(fresh, now));
    }

    /** The offices look into everything that waits, without the days they would take. */
    void answerAll(Instant now) {
        filed.replaceAll((request, one) -> one.answer().isAfter(now) ? one.answeredAt(now) : one);
    }

    /** All of this resident's, the oldest first. */
    Answer of(Resident resident, Instant now) {
        List<Map<String, Object>> own = filed.values().stream()
                .filter(one -> isOf(resident, one))
                .map(one -> json(one, now))
                .toList();
        return new Answer.Given(Map.of("registrations", own));
    }

    /** Whether the resident's register may be asked for here: granted long ago, or since. */
    boolean isGranted(Resident resident, Instant now) {
        return resident.family().map(FamilyRegister::usable).orElse(false)
                || filed.values().stream().anyMatch(one -> isOf(resident, one) && state(one, now) == State.REGISTERED);
    }

    private boolean waits(Resident resident, String municipality, Instant now) {
        return filed.values().stream()
                .anyMatch(one -> isOf(resident, one)
                        && one.municipality().code().equals(municipality)
                        && state(one, now) == State.PENDING);
    }

    private static boolean isOf(Resident resident, Filed one) {
        return one.resident().certificate().equals(resident.certificate());
    }

    private static State state(Filed one, Instant now) {
        if (now.isBefore(one.answer())) {
            return State.PENDING;
        }
        Application said = one.application();
        boolean found = one.resident()
                .family()
                .filter(kept -> kept.isAt(said.municipality(), said.domicile(), said.head()))
                .isPresent();
        return found ? State.REGISTERED : State.REFUSED;
    }

    private static Map<String, Object> json(Filed one, Instant now) {
        State state = state(one, now);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("request", one.request());
        json.put("municipality", one.municipality().code());
        json.put("municipalityName", one.municipality().name().json());
        json.put("state", state.wireName());
        json.put("received", one.received().toString());
        json.put(state == State.PENDING ? "expected" : "answered", one.answer().toString());
        return json;
    }
}
