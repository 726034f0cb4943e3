package jp.madoguchi.workbench.attack;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Exchanger;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import jp.madoguchi.simulators.center.Operation;
import jp.madoguchi.workbench.Visitor;
import jp.madoguchi.workbench.attack.Attack.Deed;
import org.jsoup.nodes.Element;

/** The ways in which the rows of the table are hostile. */
final class Deeds {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BOTH_ARE_THERE = 20;

    private Deeds() {}

    /** One step of a forgery done otherwise. */
    @FunctionalInterface
    interface Change {
        void make(Forgery forgery) throws IOException, GeneralSecurityException;
    }

    /** A way to write an honest answer. */
    @FunctionalInterface
    interface Writing {
        Reply of(Answer honest) throws IOException;
    }

    static Deed forged(Change change) {
        return field -> field.say(Operation.REQUEST_DOCUMENT, (asked, center) -> {
            Forgery forgery = new Forgery(field, asked, center.ask(asked));
            change.make(forgery);
            return Reply.of(forgery.made());
        });
    }

    static Deed manifest(Consumer<ObjectNode> change) {
        return forged(forgery -> change.accept(forgery.manifest));
    }

    static Deed written(Operation operation, Writing writing) {
        return field -> field.say(operation, (asked, center) -> writing.of(center.ask(asked)));
    }

    /** Members of an honest answer altered. */
    static Deed altered(Operation operation, Consumer<ObjectNode> change) {
        return written(operation, honest -> {
            ObjectNode body = (ObjectNode) JSON.readTree(honest.body());
            change.accept(body);
            return Reply.of(new Answer(honest.status(), body.toString()));
        });
    }

    static Deed alteredText(Operation operation, UnaryOperator<String> change) {
        return written(operation, honest -> Reply.of(new Answer(honest.status(), change.apply(honest.text()))));
    }

    /** The call altered on its way to the honest center. */
    static Deed alteredCall(Operation operation, UnaryOperator<Asked> change) {
        return field -> field.say(operation, (asked, center) -> Reply.of(center.ask(change.apply(asked))));
    }

    /** The call's body altered on its way. */
    static Deed alteredBody(Operation operation, Consumer<ObjectNode> change) {
        return alteredCall(operation, asked -> {
            try {
                ObjectNode body = (ObjectNode) JSON.readTree(asked.body());
                change.accept(body);
                return asked.with(JSON.writeValueAsBytes(body));
            } catch (IOException noJson) {
                throw new IllegalStateException(noJson);
            }
        });
    }

    /** Nobody is asked; this is said. */
    static Deed said(Operation operation, Reply reply) {
        return field -> field.say(operation, (asked, center) -> reply);
    }

    /** The first answer that this front ever heard to that call. */
    static Answer earliest(HonestCenter center, Operation operation) {
        return center.heard(operation).get(0).answer();
    }

    /** Each of two kiosks gets what the other asked for. */
    static Deed crossed(Operation operation) {
        return field -> {
            Exchanger<Answer> both = new Exchanger<>();
            Speech speech = (asked, center) -> {
                try {
                    return Reply.of(both.exchange(center.ask(asked), BOTH_ARE_THERE, TimeUnit.SECONDS));
                } catch (TimeoutException alone) {
                    return Reply.none();
                }
            };
            field.say(operation, speech);
            field.other().say(operation, speech);
        };
    }

    /** The honest answer, but only when the visit is over. */
    static Deed kept(Operation operation) {
        return field -> field.say(operation, (asked, center) -> {
            Answer answer = center.ask(asked);
            field.awaitItsEnd();
            return Reply.of(answer);
        });
    }

    /** A byte now and then, for as long as the visit lasts. */
    static Deed dripped(Operation operation) {
        return field -> field.say(operation, (asked, center) -> {
            byte[] whole = Reply.http(center.ask(asked));
            return line -> {
                for (byte each : whole) {
                    line.write(each);
                    line.flush();
                    if (field.isOver(100)) {
                        return false;
                    }
                }
                return true;
            };
        });
    }

    /** Another text in place of one, of the same length or not. */
    /** Of the household, the resident wants one other on paper: the next in the list. */
    static boolean chooseAnother(Visitor visitor, Element screen) throws IOException {
        visitor.tap(screen, "[data-do=options]", Map.of("option.scope", "members", "member", "1"));
        return false;
    }

    static byte[] replace(byte[] bytes, String what, String by) {
        return new String(bytes, ISO_8859_1).replace(what, by).getBytes(ISO_8859_1);
    }

    static byte[] flip(byte[] bytes, int at) {
        byte[] flipped = bytes.clone();
        flipped[at] ^= 1;
        return flipped;
    }

    static byte[] shorter(byte[] bytes) {
        return Arrays.copyOf(bytes, bytes.length - 1);
    }

    static byte[] longer(byte[] bytes) {
        return Arrays.copyOf(bytes, bytes.length + 1);
    }

    /** So far from now, in whole seconds, as manifests have it. */
    static String secondsFromNow(long seconds) {
        return Instant.now()
                .plusSeconds(seconds)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }

    static byte[] utf8(String text) {
        return text.getBytes(UTF_8);
    }
}
