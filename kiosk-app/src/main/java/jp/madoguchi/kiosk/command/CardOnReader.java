package jp.madoguchi.kiosk.command;

import jp.madoguchi.devices.card.CardFailure;
import jp.madoguchi.devices.card.CardReader;
import jp.madoguchi.devices.card.CardSession;
import jp.madoguchi.devices.card.ReaderStatus;

/** Opens the card that lies on a reader, or says in a line why it cannot. */
final class CardOnReader {
    private CardOnReader() {}

    static CardSession open(CardReader reader) throws Stop {
        ReaderStatus status = reader.status();
        if (status instanceof ReaderStatus.ServiceDown down) {
            throw new Stop(
                    Exit.NO_DEVICE, "the PC/SC service does not answer (" + down.detail() + "); is pcscd running?");
        }
        if (status instanceof ReaderStatus.NoReader none) {
            String there =
                    none.seen().isEmpty() ? "there is none at all" : "there are: " + String.join(", ", none.seen());
            throw new Stop(Exit.NO_DEVICE, "no reader's name matches \"" + none.pattern() + "\"; " + there);
        }
        if (status instanceof ReaderStatus.SeveralReaders several) {
            throw new Stop(
                    Exit.NO_DEVICE,
                    "several readers match \"" + several.pattern() + "\": " + String.join(", ", several.matching()));
        }
        if (status instanceof ReaderStatus.Empty) {
            throw new Stop(Exit.NO_CARD, "no card on the reader");
        }
        CardReader.Opening opening = reader.open();
        if (opening instanceof CardReader.Opening.Failed failed) {
            throw new Stop(code(failed.failure()), words(failed.failure()));
        }
        return ((CardReader.Opening.Opened) opening).session();
    }

    static int code(CardFailure failure) {
        return switch (failure) {
            case REMOVED -> Exit.NO_CARD;
            case READER_GONE -> Exit.NO_DEVICE;
            case UNRESPONSIVE, GARBLED, RESET -> Exit.NOT_USABLE;
        };
    }

    static String words(CardFailure failure) {
        return switch (failure) {
            case REMOVED -> "the card left the reader";
            case UNRESPONSIVE -> "the card does not power up: not a chip card, or not lying straight";
            case GARBLED -> "the card answers what no JPKI card may answer";
            case RESET -> "another program reset the card";
            case READER_GONE -> "the reader or the PC/SC service went away";
        };
    }
}
