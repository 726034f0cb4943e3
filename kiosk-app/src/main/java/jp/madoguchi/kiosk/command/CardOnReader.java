package jp.madoguchi.kiosk.command;

import java.util.List;
import jp.madoguchi.devices.DeviceFailure;
import jp.madoguchi.devices.DeviceFailure.Words;
import jp.madoguchi.devices.card.CardFailure;
import jp.madoguchi.devices.card.CardReader;
import jp.madoguchi.devices.card.CardSession;
import jp.madoguchi.devices.card.ReaderStatus;

/** What stands at a reader, in words; and opens the card that lies on it, or says why it cannot. */
final class CardOnReader {
    static final Words NOT_JPKI = new Words(
            "公的個人認証のアプリケーションがないカード: マイナンバーカードを使う", "a card without the JPKI application: use a My Number card");

    private CardOnReader() {}

    static CardSession open(CardReader reader, Watch watch) throws Stop {
        ReaderStatus status = reader.status();
        if (!(status instanceof ReaderStatus.CardPresent present)) {
            int code = status instanceof ReaderStatus.Empty ? Exit.NO_CARD : Exit.NO_DEVICE;
            throw new Stop(code, watch.told(without(status)));
        }
        CardReader.Opening opening = reader.open();
        if (opening instanceof CardReader.Opening.Failed failed) {
            throw new Stop(code(failed.failure()), watch.told(failed(present.reader(), failed.failure())));
        }
        return ((CardReader.Opening.Opened) opening).session();
    }

    /** A reader that has no card, or cannot be used. */
    static Watch.Seen without(ReaderStatus status) {
        if (status instanceof ReaderStatus.Empty empty) {
            return Watch.Seen.well(new Words(empty.reader() + ": カードなし", empty.reader() + ": no card"));
        }
        return new Watch.Seen(
                words(status),
                status.trouble().<List<DeviceFailure>>map(List::of).orElse(List.of()));
    }

    private static Words words(ReaderStatus status) {
        if (status instanceof ReaderStatus.NoReader none) {
            String seen = String.join(", ", none.seen());
            return new Words(
                    "「" + none.pattern() + "」に合うリーダーなし（" + (seen.isEmpty() ? "1台もつながっていない" : "あるのは " + seen) + "）",
                    "no reader's name matches \"" + none.pattern() + "\"; "
                            + (seen.isEmpty() ? "there is none at all" : "there are: " + seen));
        }
        if (status instanceof ReaderStatus.SeveralReaders several) {
            String matching = String.join(", ", several.matching());
            return new Words(
                    "「" + several.pattern() + "」に合うリーダーが2台以上: " + matching,
                    "several readers match \"" + several.pattern() + "\": " + matching);
        }
        String detail = ((ReaderStatus.ServiceDown) status).detail();
        return new Words("PC/SCサービスが応答なし（" + detail + "）", "the PC/SC service does not answer (" + detail + ")");
    }

    /** A card that failed. */
    static Watch.Seen failed(String reader, CardFailure failure) {
        return new Watch.Seen(new Words(reader + ": カードあり", reader + ": a card"), List.of(failure));
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
