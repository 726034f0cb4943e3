package jp.madoguchi.devices.card.jpki;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import jp.madoguchi.devices.card.apdu.Answer;
import jp.madoguchi.devices.card.apdu.CardFaultException;
import jp.madoguchi.devices.card.apdu.StatusWord;

/**
 * The card common application (共通カードAP): when the card itself ends. EF 0001, record 1: tag 01, length 1C, serial (15),
 * municipality (5), expiry (8, yyyymmdd). One source alone describes it, so a card that has it otherwise, or not at all, is no
 * worse a card.
 */
final class CardCommon {
    private static final int TAG = 0x01;
    private static final int LENGTH = 0x1C;
    private static final int EXPIRY_AT = 2 + 15 + 5;
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

    private final Dialogue card;

    CardCommon(Dialogue card) {
        this.card = card;
    }

    /** Leaves this application selected. */
    Optional<LocalDate> expires() throws CardFaultException {
        if (!done(JpkiCommand.selectCommon()) || !done(JpkiCommand.selectCommonFile())) {
            return Optional.empty();
        }
        Answer answer = card.send(JpkiCommand.readFirstRecord());
        return answer.status().equals(StatusWord.DONE) ? date(answer.data()) : Optional.empty();
    }

    private boolean done(byte[] command) throws CardFaultException {
        return card.send(command).status().equals(StatusWord.DONE);
    }

    private static Optional<LocalDate> date(byte[] record) {
        if (record.length != 2 + LENGTH || record[0] != TAG || record[1] != LENGTH) {
            return Optional.empty();
        }
        String digits = new String(record, EXPIRY_AT, record.length - EXPIRY_AT, StandardCharsets.US_ASCII);
        try {
            return Optional.of(LocalDate.parse(digits, DATE));
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }
}
