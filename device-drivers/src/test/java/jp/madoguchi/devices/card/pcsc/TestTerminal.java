package jp.madoguchi.devices.card.pcsc;

import java.util.List;
import javax.smartcardio.ATR;
import javax.smartcardio.Card;
import javax.smartcardio.CardException;
import javax.smartcardio.CardNotPresentException;
import javax.smartcardio.CardTerminal;
import jp.madoguchi.devices.card.apdu.ApduChannel;
import org.jspecify.annotations.Nullable;

/** One reader of {@link TestTerminals}. */
final class TestTerminal extends CardTerminal {
    private final String name;
    private final List<String> calls;

    @Nullable
    ApduChannel placed;

    ATR atr = new ATR(new byte[] {0x3B, 0x00});
    /** PC/SC code with which the next connect fails. */
    @Nullable
    String connectFails;
    /** PC/SC code with which asking for a card fails. */
    @Nullable
    String presenceFails;
    /** PC/SC code with which the next reset fails. */
    @Nullable
    String resetFails;
    /** Counts up when another program resets the card. */
    int resets;

    TestTerminal(String name, List<String> calls) {
        this.name = name;
        this.calls = calls;
    }

    void note(String call) {
        calls.add(call);
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public Card connect(String protocol) throws CardException {
        note("connect " + protocol);
        String code = connectFails;
        connectFails = null;
        if (code != null) {
            throw TestTerminals.failure(code);
        }
        ApduChannel channel = placed;
        if (channel == null) {
            throw new CardNotPresentException("No card present");
        }
        return new TestCard(this, channel);
    }

    @Override
    public boolean isCardPresent() throws CardException {
        String code = presenceFails;
        if (code != null) {
            throw TestTerminals.failure(code);
        }
        return placed != null;
    }

    @Override
    public boolean waitForCardPresent(long timeout) {
        throw new AssertionError("blocks the thread that owns the reader");
    }

    @Override
    public boolean waitForCardAbsent(long timeout) {
        return placed == null;
    }
}
