package jp.madoguchi.devices.card.apdu;

import java.util.Arrays;

/** Zeroes every command once it was answered or lost, so that no PIN outlives its VERIFY here. Outermost of all decorators. */
public final class WipingChannel implements ApduChannel {
    private final ApduChannel next;

    public WipingChannel(ApduChannel next) {
        this.next = next;
    }

    /** @param command built for this one call; holds only zeroes afterwards */
    @Override
    public byte[] transmit(byte[] command) throws CardFaultException {
        try {
            return next.transmit(command);
        } finally {
            Arrays.fill(command, (byte) 0);
        }
    }
}
