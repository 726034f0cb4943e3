package jp.madoguchi.devices.card.pcsc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import org.junit.jupiter.api.Test;

class TerminalSourceTest {
    @Test
    void pcsc_made_keepsTheJdkFromSendingACommandTwice() {
        assertNotNull(TerminalSource.pcsc());
        assertEquals("false", System.getProperty("sun.security.smartcardio.t1GetResponse"));
    }
}
