package jp.madoguchi.workbench.real;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.smartcardio.Card;
import jp.madoguchi.devices.card.CardFailure;
import jp.madoguchi.devices.card.CardInspection;
import jp.madoguchi.devices.card.CardReader;
import jp.madoguchi.devices.card.CardReader.Opening;
import jp.madoguchi.devices.card.CardReading;
import jp.madoguchi.devices.card.CardSession;
import jp.madoguchi.devices.card.PinChange;
import jp.madoguchi.devices.card.PinOutcome;
import jp.madoguchi.devices.card.ReaderStatus;
import jp.madoguchi.devices.card.SignatureReading;
import jp.madoguchi.devices.card.TokenKind;
import jp.madoguchi.simulators.card.Fault;
import jp.madoguchi.simulators.card.Fault.When;
import jp.madoguchi.simulators.card.JpkiCard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the card driver keeps to, whoever runs the reader. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // PC/SC does not hear an interrupt
abstract class CardContract extends CardStand {
    static final byte[] NEXT = "5678".getBytes(StandardCharsets.US_ASCII);
    static final byte[] PIN = "1234".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] WRONG = "9999".getBytes(StandardCharsets.US_ASCII);
    private static final int PASSWORD_FILE = 0x001B;
    private static final String CARD = "kakuu-ichiro";
    private static final String OTHER = "aomori-hanako";
    private static final String PHONE = "special-android";

    @Test
    void card_tornAwayAtACommand_isToldAndSpendsNoTryAndTheNextPlacementWorks() throws Exception {
        for (int command : tornAt()) {
            JpkiCard card = card(CARD, "");
            card.script(new Fault.AnswerLost(When.command(command)));
            try (CardReader reader = reader(first())) {
                PinOutcome outcome = login(reader, card, PIN);
                assertTrue(
                        outcome instanceof PinOutcome.Failed || outcome instanceof PinOutcome.Uncertain,
                        () -> "after " + card.commands() + ": " + outcome);
                assertEquals(3, tries(card));
                card.script();
                assertInstanceOf(PinOutcome.Signed.class, login(reader, card, PIN));
            }
        }
    }

    @Test
    void card_swappedBetweenReadingAndSigning_isRefusedAndTheOtherCardSeesNothing() throws Exception {
        JpkiCard other = card(OTHER, "");
        try (CardReader reader = reader(first())) {
            CardSession session = open(reader, card(CARD, ""));
            assertInstanceOf(CardReading.Token.class, session.read());
            take();
            awaitStatus(reader, ReaderStatus.Empty.class);
            place(other);
            awaitStatus(reader, ReaderStatus.CardPresent.class);
            assertEquals(new PinOutcome.Failed(CardFailure.REMOVED), session.sign(PIN, digest()));
            assertEquals(List.of(), other.commands());
        }
    }

    @Test
    void card_resetByAnotherProgram_isToldAndNothingIsSpentAndTheSessionGoesOn() throws Exception {
        JpkiCard card = card(CARD, "");
        try (CardReader reader = reader(first())) {
            CardSession session = open(reader, card);
            assertInstanceOf(CardReading.Token.class, session.read());
            resetByAnotherProgram();
            card.clearCommands();
            assertEquals(new PinOutcome.Failed(CardFailure.RESET), session.sign(PIN, digest()));
            assertFalse(verified(card), "no PIN was sent");
            assertInstanceOf(PinOutcome.Signed.class, session.sign(PIN, digest()));
        }
    }

    @Test
    void service_restarted_isUsedAgainByTheSameReader() throws Exception {
        JpkiCard card = card(CARD, "");
        try (CardReader reader = reader(first())) {
            CardSession session = open(reader, card);
            stopService();
            ReaderStatus down = awaitStatus(reader, ReaderStatus.ServiceDown.class);
            assertTrue(down.trouble().isPresent());
            assertInstanceOf(PinOutcome.Failed.class, session.sign(PIN, digest()));
            startService();
            assertInstanceOf(PinOutcome.Signed.class, login(reader, card, PIN));
        }
        assertEquals(3, tries(card));
    }

    @Test
    void card_asleepAtPowerUp_isServed() throws Exception {
        JpkiCard card = card(CARD, "");
        try (CardReader reader = reader(first())) {
            card.script(Fault.sleepy());
            assertInstanceOf(PinOutcome.Signed.class, login(reader, card, PIN));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"90", "6F00", "AA9000", "over-long"})
    void card_answeringGarbage_isToldAndTheNextReadingWorks(String answer) throws Exception {
        JpkiCard card = card(CARD, "");
        When second = When.command(2);
        card.script(
                answer.equals("over-long")
                        ? Fault.overlong(second)
                        : new Fault.Answers(second, HexFormat.of().parseHex(answer)));
        try (CardReader reader = reader(first())) {
            CardReading reading = open(reader, card).read();
            // A short id that is answered strangely is not believed, and SELECT is asked instead.
            assertTrue(reading instanceof CardReading.Failed || reading instanceof CardReading.Token, answer);
            card.script();
            assertInstanceOf(PinOutcome.Signed.class, login(reader, card, PIN));
        }
    }

    @Test
    void signature_afterTheCardWasReleased_wantsThePinAgain() throws Exception {
        JpkiCard card = card(CARD, "");
        try (CardReader reader = reader(first())) {
            assertInstanceOf(PinOutcome.Signed.class, login(reader, card, PIN));
        }
        Card raw = terminals().terminals().list().stream()
                .filter(terminal -> terminal.getName().contains(first()))
                .findFirst()
                .orElseThrow()
                .connect("T=1");
        try {
            assertEquals(0x9000, send(raw, "00A4040C0AD392F000260100000001"));
            assertEquals(0x9000, send(raw, "00A4020C020017"));
            assertEquals(
                    0x6982, send(raw, "802A0080333031300D060960864801650304020105000420" + "00".repeat(32) + "00"));
        } finally {
            raw.disconnect(true);
        }
    }

    @Test
    void pin_wrongThenBlocked_costsOneTryEachAndNeverMore() throws Exception {
        for (String token : List.of(CARD, PHONE)) {
            JpkiCard card = card(token, "");
            try (CardReader reader = reader(first())) {
                assertEquals(new PinOutcome.Wrong(2), login(reader, card, WRONG));
                assertEquals(2, tries(card));
                assertEquals(new PinOutcome.Wrong(1), login(reader, card, WRONG));
                assertEquals(new PinOutcome.Blocked(true), login(reader, card, WRONG));
                assertEquals(new PinOutcome.Blocked(false), login(reader, card, PIN));
                assertEquals(0, tries(card));
            }
            take();
        }
    }

    /** What a card's short ids are good for, and how many commands more than 6 and the blocks that costs. */
    @ParameterizedTest
    @ValueSource(strings = {"all 0", "none 6", "read 4", "lying 6"})
    void login_withAnyShortIds_takesTheseCommands(String line) throws Exception {
        String[] words = line.split(" ", -1);
        for (String token : List.of(CARD, PHONE)) {
            JpkiCard card = card(token, "\"shortEf\": \"" + words[0] + "\", ");
            int length = (int) Files.size(der(token));
            try (CardReader reader = reader(first())) {
                card.clearCommands();
                assertInstanceOf(PinOutcome.Signed.class, login(reader, card, PIN));
            }
            take();
            assertEquals(
                    6 + (length + 255) / 256 + Integer.parseInt(words[1]),
                    card.commands().size(),
                    () -> token + " " + line + "\n" + String.join("\n", card.commands()));
        }
    }

    @Test
    void verify_refusedByShortIdAfterTheQuestionWasAnswered_goesBySelectInTheNextVisit() throws Exception {
        JpkiCard card = card(CARD, "\"shortEf\": \"query\", ");
        try (CardReader reader = reader(first())) {
            assertEquals(new PinOutcome.Failed(CardFailure.GARBLED), login(reader, card, PIN));
            assertEquals(3, tries(card));
            assertInstanceOf(PinOutcome.Signed.class, login(reader, card, PIN));
        }
    }

    @Test
    void phone_declined_signsNothing() throws Exception {
        JpkiCard card = card(PHONE, "");
        try (CardReader reader = reader(first())) {
            CardSession session = open(reader, card);
            assertEquals(new CardReading.PinFirst(TokenKind.ANDROID_PHONE, 3), session.read());
            assertEquals(new PinOutcome.Declined(), session.readAndSign(PIN, certificate -> Optional.empty()));
            assertTrue(card.commands().stream().noneMatch(command -> command.startsWith("802A")));
        }
    }

    @Test
    void phoneAsReader_onTheSecondSlot_isChosenByItsName() throws Exception {
        place(card(OTHER, ""));
        placeOnSecond(card(CARD, ""));
        try (CardReader reader = reader(second())) {
            awaitStatus(reader, ReaderStatus.CardPresent.class);
            CardSession session =
                    assertInstanceOf(Opening.Opened.class, reader.open()).session();
            CardReading.Token token = assertInstanceOf(CardReading.Token.class, session.read());
            assertEquals(certificate(CARD), parse(token.certificate()));
        }
    }

    @Test
    void inspection_ofACard_tellsEverythingAndSpendsNothing() throws Exception {
        JpkiCard card = card(CARD, "");
        try (CardReader reader = reader(first())) {
            CardInspection.Inspected seen = assertInstanceOf(
                    CardInspection.Inspected.class, open(reader, card).inspect());
            assertAll(
                    () -> assertEquals(TokenKind.MY_NUMBER_CARD, seen.kind()),
                    () -> assertEquals(
                            "8f8f00",
                            seen.availability().map(HexFormat.of()::formatHex).orElse("")),
                    () -> assertEquals(
                            certificate(CARD), parse(seen.authentication().orElseThrow())),
                    () -> assertEquals(OptionalInt.of(3), seen.pinTries()),
                    () -> assertEquals(OptionalInt.of(5), seen.passwordTries()),
                    () -> assertEquals(
                            expiry(CARD),
                            seen.expires().orElseThrow().toString().replace("-", "")),
                    () -> assertFalse(verified(card)));
        }
    }

    @Test
    void inspection_ofOtherTokens_leavesOutWhatTheyDoNotTell() throws Exception {
        for (String id : List.of(PHONE, "special-iphone", "special-juki", "special-juki-open")) {
            JpkiCard card = card(id, "");
            try (CardReader reader = reader(first())) {
                CardInspection.Inspected seen = assertInstanceOf(
                        CardInspection.Inspected.class, open(reader, card).inspect());
                boolean phone = id.equals(PHONE) || id.equals("special-iphone");
                assertAll(
                        id,
                        () -> assertTrue(seen.authentication().isEmpty()),
                        () -> assertEquals(
                                id.equals("special-juki-open"), seen.signature().isPresent()),
                        () -> assertEquals(phone, seen.pinTries().isPresent()),
                        () -> assertEquals(!phone, seen.passwordTries().isPresent()),
                        () -> assertTrue(seen.expires().isEmpty()));
            }
            take();
        }
        try (CardReader reader = reader(first())) {
            assertEquals(
                    new CardInspection.NotJpki(),
                    open(reader, card("special-bank", "")).inspect());
        }
    }

    @Test
    void signatureCertificate_isReadAfterItsPasswordAlone() throws Exception {
        JpkiCard card = card(CARD, "");
        try (CardReader reader = reader(first())) {
            CardSession session = open(reader, card);
            assertEquals(
                    new SignatureReading.Wrong(4),
                    session.readSignatureCertificate("WRONG000".getBytes(StandardCharsets.US_ASCII)));
            assertEquals(OptionalInt.of(4), card.triesLeft(PASSWORD_FILE));
            SignatureReading.Read read = assertInstanceOf(
                    SignatureReading.Read.class,
                    session.readSignatureCertificate("TEST1234".getBytes(StandardCharsets.US_ASCII)));
            assertTrue(parse(read.certificate())
                    .getSubjectX500Principal()
                    .getName()
                    .contains("CN="));
            assertEquals(OptionalInt.of(5), card.triesLeft(PASSWORD_FILE));
            assertEquals(3, tries(card));
        }
    }

    @Test
    void pinChange_wrongThenRight_makesTheNewPinHold() throws Exception {
        JpkiCard card = card(CARD, "");
        try (CardReader reader = reader(first())) {
            assertEquals(new PinChange.Wrong(2), open(reader, card).changePin(WRONG, NEXT));
            assertEquals(new PinChange.Changed(), open(reader, card).changePin(PIN, NEXT));
            assertEquals(new PinOutcome.Wrong(2), login(reader, card, PIN));
            assertInstanceOf(PinOutcome.Signed.class, login(reader, card, NEXT));
        }
    }
}
