package jp.madoguchi.simulators.card;

import java.security.MessageDigest;
import java.util.Arrays;

/** A PIN or password on the card: its value, its tries and, until power-down, whether it was verified. */
final class PinFile implements ElementaryFile {
    private byte[] value;
    private final int shortest;
    private final int longest;
    private final int allowed;
    private final Tries tries;
    private boolean verified;

    private PinFile(byte[] value, int shortest, int longest, int allowed, Tries tries) {
        this.value = value.clone();
        this.shortest = shortest;
        this.longest = longest;
        this.allowed = allowed;
        this.tries = tries;
    }

    /** 利用者証明用暗証番号: 4 digits, 3 tries. */
    static PinFile authentication(byte[] value, Tries tries) {
        return new PinFile(value, 4, 4, 3, tries);
    }

    /** 署名用暗証番号: 6 to 16 upper-case letters and digits, 5 tries. */
    static PinFile signature(byte[] value, Tries tries) {
        return new PinFile(value, 6, 16, 5, tries);
    }

    boolean verified() {
        return verified;
    }

    void forget() {
        verified = false;
    }

    int triesLeft() {
        return tries.left();
    }

    /** A new value in the place of one that has been verified; it is kept while this object lives, not in the card's files. */
    int change(byte[] next) {
        if (next.length < shortest || next.length > longest) {
            return StatusWord.WRONG_LENGTH;
        }
        if (tries.left() == 0) {
            return StatusWord.BLOCKED;
        }
        if (!verified) {
            return StatusWord.SECURITY_STATUS;
        }
        for (byte character : next) {
            if (!Character.isDigit(character) && (longest == shortest || !Character.isUpperCase(character))) {
                return StatusWord.WRONG_DATA;
            }
        }
        Arrays.fill(value, (byte) 0);
        value = next.clone();
        return StatusWord.DONE;
    }

    /** The query without data. It says nothing about {@link #verified()}. */
    int query() {
        return StatusWord.WRONG_PIN | tries.left();
    }

    int verify(byte[] candidate) {
        if (candidate.length < shortest || candidate.length > longest) {
            return StatusWord.WRONG_LENGTH;
        }
        int left = tries.left();
        if (left == 0) {
            return StatusWord.BLOCKED;
        }
        verified = false;
        if (!tries.leave(left - 1)) { // first, so that tearing the card away wins no try
            return StatusWord.MEMORY_FAILURE;
        }
        if (!MessageDigest.isEqual(value, candidate)) {
            return StatusWord.WRONG_PIN | (left - 1);
        }
        if (!tries.leave(allowed)) {
            return StatusWord.MEMORY_FAILURE;
        }
        verified = true;
        return StatusWord.DONE;
    }
}
