package jp.madoguchi.kiosk.command;

import java.util.List;
import java.util.Optional;
import jp.madoguchi.devices.card.CardFailure;
import jp.madoguchi.devices.card.CardInspection;
import jp.madoguchi.devices.card.CardReader;
import jp.madoguchi.devices.card.CardSession;
import jp.madoguchi.devices.card.ReaderStatus;

/**
 * The looks of {@code device card --watch}: the reader each time, the card that lies on it until it has been read once, with
 * as many attempts as it takes. Letting a card go resets it: not to be run beside a kiosk that serves somebody.
 */
final class CardWatch {
    private final CardReader reader;
    private Optional<Watch.Seen> read = Optional.empty();

    CardWatch(CardReader reader) {
        this.reader = reader;
    }

    Watch.Seen look() {
        ReaderStatus status = reader.status();
        if (status.trouble().isPresent()) {
            read = Optional.empty();
            return new Watch.Seen(detail(status), List.of(status.trouble().get()));
        }
        if (status instanceof ReaderStatus.Empty empty) {
            read = Optional.empty();
            return Watch.Seen.well(empty.reader() + ": no card");
        }
        String name = ((ReaderStatus.CardPresent) status).reader();
        Watch.Seen seen = read.orElseGet(() -> inspect(name));
        if (seen.failures().isEmpty()) {
            read = Optional.of(seen);
        }
        return seen;
    }

    private static String detail(ReaderStatus status) {
        if (status instanceof ReaderStatus.NoReader none) {
            return "no reader matches \"" + none.pattern() + "\"; there are " + none.seen();
        }
        return status instanceof ReaderStatus.SeveralReaders several
                ? "several readers match \"" + several.pattern() + "\": " + several.matching()
                : ((ReaderStatus.ServiceDown) status).detail();
    }

    private Watch.Seen inspect(String name) {
        CardReader.Opening opening = reader.open();
        if (opening instanceof CardReader.Opening.Failed failed) {
            return failed(name, failed.failure());
        }
        try (CardSession session = ((CardReader.Opening.Opened) opening).session()) {
            CardInspection inspection = session.inspect();
            if (inspection instanceof CardInspection.Failed failed) {
                return failed(name, failed.failure());
            }
            return Watch.Seen.well(name + ": "
                    + (inspection instanceof CardInspection.Inspected token
                            ? words(token)
                            : "a card without the JPKI application"));
        }
    }

    private static Watch.Seen failed(String name, CardFailure failure) {
        return new Watch.Seen(name + ": a card", List.of(failure));
    }

    private static String words(CardInspection.Inspected token) {
        StringBuilder words = new StringBuilder(TokenFacts.kind(token.kind()));
        words.append(TokenFacts.served(token) ? "" : ", not served");
        token.pinTries().ifPresent(tries -> words.append(", PIN tries left ").append(tries));
        token.passwordTries()
                .ifPresent(tries ->
                        words.append(", signature password tries left ").append(tries));
        token.expires().ifPresent(last -> words.append(", card valid until ").append(last));
        return words.toString();
    }
}
