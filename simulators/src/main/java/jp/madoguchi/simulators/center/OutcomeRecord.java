package jp.madoguchi.simulators.center;

import java.util.Locale;
import java.util.Optional;

/** How a visit ended, as its kiosk reported it. Amounts in yen; {@code inserted = kept + returned + owed}. */
public record OutcomeRecord(
        String kiosk,
        String visit,
        Optional<String> request,
        Result result,
        int inserted,
        int kept,
        int returned,
        int owed) {

    /** What became of the paper. */
    public enum Result {
        PRINTED,
        NOT_PRINTED,
        UNKNOWN,
        NOT_ISSUED;

        static Result of(String wireName) throws Malformed {
            for (Result result : values()) {
                if (result.wireName().equals(wireName)) {
                    return result;
                }
            }
            throw new Malformed("result is none of its values");
        }

        /** As it stands on the wire, e.g. {@code not-printed}. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static OutcomeRecord read(String kiosk, String visit, byte[] body) throws Malformed {
        JsonObject json = JsonObject.read(body).only("request", "result", "inserted", "kept", "returned", "owed");
        Optional<String> request = json.optionalText("request");
        if (request.isPresent() && !Ids.isId(request.get())) {
            throw new Malformed("request is not an id");
        }
        OutcomeRecord outcome = new OutcomeRecord(
                kiosk,
                visit,
                request,
                Result.of(json.text("result")),
                json.whole("inserted", 0),
                json.whole("kept", 0),
                json.whole("returned", 0),
                json.whole("owed", 0));
        if ((long) outcome.kept + outcome.returned + outcome.owed != outcome.inserted) {
            throw new Malformed("the amounts do not add up");
        }
        return outcome;
    }
}
