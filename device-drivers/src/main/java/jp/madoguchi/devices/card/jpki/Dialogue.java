package jp.madoguchi.devices.card.jpki;

import jp.madoguchi.devices.card.CardFailure;
import jp.madoguchi.devices.card.apdu.Answer;
import jp.madoguchi.devices.card.apdu.ApduChannel;
import jp.madoguchi.devices.card.apdu.CardFaultException;
import jp.madoguchi.devices.card.apdu.StatusWord;
import jp.madoguchi.devices.card.apdu.WipingChannel;

/** Commands and what may be answered to them. Every command is wiped once it was sent. */
final class Dialogue {
    private final ApduChannel channel;

    Dialogue(ApduChannel channel) {
        this.channel = new WipingChannel(channel);
    }

    Answer send(byte[] command) throws CardFaultException {
        return Answer.of(channel.transmit(command));
    }

    /** Sends a command that asks for no data: whatever comes with data did not answer it. */
    StatusWord order(byte[] command) throws CardFaultException {
        Answer answer = send(command);
        if (answer.data().length > 0) {
            throw garbled(answer.data().length + " bytes to a command that asked for none");
        }
        return answer.status();
    }

    void select(JpkiFile file) throws CardFaultException {
        require(order(JpkiCommand.selectFile(file)), "SELECT of " + file);
    }

    /** @return false when there is no such file */
    boolean selectIfThere(JpkiFile file) throws CardFaultException {
        StatusWord selected = order(JpkiCommand.selectFile(file));
        if (selected.equals(StatusWord.NOT_FOUND)) {
            return false;
        }
        require(selected, "SELECT of " + file);
        return true;
    }

    static void require(StatusWord status, String command) throws CardFaultException {
        if (!status.equals(StatusWord.DONE)) {
            throw garbled(status + " to " + command);
        }
    }

    static CardFaultException garbled(String what) {
        return new CardFaultException(CardFailure.GARBLED, "the card answered " + what);
    }
}
