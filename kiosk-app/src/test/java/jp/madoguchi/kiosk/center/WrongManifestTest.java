package jp.madoguchi.kiosk.center;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static jp.madoguchi.kiosk.center.Wrong.flip;
import static jp.madoguchi.kiosk.center.Wrong.replaced;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.terms.Sha256;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The wrong-document matrix: what was signed. */
final class WrongManifestTest {
    @ParameterizedTest
    @MethodSource({"textFields", "shapes", "members", "times"})
    void verify_wrongManifest_isRefusedByItsOwnCheck(Wrong wrong) {
        wrong.isRefused();
    }

    /** T differs in one field, as if the card had signed something else. */
    static Stream<Wrong> textFields() {
        return Stream.concat(
                IntStream.rangeClosed(1, 10)
                        .mapToObj(field -> text("field " + field, t -> flip(t, endOfField(t, field)))),
                Stream.of(
                        text("the prefix", t -> flip(t, 0)),
                        text("something after it", t -> Arrays.copyOf(t, t.length + 1))));
    }

    private static int endOfField(byte[] text, int field) {
        int end = "MADOGUCHI-AUTH-V1".length();
        for (int i = 0; i < field; i++) {
            end += 2 + ((text[end + 1] & 0xFF) << 8 | (text[end + 2] & 0xFF));
        }
        return end;
    }

    static Stream<Wrong> shapes() {
        String hex = "0f".repeat(32);
        return Stream.concat(
                Stream.of(
                        json("not JSON", m -> "{"),
                        json("nothing", m -> ""),
                        json("not an object", m -> "[" + m + "]"),
                        json("a byte-order mark", m -> "\uFEFF" + m),
                        json("something after it", m -> m + "{}"),
                        json("a member twice", m -> m.replace("\"version\":1", "\"version\":2,\"version\":1")),
                        json(
                                "an option twice",
                                m -> m.replace("\"scope\":\"members\"", "\"scope\":\"all\",\"scope\":\"members\"")),
                        json("a number that is no integer", m -> m.replace("\"copies\":2", "\"copies\":2.0")),
                        json("a number too large", m -> m.replace("\"fee\":600", "\"fee\":4294967896")),
                        new Wrong(
                                "another encoding",
                                BindingCheck.SHAPE,
                                scene ->
                                        scene.signed(scene.manifest().toString().getBytes(UTF_16BE))),
                        new Wrong(
                                "not UTF-8",
                                BindingCheck.SHAPE,
                                scene -> scene.signed(
                                        replaced(scene.manifest().toString().getBytes(US_ASCII), '0', 0xFF)))),
                Stream.<Consumer<ObjectNode>>of(
                                m -> m.remove("fee"),
                                m -> m.put("more", 1),
                                m -> m.put("version", "1"),
                                m -> m.put("kiosk", 1),
                                m -> m.put("t", m.get("t").textValue().toUpperCase(Locale.ROOT)),
                                m -> m.put("visit", hex),
                                m -> m.put("visit", m.get("visit").textValue() + "\n"),
                                m -> m.put("request", "no hex"),
                                m -> m.put("options", "self"),
                                m -> m.withObject("/options").put("scope", true),
                                m -> m.putArray("members"),
                                m -> m.put("members", "a1".repeat(16)),
                                m -> m.putNull("members"),
                                m -> m.withArray("/members").set(1, 1),
                                m -> m.withArray("/members").set(1, "A1".repeat(16)),
                                m -> repeat(m, "members", "a1".repeat(16), 21),
                                m -> m.put("issueNumber", ""),
                                m -> m.put("issueNumber", "A".repeat(41)),
                                m -> m.put("issueNumber", "TEST 0001"),
                                m -> m.put("issued", "2026-11-22T13:40:05.5Z"),
                                m -> m.put("issued", "2026-11-22T22:40:05+09:00"),
                                m -> m.put("expires", "2026-13-22T13:40:05Z"),
                                m -> m.put("pages", hex),
                                m -> m.putObject("pages").put("one", hex),
                                m -> m.putArray("pages"),
                                m -> repeat(m, "pages", hex, 51),
                                m -> m.withArray("/pages").set(0, "0f"),
                                m -> m.withArray("/pages").set(0, 1))
                        .map(change -> member(BindingCheck.SHAPE, change)));
    }

    static Stream<Wrong> members() {
        return Stream.of(
                member(BindingCheck.VERSION, m -> m.put("version", 2)),
                member(BindingCheck.KIOSK, m -> m.put("kiosk", "K-OTHER")),
                member(BindingCheck.VISIT, m -> m.put("visit", "0f".repeat(16))),
                member(BindingCheck.REQUEST, m -> m.put("request", "0f".repeat(16))),
                member(BindingCheck.MUNICIPALITY, m -> m.put("municipality", "13999")),
                member(BindingCheck.CERTIFICATE, m -> m.put("certificate", "0f".repeat(32))),
                member(BindingCheck.KIND, m -> m.put("kind", "seal-registration")),
                member(
                        BindingCheck.OPTIONS,
                        m -> m.putObject("options").put("scope", "household").put("domicile", "no")),
                member(BindingCheck.OPTIONS, m -> m.putObject("options").put("scope", "self")),
                member(BindingCheck.OPTIONS, m -> m.withObject("/options").put("my-number", "yes")),
                member(BindingCheck.MEMBERS, m -> m.remove("members")),
                member(BindingCheck.MEMBERS, m -> m.withArray("/members").remove(1)),
                member(BindingCheck.MEMBERS, m -> m.withArray("/members").add("c3".repeat(16))),
                member(BindingCheck.MEMBERS, m -> m.withArray("/members").set(1, "c3".repeat(16))),
                member(BindingCheck.MEMBERS, m -> m.withArray("/members").set(1, "a1".repeat(16))),
                member(
                        BindingCheck.MEMBERS,
                        m -> m.putArray("members").add("b2".repeat(16)).add("a1".repeat(16))),
                member(BindingCheck.COPIES, m -> m.put("copies", 1)),
                member(BindingCheck.FEE, m -> m.put("fee", 300)),
                member(BindingCheck.CIPHERTEXT, m -> m.put("ciphertext", "0f".repeat(32))),
                member(BindingCheck.PAGE_COUNT, m -> m.withArray("/pages").remove(1)),
                member(BindingCheck.PAGE_COUNT, m -> m.withArray("/pages").add("0f".repeat(32))),
                member(BindingCheck.PAGE_COUNT, m -> repeat(m, "pages", "0f".repeat(32), 50)),
                member(BindingCheck.PAGE_HASH, m -> m.withArray("/pages").set(1, "0f".repeat(32))));
    }

    static Stream<Wrong> times() {
        return Stream.of(
                member(BindingCheck.ISSUED, m -> times(m, Duration.ofSeconds(301), Duration.ofMinutes(10))),
                member(BindingCheck.EXPIRES, m -> times(m, Duration.ofMinutes(-30), Duration.ZERO)),
                member(BindingCheck.EXPIRES, m -> times(m, Duration.ZERO, Duration.ofSeconds(390))),
                member(BindingCheck.LIFETIME, m -> times(m, Duration.ZERO, Duration.ofSeconds(1801))));
    }

    private static Wrong text(String what, UnaryOperator<byte[]> alter) {
        return new Wrong(
                "T: " + what,
                BindingCheck.T,
                scene -> scene.withManifest(m ->
                        m.put("t", Sha256.of(alter.apply(scene.text.bytes())).hex())));
    }

    private static Wrong member(BindingCheck check, Consumer<ObjectNode> change) {
        ObjectNode before = new Scene().manifest();
        ObjectNode after = before.deepCopy();
        change.accept(after);
        return new Wrong(difference(before, after), check, scene -> scene.withManifest(change));
    }

    private static Wrong json(String what, UnaryOperator<String> change) {
        return new Wrong(what, BindingCheck.SHAPE, scene -> scene.withManifestText(change));
    }

    private static String difference(ObjectNode before, ObjectNode after) {
        StringBuilder different = new StringBuilder();
        after.properties().stream()
                .filter(member -> !member.getValue().equals(before.get(member.getKey())))
                .forEach(member -> different
                        .append(member.getKey())
                        .append(" = ")
                        .append(shortened(member.getValue().toString())));
        return different.isEmpty() ? "a member left out" : different.toString();
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    private static void repeat(ObjectNode manifest, String name, String value, int times) {
        var list = manifest.putArray(name);
        for (int i = 0; i < times; i++) {
            list.add(value);
        }
    }

    private static void times(ObjectNode manifest, Duration issued, Duration expires) {
        manifest.put("issued", TestPki.NOW.plus(issued).toString())
                .put("expires", TestPki.NOW.plus(expires).toString());
    }
}
