package jp.madoguchi.devices.card;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/** All that a token tells without a PIN. No case costs a PIN try. */
public sealed interface CardInspection {
    /**
     * @param label of the token info, without its padding
     * @param availability the flags of EF 0008, if it can be read: {@code 8F8F00} says that both certificates are there;
     *     what other values say is not published
     * @param authentication the user-authentication certificate, DER: empty when it is absent or wants the PIN first
     * @param signature the signature certificate, DER: empty wherever its password guards it, which is everywhere but on
     *     some Juki cards
     * @param pinTries left of the authentication PIN, 0 when blocked; empty when the token has none
     * @param passwordTries left of the signature password, likewise
     * @param expires the last day of the card itself, if it says so (card common application)
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by content below
    record Inspected(
            TokenKind kind,
            String label,
            Optional<byte[]> availability,
            Optional<byte[]> authentication,
            Optional<byte[]> signature,
            OptionalInt pinTries,
            OptionalInt passwordTries,
            Optional<LocalDate> expires)
            implements CardInspection {
        /** Two looks that saw the same are equal. */
        @Override
        public boolean equals(Object other) {
            return other instanceof Inspected that
                    && kind == that.kind
                    && label.equals(that.label)
                    && same(availability, that.availability)
                    && same(authentication, that.authentication)
                    && same(signature, that.signature)
                    && pinTries.equals(that.pinTries)
                    && passwordTries.equals(that.passwordTries)
                    && expires.equals(that.expires);
        }

        @Override
        public int hashCode() {
            return Objects.hash(kind, label, Arrays.hashCode(authentication.orElse(null)), pinTries, passwordTries);
        }

        private static boolean same(Optional<byte[]> one, Optional<byte[]> other) {
            return Arrays.equals(one.orElse(null), other.orElse(null));
        }

        /** Not the certificates: they are the holder's. */
        @Override
        public String toString() {
            return "Inspected[kind=" + kind + ", pinTries=" + pinTries + ", passwordTries=" + passwordTries + "]";
        }
    }

    /** A card without the JPKI application. */
    record NotJpki() implements CardInspection {}

    record Failed(CardFailure failure) implements CardInspection {}
}
