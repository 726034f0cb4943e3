package jp.madoguchi.kiosk.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import jp.madoguchi.devices.card.CardFailure;
import jp.madoguchi.devices.card.CardReader;
import jp.madoguchi.devices.card.CardReading;
import jp.madoguchi.devices.card.CardSession;
import jp.madoguchi.devices.card.PinOutcome;
import jp.madoguchi.devices.card.ReaderStatus;
import jp.madoguchi.devices.card.TokenKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CardSignCommandTest {
    private final CardReader reader = mock(CardReader.class);
    private final CardSession session = mock(CardSession.class);
    private final Devices devices = mock(Devices.class);
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(CardReading reading) {
        when(devices.reader(any())).thenReturn(reader);
        when(devices.input()).thenReturn(new ByteArrayInputStream("1234\n".getBytes(StandardCharsets.US_ASCII)));
        when(reader.status()).thenReturn(new ReaderStatus.CardPresent("Reader"));
        when(reader.open()).thenReturn(new CardReader.Opening.Opened(session));
        when(session.read()).thenReturn(reading);
        when(session.sign(any(), any())).thenReturn(new PinOutcome.Signed(new byte[] {1, 2}));
        when(session.readAndSign(any(), any())).thenReturn(new PinOutcome.Signed(new byte[] {1, 2}));
        return KioskCommands.of(mock(Program.class), devices, Watch.Language.ENGLISH)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute("device", "card", "--reader", "Reader", "sign", "--challenge", "00", "--pin-stdin");
    }

    static Stream<Arguments> cardsThatDoNotSign() {
        return Stream.of(
                Arguments.of(new CardReading.Failed(CardFailure.REMOVED), Exit.NO_CARD),
                Arguments.of(new CardReading.Failed(CardFailure.GARBLED), Exit.NOT_USABLE),
                Arguments.of(
                        new CardReading.NotServed(TokenKind.JUKI_CARD, "JPKIBSCPTOKEN", Optional.empty()),
                        Exit.NOT_USABLE),
                Arguments.of(new CardReading.NoCertificate(TokenKind.MY_NUMBER_CARD), Exit.NOT_USABLE),
                Arguments.of(new CardReading.NotJpki(), Exit.NOT_USABLE));
    }

    @ParameterizedTest
    @MethodSource("cardsThatDoNotSign")
    void sign_cardThatIsNotKnownToSign_isNotSentThePin(CardReading reading, int code) {
        assertEquals(code, run(reading));
        verify(session, never()).sign(any(), any());
        verify(session, never()).readAndSign(any(), any());
        assertEquals("", out.toString());
    }

    static Stream<CardReading> cardsThatSign() {
        return Stream.of(
                new CardReading.Token(TokenKind.MY_NUMBER_CARD, new byte[] {0x30}, 3),
                new CardReading.PinFirst(TokenKind.ANDROID_PHONE, 3));
    }

    @ParameterizedTest
    @MethodSource("cardsThatSign")
    void sign_cardThatSigns_isSentThePinAndItsSignatureShown(CardReading reading) {
        assertEquals(Exit.DONE, run(reading), err::toString);
        assertEquals("0102", out.toString().strip());
    }
}
