package jp.madoguchi.kiosk.audit;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.madoguchi.kiosk.terms.Slug;

/**
 * What an entry may say beside its event. Each has one shape, and none of them holds a sentence: no name, address or content fits
 * through.
 */
public enum Detail {
    /** Yen. */
    YEN(Shape.NUMBER),
    INSERTED(Shape.NUMBER),
    KEPT(Shape.NUMBER),
    RETURNED(Shape.NUMBER),
    OWED(Shape.NUMBER),
    FEE(Shape.NUMBER),
    /** Of coins, notes or sides, as the event says. */
    COUNT(Shape.NUMBER),
    /** Where cash is in the machine. */
    BOX(Shape.WORD),
    /** Yen that should have been there. */
    EXPECTED(Shape.NUMBER),
    /** Yen that were handed out. */
    REFUNDED(Shape.NUMBER),
    /** Of a closing of the day, or of something that was left behind. */
    NUMBER(Shape.NUMBER),
    /** What was left behind. */
    ITEM(Shape.WORD),
    /** A device's own count of its events. */
    COUNTER(Shape.NUMBER),
    /** ccTalk address of a hopper. */
    HOPPER(Shape.NUMBER),
    BYTES(Shape.NUMBER),
    /** Of an entry of this log. */
    SEQUENCE(Shape.NUMBER),
    /** The printer's number of a job. */
    JOB(Shape.NUMBER),
    /** Whether that is the whole truth. */
    CERTAIN(Shape.WORD),
    /** Whether money may have gone in that nobody counted. */
    UNCOUNTED(Shape.WORD),
    DEVICE(Shape.WORD),
    SERVICE(Shape.WORD),
    STAGE(Shape.WORD),
    /** The name of an event of the flow. */
    TOLD(Shape.WORD),
    /** Why, in one word. */
    REASON(Shape.WORD),
    /** What came of it, in one word. */
    RESULT(Shape.WORD),
    PART(Shape.WORD),
    OBSTACLE(Shape.WORD),
    TROUBLE(Shape.WORD),
    /** As docs/failure-codes.md has it, or what a resident reads on the last screen. */
    CODE(Shape.WORD),
    REFUSAL(Shape.WORD),
    COMMAND(Shape.WORD),
    CHECK(Shape.WORD),
    /** The kiosk. */
    KIOSK(Shape.ID),
    /** A user of the machine, as the kernel names it. */
    USER(Shape.ID),
    /** A staff account. */
    ACCOUNT(Shape.ID),
    /** SHA-256 of a certificate. */
    CERTIFICATE(Shape.DIGEST),
    /** SHA-256 of the enveloped pages. */
    CIPHERTEXT(Shape.DIGEST),
    /** A request to the center. */
    REQUEST(Shape.DIGEST),
    /** A day, of UTC. */
    UNTIL(Shape.DAY);

    private enum Shape {
        NUMBER("-?[0-9]{1,12}"),
        WORD("[A-Za-z][A-Za-z0-9_-]{0,47}"),
        ID("[A-Za-z0-9_][A-Za-z0-9._-]{0,63}"),
        DIGEST("[0-9a-f]{32}|[0-9a-f]{64}"),
        DAY("[0-9]{4}-[0-9]{2}-[0-9]{2}");

        private final Pattern pattern;

        Shape(String pattern) {
            this.pattern = Pattern.compile(pattern);
        }
    }

    private final Shape shape;

    Detail(Shape shape) {
        this.shape = shape;
    }

    /** As it stands in the log. */
    public String key() {
        return Slug.of(this);
    }

    /** Whether a value of this shape may stand in the log. */
    public boolean fits(String value) {
        return shape.pattern.matcher(value).matches();
    }

    /** The shape, as a regular expression. */
    public String pattern() {
        return shape.pattern.pattern();
    }

    static Optional<Detail> ofKey(String key) {
        return Arrays.stream(values())
                .filter(detail -> detail.key().equals(key))
                .findFirst();
    }
}
