package jp.madoguchi.devices.print.ipp;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** An IPP answer taken apart after RFC 8010 section 3 alone, to hold what the driver makes of it against what it says. */
final class IppAnswer {
    private static final int JOB = 0x02;
    private static final int INTEGER = 0x21;
    private static final int ENUM = 0x23;
    private static final int KEYWORD = 0x44;
    private static final int NAME = 0x42;

    private static final int END = 0x03;
    private static final int FIRST_VALUE = 0x10;

    private final int status;
    private final int requestId;
    private final List<Attribute> attributes = new ArrayList<>();
    private final List<Integer> groups = new ArrayList<>();

    /** One value: of the group with this index, of the attribute with this name. What a collection holds counts as its values. */
    @SuppressWarnings("ArrayRecordComponent") // read, never compared
    record Attribute(int group, String name, int tag, byte[] value) {}

    private IppAnswer(DataInputStream in) throws IOException {
        in.readUnsignedShort(); // version
        status = in.readUnsignedShort();
        requestId = in.readInt();
        String name = "";
        for (int tag = in.readUnsignedByte(); tag != END; tag = in.readUnsignedByte()) {
            if (tag < FIRST_VALUE) {
                groups.add(tag);
                name = "";
                continue;
            }
            byte[] named = in.readNBytes(in.readUnsignedShort());
            byte[] value = new byte[in.readUnsignedShort()];
            in.readFully(value);
            if (named.length > 0) {
                name = new String(named, StandardCharsets.UTF_8);
            }
            attributes.add(new Attribute(groups.size() - 1, name, tag, value));
        }
    }

    /** Empty when the bytes end too early. */
    static Optional<IppAnswer> of(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return Optional.of(new IppAnswer(in));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    boolean answers(int request) {
        return requestId == request && status < 0x0100;
    }

    /** Every value of this name in any group of jobs: an answer that says two things says both. */
    List<Attribute> ofJob(String name) {
        return attributes.stream()
                .filter(a -> a.group() >= 0
                        && groups.get(a.group()) == JOB
                        && a.name().equals(name))
                .toList();
    }

    /** The number, as integer or enum, if it is the only value. */
    OptionalInt only(String name) {
        List<Attribute> values = ofJob(name);
        return values.size() == 1
                        && (values.get(0).tag() == INTEGER || values.get(0).tag() == ENUM)
                        && values.get(0).value().length == 4
                ? OptionalInt.of(ByteBuffer.wrap(values.get(0).value()).getInt())
                : OptionalInt.empty();
    }

    /** Nothing is said of it, or that nothing can be said (RFC 8011 section 5.1: unknown, no-value, unsupported). */
    boolean silentOf(String name) {
        return ofJob(name).stream().allMatch(a -> a.tag() >= 0x10 && a.tag() <= 0x1F);
    }

    List<String> words(String name) {
        return ofJob(name).stream()
                .map(a -> a.tag() == KEYWORD || a.tag() == NAME
                        ? new String(a.value(), StandardCharsets.UTF_8)
                        : "not a word")
                .toList();
    }
}
