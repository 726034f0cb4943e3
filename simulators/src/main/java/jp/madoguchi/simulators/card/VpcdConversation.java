package jp.madoguchi.simulators.card;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Arrays;
import java.util.Optional;
import jdk.net.ExtendedSocketOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What vpcd and a card say to each other over one connection. Both ways a message is a big-endian length of two bytes and
 * so many bytes: one byte from vpcd is a control code, more are a command.
 */
final class VpcdConversation {
    private static final Logger LOG = LoggerFactory.getLogger(VpcdConversation.class);
    private static final int POWER_OFF = 0;
    private static final int POWER_ON = 1;
    private static final int RESET = 2;
    private static final int ATR = 4;
    private static final int MOST = 0xFFFF;

    private final JpkiCard card;
    private Optional<byte[]> atr = Optional.empty();

    VpcdConversation(JpkiCard card) {
        this.card = card;
    }

    /**
     * Answers until one of the two goes.
     *
     * @return false when the card tore itself away
     * @throws IOException when vpcd closed the connection, or the hand that holds the card did
     */
    boolean hold(Socket socket) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        OutputStream out = socket.getOutputStream();
        while (true) {
            int length = in.readUnsignedShort();
            acknowledge(socket);
            byte[] message = in.readNBytes(length);
            if (message.length == 1) {
                obey(message[0], out);
                continue;
            }
            Optional<byte[]> answer = card.transmit(message);
            Arrays.fill(message, (byte) 0); // it may hold a PIN
            if (answer.isEmpty()) {
                return false;
            }
            send(out, answer.get());
        }
    }

    /**
     * vpcd writes the length and the message one after the other, and its kernel holds the second back until the first is
     * acknowledged, for which ours would wait 40 ms: no card is that slow.
     */
    private static void acknowledge(Socket socket) throws IOException {
        if (socket.supportedOptions().contains(ExtendedSocketOptions.TCP_QUICKACK)) {
            socket.setOption(ExtendedSocketOptions.TCP_QUICKACK, true); // holds for this once only, tcp(7)
        }
    }

    private void obey(byte code, OutputStream out) throws IOException {
        switch (code) {
            case POWER_OFF -> {
                card.powerOff();
                atr = Optional.empty();
            }
            case POWER_ON, RESET -> atr = card.powerOn();
            case ATR -> {
                // Also the poll for presence, which comes before there is power. vpcd knows no card that is there and
                // mute: an empty ATR is a card that is not there.
                if (atr.isEmpty()) {
                    atr = card.powerOn();
                }
                send(out, atr.orElse(new byte[0]));
            }
            default -> LOG.debug("vpcd said {}, which means nothing to a card", code);
        }
    }

    /** One write, one packet. */
    private static void send(OutputStream out, byte[] payload) throws IOException {
        int length = Math.min(payload.length, MOST);
        byte[] frame = new byte[2 + length];
        frame[0] = (byte) (length >> 8);
        frame[1] = (byte) length;
        System.arraycopy(payload, 0, frame, 2, length);
        out.write(frame);
        out.flush();
    }
}
