package jp.madoguchi.devices.card.pcsc;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.smartcardio.CardException;
import javax.smartcardio.CardNotPresentException;
import javax.smartcardio.CardTerminal;
import jp.madoguchi.devices.card.CardFailure;
import jp.madoguchi.devices.card.apdu.CardFaultException;
import org.jspecify.annotations.Nullable;

/**
 * What an exception of javax.smartcardio means. The API has no codes; the JDK puts the name of the PC/SC code into the
 * message of a cause. Where no code decides, the terminal is asked.
 */
final class PcscFault {
    static final String NO_READERS = "SCARD_E_NO_READERS_AVAILABLE";

    private static final Pattern CODE = Pattern.compile("SCARD_[A-Z]_[A-Z_]+");

    private static final Map<String, CardFailure> MEANINGS = Map.ofEntries(
            Map.entry("SCARD_W_REMOVED_CARD", CardFailure.REMOVED),
            Map.entry("SCARD_E_NO_SMARTCARD", CardFailure.REMOVED),
            Map.entry("SCARD_W_RESET_CARD", CardFailure.RESET),
            Map.entry("SCARD_W_UNRESPONSIVE_CARD", CardFailure.UNRESPONSIVE),
            Map.entry("SCARD_W_UNPOWERED_CARD", CardFailure.UNRESPONSIVE),
            Map.entry("SCARD_W_UNSUPPORTED_CARD", CardFailure.UNRESPONSIVE),
            Map.entry("SCARD_E_CARD_UNSUPPORTED", CardFailure.UNRESPONSIVE),
            Map.entry("SCARD_E_PROTO_MISMATCH", CardFailure.UNRESPONSIVE),
            Map.entry("SCARD_E_NO_SERVICE", CardFailure.READER_GONE),
            Map.entry("SCARD_E_SERVICE_STOPPED", CardFailure.READER_GONE),
            Map.entry("SCARD_E_INVALID_HANDLE", CardFailure.READER_GONE),
            Map.entry("SCARD_E_READER_UNAVAILABLE", CardFailure.READER_GONE),
            Map.entry("SCARD_E_UNKNOWN_READER", CardFailure.READER_GONE),
            Map.entry(NO_READERS, CardFailure.READER_GONE));

    private PcscFault() {}

    /** A card that could not be powered up. */
    static CardFaultException connecting(Exception e, CardTerminal terminal) {
        return fault(e, terminal, CardFailure.UNRESPONSIVE);
    }

    /** A command, or the lock before it, that got no answer: with no better reason, the card moved out of the field. */
    static CardFaultException talking(Exception e, CardTerminal terminal) {
        return fault(e, terminal, CardFailure.REMOVED);
    }

    /** The name of the PC/SC code, or else what the innermost exception says. For logs and technicians. */
    static String reason(Throwable e) {
        return code(e).orElseGet(() -> innermost(e));
    }

    private static CardFaultException fault(Exception e, CardTerminal terminal, CardFailure whileCardIsThere) {
        return new CardFaultException(meaning(e, terminal, whileCardIsThere), reason(e));
    }

    private static CardFailure meaning(Exception e, CardTerminal terminal, CardFailure whileCardIsThere) {
        if (e instanceof CardNotPresentException) {
            return CardFailure.REMOVED;
        }
        CardFailure known = code(e).map(MEANINGS::get).orElse(null);
        if (known != null) {
            return known;
        }
        try {
            return terminal.isCardPresent() ? whileCardIsThere : CardFailure.REMOVED;
        } catch (CardException gone) {
            return CardFailure.READER_GONE;
        }
    }

    private static Optional<String> code(Throwable e) {
        for (@Nullable Throwable t = e; t != null; t = t.getCause()) {
            String message = t.getMessage();
            Matcher code = CODE.matcher(message == null ? "" : message);
            if (code.find()) {
                return Optional.of(code.group());
            }
        }
        return Optional.empty();
    }

    private static String innermost(Throwable e) {
        Throwable cause = e.getCause();
        if (cause != null) {
            return innermost(cause);
        }
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }
}
