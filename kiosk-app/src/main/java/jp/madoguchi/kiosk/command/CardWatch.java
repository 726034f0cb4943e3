package jp.madoguchi.kiosk.command;

import java.time.Clock;
import java.util.Optional;
import java.util.StringJoiner;
import jp.madoguchi.devices.DeviceFailure.Words;
import jp.madoguchi.devices.card.CardInspection;
import jp.madoguchi.devices.card.CardReader;
import jp.madoguchi.devices.card.CardSession;
import jp.madoguchi.devices.card.ReaderStatus;
import jp.madoguchi.kiosk.terms.Slug;

/**
 * The looks of {@code device card --watch}: the reader each time, the card that lies on it until it has been read once, with
 * as many attempts as it takes. Letting a card go resets it: not to be run beside a kiosk that serves somebody.
 */
final class CardWatch {
    private final CardReader reader;
    private final Clock clock;
    private Optional<Watch.Seen> read = Optional.empty();

    CardWatch(CardReader reader, Clock clock) {
        this.reader = reader;
        this.clock = clock;
    }

    Watch.Seen look() {
        ReaderStatus status = reader.status();
        if (!(status instanceof ReaderStatus.CardPresent present)) {
            read = Optional.empty();
            return CardOnReader.without(status);
        }
        String name = present.reader();
        Watch.Seen seen = read.orElseGet(() -> inspect(name));
        if (seen.failures().isEmpty()) {
            read = Optional.of(seen);
        }
        return seen;
    }

    private Watch.Seen inspect(String name) {
        CardReader.Opening opening = reader.open();
        if (opening instanceof CardReader.Opening.Failed failed) {
            return CardOnReader.failed(name, failed.failure());
        }
        try (CardSession session = ((CardReader.Opening.Opened) opening).session()) {
            CardInspection inspection = session.inspect();
            if (inspection instanceof CardInspection.Failed failed) {
                return CardOnReader.failed(name, failed.failure());
            }
            Words words = inspection instanceof CardInspection.Inspected token ? words(token) : CardOnReader.NOT_JPKI;
            return Watch.Seen.well(new Words(name + ": " + words.ja(), name + ": " + words.en()));
        }
    }

    private Words words(CardInspection.Inspected token) {
        TokenCheck check = TokenCheck.of(token, clock);
        StringJoiner ja = new StringJoiner("、");
        StringJoiner en = new StringJoiner(", ");
        ja.add(Slug.of(token.kind()));
        en.add(Slug.of(token.kind()));
        token.pinTries().ifPresent(tries -> {
            ja.add("暗証番号の残り回数 " + tries);
            en.add("PIN tries left " + tries);
        });
        token.passwordTries().ifPresent(tries -> {
            ja.add("署名用パスワードの残り回数 " + tries);
            en.add("signature password tries left " + tries);
        });
        check.standing().ifPresent(standing -> {
            ja.add(standing.ja());
            en.add(standing.en());
        });
        token.expires().ifPresent(last -> {
            ja.add("カードは " + last + " まで有効");
            en.add("card valid until " + last);
        });
        check.hindrances().forEach(hindrance -> {
            ja.add("使えない: " + hindrance.ja());
            en.add("not served: " + hindrance.en());
        });
        return new Words(ja.toString(), en.toString());
    }
}
