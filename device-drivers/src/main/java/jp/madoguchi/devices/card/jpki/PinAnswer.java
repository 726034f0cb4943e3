package jp.madoguchi.devices.card.jpki;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.IntFunction;
import jp.madoguchi.devices.card.apdu.StatusWord;

/** PINs and passwords, and what a card says to a VERIFY of one. */
final class PinAnswer {
    private static final int PIN_DIGITS = 4;
    private static final int SHORTEST_PASSWORD = 6;
    private static final int LONGEST_PASSWORD = 16;

    private PinAnswer() {}

    /** Wrong or blocked, in the words of an outcome; empty for every other status. */
    static <T> Optional<T> refusal(StatusWord verified, IntFunction<T> wrong, Function<Boolean, T> blocked) {
        if (verified.isBlocked()) {
            return Optional.of(blocked.apply(false));
        }
        OptionalInt left = verified.triesLeft();
        if (left.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(left.getAsInt() == 0 ? blocked.apply(true) : wrong.apply(left.getAsInt()));
    }

    /** Throws, for what is no PIN must not be sent: a card may count it. */
    static void requirePin(byte[] pin) {
        if (pin.length != PIN_DIGITS) {
            throw new IllegalArgumentException("an authentication PIN has four digits");
        }
        for (byte digit : pin) {
            if (digit < '0' || digit > '9') {
                throw new IllegalArgumentException("an authentication PIN consists of ASCII digits");
            }
        }
    }

    /** Throws likewise. */
    static void requirePassword(byte[] password) {
        if (password.length < SHORTEST_PASSWORD || password.length > LONGEST_PASSWORD) {
            throw new IllegalArgumentException("a signature password has 6 to 16 characters");
        }
        for (byte character : password) {
            boolean digit = character >= '0' && character <= '9';
            boolean letter = character >= 'A' && character <= 'Z';
            if (!digit && !letter) {
                throw new IllegalArgumentException("a signature password consists of upper-case letters and digits");
            }
        }
    }
}
