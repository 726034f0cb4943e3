package jp.madoguchi.simulators.card;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ReadOnlyBufferException;
import java.util.Arrays;
import javax.smartcardio.Card;
import javax.smartcardio.CardChannel;
import javax.smartcardio.CardException;
import javax.smartcardio.CommandAPDU;
import javax.smartcardio.ResponseAPDU;

/**
 * The basic channel. It does to commands what the JDK's ChannelImpl does with its default properties under T=1: clears
 * the channel bits of the class, repeats a command that was answered 6Cxx with xx as its last byte, and fetches after 61xx.
 */
final class SimulatedChannel extends CardChannel {
    private static final int MOST_REPETITIONS = 256;
    private static final int SHORTEST_BUFFER = 258;

    private final SimulatedConnection connection;

    SimulatedChannel(SimulatedConnection connection) {
        this.connection = connection;
    }

    @Override
    public Card getCard() {
        return connection;
    }

    @Override
    public int getChannelNumber() {
        connection.checkState();
        return 0;
    }

    @Override
    public ResponseAPDU transmit(CommandAPDU command) throws CardException {
        connection.checkState();
        connection.checkExclusive();
        return new ResponseAPDU(exchange(command.getBytes()));
    }

    @Override
    public int transmit(ByteBuffer command, ByteBuffer response) throws CardException {
        connection.checkState();
        connection.checkExclusive();
        if (response.isReadOnly()) {
            throw new ReadOnlyBufferException();
        }
        if (response.remaining() < SHORTEST_BUFFER) {
            throw new IllegalArgumentException("Insufficient space in response buffer");
        }
        byte[] bytes = new byte[command.remaining()];
        command.get(bytes);
        byte[] answer = exchange(bytes);
        response.put(answer);
        return answer.length;
    }

    private byte[] exchange(byte[] command) throws CardException {
        if (command.length < 4) {
            throw new IllegalArgumentException("Command APDU must be at least 4 bytes long");
        }
        if (command[0] >= 0 && command[1] == 0x70) {
            throw new IllegalArgumentException("Manage channel command not allowed, use openLogicalChannel()");
        }
        if (command[0] >= 0 && (command[0] & 0xe0) != 0x20) {
            command[0] &= (byte) 0xbc;
        }
        try {
            return repeated(command);
        } catch (PcscError e) {
            throw new CardException(e);
        } finally {
            Arrays.fill(command, (byte) 0); // it may hold a PIN
        }
    }

    private byte[] repeated(byte[] first) throws PcscError, CardException {
        byte[] command = first;
        ByteArrayOutputStream result = new ByteArrayOutputStream();
        for (int i = 0; i < MOST_REPETITIONS; i++) {
            byte[] answer = connection.transmit(command);
            int length = answer.length;
            if (length == 2 && answer[0] == 0x6C) {
                command[command.length - 1] = answer[1];
            } else if (length >= 2 && answer[length - 2] == 0x61) {
                result.write(answer, 0, length - 2);
                command = new byte[] {command[0], (byte) 0xC0, 0, 0, answer[length - 1]};
            } else {
                result.writeBytes(answer);
                return result.toByteArray();
            }
        }
        throw new CardException("Number of response iterations exceeded maximum " + MOST_REPETITIONS);
    }

    @Override
    public void close() throws CardException {
        connection.checkState();
        throw new IllegalStateException("Cannot close basic logical channel");
    }
}
