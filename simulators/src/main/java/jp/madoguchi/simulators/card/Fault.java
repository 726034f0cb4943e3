package jp.madoguchi.simulators.card;

import java.time.Duration;
import java.util.Arrays;

/** Something that goes wrong, or slowly, between a reader and a card: see {@link JpkiCard#script}. */
public sealed interface Fault {
    /** The card leaves the field before it has seen the command. */
    record Torn(When when) implements Fault {}

    /** The card carries the command out (a PIN try is spent), and leaves before its answer is read. */
    record AnswerLost(When when) implements Fault {}

    /** These bytes are answered, whatever they are, and the command is not carried out. */
    @SuppressWarnings("ArrayRecordComponent") // never compared; copied in and out
    record Answers(When when, byte[] bytes) implements Fault {
        public Answers {
            bytes = bytes.clone();
        }

        @Override
        public byte[] bytes() {
            return bytes.clone();
        }
    }

    /** Each such command takes this much longer. Taking the card away ends the waiting. */
    record Slow(When when, Duration delay) implements Fault {}

    /** Each such command takes so long in all, what the chip computes included, unless that alone takes longer. */
    record Paced(When when, Duration duration) implements Fault {}

    /** The card does not power up so many times: skewed or moving. */
    record Mute(int powerUps) implements Fault {}

    /** Some cards answer the first command after power-up with 6F00, once. */
    static Fault sleepy() {
        return new Answers(When.firstAfterPowerUp(), new byte[] {0x6F, 0x00});
    }

    /** Garbage as long as no short answer can be: 300 bytes of AA, then 9000. */
    static Fault overlong(When when) {
        byte[] bytes = new byte[302];
        Arrays.fill(bytes, (byte) 0xAA);
        bytes[300] = (byte) 0x90;
        bytes[301] = 0x00;
        return new Answers(when, bytes);
    }

    /** Which commands a fault meets. */
    @FunctionalInterface
    interface When {
        boolean meets(Moment moment);

        /** The n-th command since the script was given, from 1. */
        static When command(int n) {
            return moment -> moment.sinceScript() == n;
        }

        /** Every command with this instruction byte, e.g. 0x20 for VERIFY (its query too). */
        static When instruction(int ins) {
            return moment -> moment.ins() == ins;
        }

        /** VERIFY with a PIN, not the query for the tries left. */
        static When verify() {
            return moment -> moment.ins() == 0x20 && moment.length() > 5;
        }

        /** CHANGE REFERENCE DATA. */
        static When change() {
            return instruction(0x24);
        }

        /** The signature command. */
        static When sign() {
            return instruction(0x2A);
        }

        static When firstAfterPowerUp() {
            return moment -> moment.sincePowerUp() == 1;
        }

        static When always() {
            return moment -> true;
        }
    }

    /**
     * Where in its life a card is.
     *
     * @param sinceScript 1 for the first command
     * @param sincePowerUp 1 for the first command
     * @param ins the instruction byte
     * @param length of the command in bytes
     */
    record Moment(int sinceScript, int sincePowerUp, int ins, int length) {}
}
