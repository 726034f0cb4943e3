package jp.madoguchi.devices.card.jpki;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import jp.madoguchi.devices.card.apdu.Answer;
import jp.madoguchi.devices.card.apdu.CardFaultException;
import jp.madoguchi.devices.card.apdu.StatusWord;

/**
 * Names a file to the card: by its short id in the command itself where {@link ShortIds} allows it, else by SELECT before.
 *
 * <p>What is relied on: a read by short id is believed only when its content has the form of the file, and the certificate is
 * then examined, and the signature checked against it, by the kiosk; so a card whose short ids mean other files logs nobody in.
 * The question for the tries and VERIFY name the PIN by the same byte, so what answered one is what the other reaches.
 */
final class FileAccess {
    /** Of the authentication PIN (jpki-card, limits): another count is that of another secret. */
    private static final int MOST_PIN_TRIES = 3;

    private final Dialogue card;
    private final ShortIds shortIds;

    FileAccess(Dialogue card, ShortIds shortIds) {
        this.card = card;
        this.shortIds = shortIds;
    }

    /**
     * The first bytes of a file, which is selected afterwards.
     *
     * @param hasForm what the file's bytes look like; only asked of what came by short id
     * @return empty when there is no such file
     */
    Optional<Answer> readFirst(JpkiFile file, int length, Predicate<byte[]> hasForm) throws CardFaultException {
        if (shortIds.forReading()) {
            Answer answer = card.send(JpkiCommand.readByShortId(file, length));
            if (isRead(answer) && hasForm.test(answer.data())) {
                return Optional.of(answer);
            }
        }
        if (!card.selectIfThere(file)) {
            return Optional.empty();
        }
        Answer answer = card.send(JpkiCommand.readBinary(0, length));
        if (isRead(answer)) {
            shortIds.refusedForReading(); // SELECT could what the short id could not
        }
        return Optional.of(answer);
    }

    private static boolean isRead(Answer answer) {
        StatusWord status = answer.status();
        return status.equals(StatusWord.DONE) || status.equals(StatusWord.END_OF_FILE);
    }

    /** Of the authentication PIN, 0 when blocked. Spends none. */
    int pinTries() throws CardFaultException {
        if (shortIds.worthAskingForPin()) {
            Answer answer = card.send(JpkiCommand.askTries(JpkiCommand.byShortId(JpkiFile.AUTHENTICATION_PIN)));
            OptionalInt left = answer.data().length == 0 ? left(answer.status()) : OptionalInt.empty();
            if (left.isPresent() && left.getAsInt() <= MOST_PIN_TRIES) {
                shortIds.answeredForPin();
                return left.getAsInt();
            }
        }
        card.select(JpkiFile.AUTHENTICATION_PIN);
        return selectedTries();
    }

    /** Of the selected PIN or password. */
    int selectedTries() throws CardFaultException {
        StatusWord status = card.order(JpkiCommand.askTries(JpkiCommand.CURRENT_FILE));
        return left(status).orElseThrow(() -> Dialogue.garbled(status + " to the question for the tries left"));
    }

    private static OptionalInt left(StatusWord status) {
        return status.isBlocked() ? OptionalInt.of(0) : status.triesLeft();
    }

    /** How the authentication PIN is named to VERIFY; whatever that takes beforehand is done. */
    int pinReference() throws CardFaultException {
        if (shortIds.forPin()) {
            return JpkiCommand.byShortId(JpkiFile.AUTHENTICATION_PIN);
        }
        card.select(JpkiFile.AUTHENTICATION_PIN);
        return JpkiCommand.CURRENT_FILE;
    }

    /**
     * The answer to the one VERIFY said that the card does not know this reference: the next VERIFY goes by SELECT. It is
     * not sent again here; that nothing was spent is the card's word alone.
     */
    boolean refusesShortId(int reference, StatusWord verified) {
        if (reference == JpkiCommand.CURRENT_FILE
                || verified.equals(StatusWord.DONE)
                || left(verified).isPresent()) {
            return false;
        }
        shortIds.refusedForVerify();
        return verified.refusesReference();
    }

    /** SIGN costs no try: refused by short id, it is sent again after SELECT. */
    Answer sign(byte[] sha256) throws CardFaultException {
        if (shortIds.forPin()) {
            Answer answer = card.send(JpkiCommand.sign(JpkiCommand.byShortId(JpkiFile.AUTHENTICATION_KEY), sha256));
            if (!answer.status().refusesReference()) {
                return answer;
            }
        }
        card.select(JpkiFile.AUTHENTICATION_KEY);
        return card.send(JpkiCommand.sign(JpkiCommand.CURRENT_FILE, sha256));
    }
}
