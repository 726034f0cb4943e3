package jp.madoguchi.simulators.cash;

import java.util.Optional;

/** One device on the bus. Guarded by the simulator's lock. */
interface CcTalkDevice {
    int address();

    /** The answer to a command; empty to one that the device does not know or that has the wrong length: devices stay silent. */
    Optional<Reply> answer(int header, byte[] data);

    /** Whether its motor has something to do. */
    boolean busy();

    /** One turn of its motor. */
    void turn();

    /** The current fails and comes back. */
    void powerUp();
}
