package jp.madoguchi.simulators.card;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.encodings.PKCS1Encoding;
import org.bouncycastle.crypto.engines.RSABlindedEngine;
import org.jspecify.annotations.Nullable;

/**
 * What runs on the chip: one command in, one answer out, never a crash. Not thread-safe.
 *
 * <p>The order of refusals follows ISO/IEC 7816-4: class, instruction, P1-P2, lengths, file, security, data.
 */
final class CardProgram {
    private static final int CURRENT_EF = 0x80;

    private final Map<String, Map<Integer, ElementaryFile>> applications;
    private final ShortIds shortIds;

    private Map<Integer, ElementaryFile> application = Map.of();
    private @Nullable ElementaryFile current;

    /**
     * @param applications by AID in upper-case hex, then by file id
     * @param shortIds which commands may name a file by the last five bits of its id
     */
    CardProgram(Map<String, Map<Integer, ElementaryFile>> applications, ShortIds shortIds) {
        this.applications = applications;
        this.shortIds = shortIds;
    }

    /** Power-up and reset: nothing selected, nothing verified. */
    void restart() {
        application = Map.of();
        current = null;
        for (var files : applications.values()) {
            for (ElementaryFile file : files.values()) {
                if (file instanceof PinFile pin) {
                    pin.forget();
                }
            }
        }
    }

    byte[] answer(byte[] bytes) {
        return CommandApdu.parse(bytes).map(this::answer).orElseGet(() -> StatusWord.alone(StatusWord.WRONG_LENGTH));
    }

    private byte[] answer(CommandApdu command) {
        int channel = command.cla() & 0x7f;
        if ((channel >= 1 && channel <= 3) || (channel & 0x40) != 0) {
            return StatusWord.alone(StatusWord.NO_LOGICAL_CHANNEL);
        }
        if (command.cla() == 0x00) {
            return switch (command.ins()) {
                case 0x20 -> StatusWord.alone(verify(command));
                case 0x24 -> StatusWord.alone(change(command));
                case 0x70 -> StatusWord.alone(StatusWord.NO_LOGICAL_CHANNEL);
                case 0xA4 -> StatusWord.alone(select(command));
                case 0xB0 -> readBinary(command);
                case 0xB2 -> readRecord(command);
                default -> StatusWord.alone(StatusWord.UNKNOWN_INSTRUCTION);
            };
        }
        if (command.cla() == 0x80) {
            return command.ins() == 0x2A ? sign(command) : StatusWord.alone(StatusWord.UNKNOWN_INSTRUCTION);
        }
        return StatusWord.alone(StatusWord.UNKNOWN_CLASS);
    }

    /** SELECT, 7816-4 section 11.2.2: an application by name or an EF under it, without a template in the answer. */
    private int select(CommandApdu command) {
        boolean byName = command.p1() == 0x04;
        if ((!byName && command.p1() != 0x02) || command.p2() != 0x0C) {
            return StatusWord.WRONG_P1_P2;
        }
        byte[] name = command.data();
        if (command.le() != 0 || name.length == 0 || (!byName && name.length != 2)) {
            return StatusWord.WRONG_LENGTH;
        }
        if (byName) {
            var found = applications.get(HexFormat.of().withUpperCase().formatHex(name));
            if (found == null) {
                return StatusWord.NO_SUCH_FILE;
            }
            application = found;
            current = null;
            return StatusWord.DONE;
        }
        ElementaryFile found = application.get((name[0] & 0xff) << 8 | (name[1] & 0xff));
        if (found == null) {
            return StatusWord.NO_SUCH_FILE;
        }
        current = found;
        return StatusWord.DONE;
    }

    /** READ BINARY, 7816-4 section 11.3.3. With a short id P2 is the offset, else P1-P2 of 15 bits. */
    private byte[] readBinary(CommandApdu command) {
        boolean named = (command.p1() & 0x80) != 0;
        int shortId = named ? command.p1() & 0x1f : 0;
        if (named && (!shortIds.read() || (command.p1() & 0x60) != 0 || shortId == 0)) {
            return StatusWord.alone(StatusWord.WRONG_P1_P2);
        }
        if (command.data().length != 0 || command.le() == 0) {
            return StatusWord.alone(StatusWord.WRONG_LENGTH);
        }
        Optional<ElementaryFile> found = referenced(shortId);
        if (found.isEmpty()) {
            return StatusWord.alone(missing(shortId));
        }
        current = found.get(); // a short id selects, 7816-4 section 7.3.2
        if (!(current instanceof ElementaryFile.Binary file)) {
            return StatusWord.alone(StatusWord.WRONG_FILE_STRUCTURE);
        }
        if (file.guard() != null && !file.guard().verified()) {
            return StatusWord.alone(StatusWord.SECURITY_STATUS);
        }
        int offset = named ? command.p2() : command.p1() << 8 | command.p2();
        int left = file.content().length - offset;
        if (left <= 0) {
            return StatusWord.alone(StatusWord.PAST_THE_END);
        }
        byte[] part = Arrays.copyOfRange(file.content(), offset, offset + Math.min(left, command.le()));
        // Le 00 means "all that is there, at most 256": only a shorter wish that cannot be met is a warning.
        boolean unmet = command.le() > left && command.le() != 256;
        return StatusWord.after(part, unmet ? StatusWord.END_OF_FILE : StatusWord.DONE);
    }

    /** READ RECORD, 7816-4 section 11.4.3: one record by its number, of the current EF or of a short id. */
    private byte[] readRecord(CommandApdu command) {
        int shortId = command.p2() >> 3;
        if ((command.p2() & 0x07) != 0x04 || (shortId != 0 && !shortIds.read())) {
            return StatusWord.alone(StatusWord.WRONG_P1_P2);
        }
        if (command.data().length != 0 || command.le() == 0) {
            return StatusWord.alone(StatusWord.WRONG_LENGTH);
        }
        Optional<ElementaryFile> found = referenced(shortId);
        if (found.isEmpty()) {
            return StatusWord.alone(missing(shortId));
        }
        current = found.get();
        if (!(current instanceof ElementaryFile.Records file)) {
            return StatusWord.alone(StatusWord.WRONG_FILE_STRUCTURE);
        }
        if (command.p1() < 1 || command.p1() > file.records().size()) {
            return StatusWord.alone(StatusWord.NO_SUCH_RECORD);
        }
        byte[] record = file.records().get(command.p1() - 1);
        return command.le() < record.length
                ? StatusWord.alone(StatusWord.WRONG_LENGTH)
                : StatusWord.after(record, StatusWord.DONE);
    }

    /** VERIFY, 7816-4 section 11.6.6; without data and without Le it asks for the tries left and spends none. */
    private int verify(CommandApdu command) {
        boolean query = command.data().length == 0;
        if (command.p1() != 0 || refusesReference(command.p2(), query ? shortIds.query() : shortIds.secret())) {
            return StatusWord.WRONG_P1_P2;
        }
        if (command.le() != 0) {
            return StatusWord.WRONG_LENGTH;
        }
        int shortId = command.p2() & 0x1f;
        Optional<ElementaryFile> file = referenced(shortId);
        if (file.isEmpty()) {
            return missing(shortId);
        }
        if (!(file.get() instanceof PinFile pin)) {
            return StatusWord.CONDITIONS;
        }
        return query ? pin.query() : pin.verify(command.data());
    }

    /** CHANGE REFERENCE DATA, 7816-4 section 11.6.7, with P1 01: the new value alone, after a VERIFY of the old one. */
    private int change(CommandApdu command) {
        if (command.p1() != 0x01 || refusesReference(command.p2(), shortIds.secret())) {
            return StatusWord.WRONG_P1_P2;
        }
        if (command.le() != 0 || command.data().length == 0) {
            return StatusWord.WRONG_LENGTH;
        }
        int shortId = command.p2() & 0x1f;
        Optional<ElementaryFile> file = referenced(shortId);
        if (file.isEmpty()) {
            return missing(shortId);
        }
        return file.get() instanceof PinFile pin ? pin.change(command.data()) : StatusWord.CONDITIONS;
    }

    /** How many tries a PIN or password of the JPKI application has left; empty when there is none. */
    OptionalInt triesLeft(int fileId) {
        Map<Integer, ElementaryFile> jpki = applications.getOrDefault(CardDirectory.JPKI, Map.of());
        return jpki.get(fileId) instanceof PinFile pin ? OptionalInt.of(pin.triesLeft()) : OptionalInt.empty();
    }

    /** The card's own signature command (80 2A 00 80): PKCS#1 padding over a given DigestInfo. */
    private byte[] sign(CommandApdu command) {
        if (command.p1() != 0 || refusesReference(command.p2(), shortIds.secret())) {
            return StatusWord.alone(StatusWord.WRONG_P1_P2);
        }
        if (command.data().length == 0 || command.le() != 256) {
            return StatusWord.alone(StatusWord.WRONG_LENGTH);
        }
        int shortId = command.p2() & 0x1f;
        Optional<ElementaryFile> file = referenced(shortId);
        if (file.isEmpty()) {
            return StatusWord.alone(missing(shortId));
        }
        if (!(file.get() instanceof ElementaryFile.Key key)) {
            return StatusWord.alone(StatusWord.CONDITIONS);
        }
        if (!key.guard().verified()) {
            return StatusWord.alone(StatusWord.SECURITY_STATUS);
        }
        if (!DigestInfo.wellFormed(command.data())) {
            return StatusWord.alone(StatusWord.WRONG_DATA);
        }
        return StatusWord.after(signature(key, command.data()), StatusWord.DONE);
    }

    private static byte[] signature(ElementaryFile.Key key, byte[] digestInfo) {
        PKCS1Encoding rsa = new PKCS1Encoding(new RSABlindedEngine());
        rsa.init(true, key.key());
        try {
            return rsa.processBlock(digestInfo, 0, digestInfo.length);
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("a DigestInfo always fits into an RSA-2048 block", e);
        }
    }

    /** P2 of VERIFY and SIGN: 80 is the current EF, 80 + short id another one. */
    private static boolean refusesReference(int p2, boolean shortIdTaken) {
        return (p2 & 0xE0) != CURRENT_EF || (p2 != CURRENT_EF && !shortIdTaken);
    }

    /** The EF with this short id; 0 is the current EF. */
    private Optional<ElementaryFile> referenced(int shortId) {
        if (shortId == 0) {
            return Optional.ofNullable(current);
        }
        return shortIds == ShortIds.LYING
                ? application.keySet().stream()
                        .filter(id -> id > shortId)
                        .min(Comparator.naturalOrder())
                        .map(application::get)
                : Optional.ofNullable(application.get(shortId));
    }

    private static int missing(int shortId) {
        return shortId == 0 ? StatusWord.NO_CURRENT_EF : StatusWord.NO_SUCH_FILE;
    }
}
