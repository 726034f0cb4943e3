package jp.madoguchi.kiosk.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.center.TestPki;
import jp.madoguchi.kiosk.terms.Sha256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is done to a log, its verification names the first entry that is not what was written. */
class LogVerificationTest {
    @TempDir
    private Path dir;

    private SampleLog log;
    private List<String> lines;
    private Path checkpoint;

    @BeforeEach
    void log_written() throws IOException {
        log = new SampleLog(dir.resolve("audit"));
        lines = log.lines();
        checkpoint = dir.resolve("checkpoint.p7s");
        Files.write(checkpoint, SampleLog.signed(SampleLog.checkpoint(lines).content(), SampleLog.KEY));
    }

    private LogVerification.Verdict verify(List<Path> files, List<Path> checkpoints) throws IOException {
        return LogVerification.of(new LogVerification.Asked(
                files, List.of(), checkpoints, Optional.of(SampleLog.KIOSK), Set.of(SampleLog.KEY.certificate())));
    }

    private LogVerification.Verdict verify(List<String> changed) throws IOException {
        return verify(List.of(SampleLog.file(dir.resolve("changed.jsonl"), changed)), List.of(checkpoint));
    }

    @Test
    void log_asItWasWritten_isWholeAndSignedToItsEnd() throws IOException {
        assertTrue(log.files().size() > 2, "several files");
        LogVerification.Verdict verdict = verify(log.files(), List.of(checkpoint));
        assertEquals(
                List.of(
                        "the log is whole: 12 entries, 2026-11-22 22:40:05 to 2026-11-22 22:40:17",
                        "signed up to entry 12 by the checkpoint checkpoint.p7s of 2026-11-22 22:41:05"),
                verdict.words());
        assertTrue(verdict.whole());
    }

    private interface Change {
        List<String> of(List<String> lines, int index);
    }

    /** What an attacker does to one line, and the words with which it is found; N is its number, M the next. */
    private static Map<String, Map.Entry<Change, String>> changes() {
        Map<String, Map.Entry<Change, String>> changes = new TreeMap<>();
        changes.put("number", Map.entry(replaced("\"seq\":", "\"seq\":1"), "entry N was altered: its hash"));
        changes.put("time", Map.entry(replaced("T13:40", "T13:41"), "entry N was altered: its hash"));
        changes.put("event", Map.entry(replaced("\"event\":\"", "\"event\":\"X"), "entry N was altered: its hash"));
        changes.put("visit", Map.entry(otherVisit(), "entry N was altered: its hash"));
        changes.put("detail added", Map.entry(replaced("\"details\":{", "\"details\":{\"a\":\"b\","), "entry N was"));
        changes.put("details taken", Map.entry(details(), "entry N was altered"));
        changes.put("previous hash", Map.entry(previous(), "entry N was altered: its hash"));
        changes.put("hash", Map.entry(hash(), "entry N was altered: its hash"));
        changes.put("white space", Map.entry(replaced(",\"at\"", ", \"at\""), "entry N was altered: what stands"));
        changes.put("end of line", Map.entry(replaced("}", "}\r"), "entry N was altered: what stands"));
        changes.put("rubbish", Map.entry((lines, index) -> with(lines, index, "rubbish"), "entry N was altered: what"));
        changes.put("empty", Map.entry((lines, index) -> with(lines, index, ""), "entry N was altered: what stands"));
        changes.put("removed", Map.entry(removed(), "entry N is missing"));
        changes.put("twice", Map.entry(twice(), "entry N stands again where entry M should be"));
        changes.put("forged in its place", Map.entry(forged(), "entry N is not the one that|entry M does not follow"));
        return changes;
    }

    static Stream<Arguments> changedLines() {
        return changes().keySet().stream()
                .flatMap(
                        change -> IntStream.range(0, SampleLog.ENTRIES).mapToObj(index -> Arguments.of(change, index)));
    }

    @ParameterizedTest
    @MethodSource("changedLines")
    void line_changed_isNamed(String name, int index) throws IOException {
        Map.Entry<Change, String> change = Objects.requireNonNull(changes().get(name));
        List<String> changed = change.getKey().of(lines, index);
        assertFalse(changed.equals(lines), "it is a change");
        LogVerification.Verdict verdict = verify(changed);
        assertFalse(verdict.whole());
        String expected =
                change.getValue().replace("N", Integer.toString(index + 1)).replace("M", Integer.toString(index + 2));
        boolean last = index == SampleLog.ENTRIES - 1;
        if (name.equals("removed") && last) {
            expected = "entry 12 is missing at the end";
        }
        String first = verdict.words().get(0);
        assertTrue(Stream.of(expected.split("\\|")).anyMatch(first::startsWith), first);
    }

    private static List<String> with(List<String> lines, int index, String line) {
        List<String> changed = new ArrayList<>(lines);
        changed.set(index, line);
        return changed;
    }

    private static Change replaced(String what, String by) {
        return (lines, index) -> {
            String line = lines.get(index);
            int at = line.lastIndexOf(what);
            return with(lines, index, line.substring(0, at) + by + line.substring(at + what.length()));
        };
    }

    private static Change otherVisit() {
        return (lines, index) -> {
            String line = lines.get(index);
            String visit = "\"visit\":\"" + SampleLog.entry(line).visit();
            return with(lines, index, line.replace(visit, "\"visit\":\"" + "a".repeat(32)));
        };
    }

    private static Change details() {
        return (lines, index) -> {
            String changed = lines.get(index).replaceFirst("\"details\":\\{[^}]*}", "\"details\":{}");
            return changed.equals(lines.get(index))
                    ? with(lines, index, changed.replace("\"details\":{}", "\"details\":{,}"))
                    : with(lines, index, changed);
        };
    }

    private static Change previous() {
        return (lines, index) -> with(
                lines, index, lines.get(index).replaceFirst("\"previous\":\"[0-9a-f]{8}", "\"previous\":\"deadbeef"));
    }

    private static Change hash() {
        return (lines, index) ->
                with(lines, index, lines.get(index).replaceFirst("\"hash\":\"[0-9a-f]{8}", "\"hash\":\"deadbeef"));
    }

    private static Change removed() {
        return (lines, index) -> {
            List<String> changed = new ArrayList<>(lines);
            changed.remove(index);
            return changed;
        };
    }

    private static Change twice() {
        return (lines, index) -> {
            List<String> changed = new ArrayList<>(lines);
            changed.add(index, lines.get(index));
            return changed;
        };
    }

    /** Sound in itself, in the chain before, and yet another one. */
    private static Change forged() {
        return (lines, index) -> {
            Entry entry = SampleLog.entry(lines.get(index));
            return with(
                    lines,
                    index,
                    new Entry(
                                    entry.sequence(),
                                    entry.at().plusMillis(1),
                                    entry.event(),
                                    entry.visit(),
                                    entry.details(),
                                    entry.previous())
                            .line());
        };
    }

    @ParameterizedTest
    @MethodSource("neighbours")
    void lines_inAnotherOrder_areNamed(int index) throws IOException {
        List<String> changed = new ArrayList<>(lines);
        Collections.swap(changed, index, index + 1);
        LogVerification.Verdict verdict = verify(changed);
        assertFalse(verdict.whole());
        assertTrue(
                verdict.words()
                        .get(0)
                        .startsWith(
                                "entry " + (index + 1) + " is missing: entry " + (index + 2) + " stands in its place"),
                verdict.words().get(0));
    }

    static IntStream neighbours() {
        return IntStream.range(0, SampleLog.ENTRIES - 1);
    }

    @ParameterizedTest
    @MethodSource("neighbours")
    void end_cutOffAfterAnyLine_isMissed(int index) throws IOException {
        LogVerification.Verdict verdict = verify(lines.subList(0, index + 1));
        assertFalse(verdict.whole());
        String missing = index + 2 == SampleLog.ENTRIES
                ? "entry 12 is missing at the end: "
                : "entries " + (index + 2) + " to 12 are missing at the end: ";
        assertTrue(verdict.words().get(0).startsWith(missing), verdict.words().get(0));
        assertTrue(verdict.words().get(0).contains("checkpoint.p7s"));
    }

    @Test
    void end_cutOffAtAnyByte_isMissed() throws IOException {
        byte[] all = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.US_ASCII);
        Path cut = dir.resolve("cut.jsonl");
        for (int length = 0; length < all.length; length++) {
            Files.write(cut, Arrays.copyOf(all, length));
            assertFalse(verify(List.of(cut), List.of(checkpoint)).whole(), length + " bytes");
        }
    }

    @Test
    void files_removedOrInAnotherOrder_areMissed() throws IOException {
        List<Path> files = log.files();
        for (int i = 0; i < files.size(); i++) {
            List<Path> some = new ArrayList<>(files);
            some.remove(i);
            assertFalse(verify(some, List.of(checkpoint)).whole(), "without file " + i);
        }
        List<Path> swapped = new ArrayList<>(files);
        Collections.swap(swapped, 1, 2);
        assertFalse(verify(swapped, List.of(checkpoint)).whole());
    }

    /** The end of a line may be missing at the end of the log alone. */
    @Test
    void file_beforeTheLast_endsWithALine() throws IOException {
        List<Path> files = log.files();
        String second = Files.readString(files.get(1));
        Files.writeString(files.get(1), second + "{\"seq\"");
        assertFalse(verify(files, List.of()).whole());
    }

    @Test
    void chain_madeAnewAfterAChange_isFoundByTheCheckpointAlone() throws IOException {
        for (int index = 0; index < SampleLog.ENTRIES; index++) {
            List<String> forged = SampleLog.chained(forged().of(lines, index), index + 1);
            LogVerification.Verdict verdict = verify(forged);
            assertFalse(verdict.whole());
            assertTrue(verdict.words().get(0).startsWith("entry 12 is not the one that the checkpoint checkpoint.p7s"));
            Path file = SampleLog.file(dir.resolve("forged.jsonl"), forged);
            assertTrue(verify(List.of(file), List.of()).whole(), "the log alone cannot tell");
        }
    }

    @Test
    void firstEntry_ofAnotherKiosk_isNamed() throws IOException {
        Entry first = SampleLog.entry(lines.get(0));
        List<String> forged = new ArrayList<>(lines);
        forged.set(
                0,
                new Entry(1, first.at(), first.event(), first.visit(), Map.of("kiosk", "K-0002"), Entry.NONE_BEFORE)
                        .line());
        LogVerification.Verdict verdict =
                verify(List.of(SampleLog.file(dir.resolve("other.jsonl"), SampleLog.chained(forged, 1))), List.of());
        assertEquals(
                "entry 1 was altered or is another kiosk's: this is the log of K-0002, not of K-0001",
                verdict.words().get(0));
        assertFalse(verdict.whole());
    }

    @Test
    void firstEntry_withSomethingBeforeIt_isNamed() throws IOException {
        Entry first = SampleLog.entry(lines.get(0));
        List<String> forged = new ArrayList<>(lines);
        forged.set(
                0,
                new Entry(1, first.at(), first.event(), first.visit(), first.details(), new Sha256("1".repeat(64)))
                        .line());
        LogVerification.Verdict verdict =
                verify(List.of(SampleLog.file(dir.resolve("other.jsonl"), SampleLog.chained(forged, 1))), List.of());
        assertTrue(verdict.words().get(0).startsWith("entry 1 is not the first of a log"));
    }

    @Test
    void log_withoutAnything_isNotWhole() throws IOException {
        assertEquals(
                List.of("there is no entry in the log", "no entry can be relied on", "no checkpoint covers it"),
                verify(List.of(), List.of()).words());
        assertFalse(verify(List.of(), List.of()).whole());
    }

    /** Whoever can leave a file beside the log can sign one: what that says hides nothing of what trusted ones prove. */
    @Test
    void checkpoint_ofUnknownCertificate_hidesNothingThatATrustedOneProves() throws IOException {
        TestPki.Identity anybody = TestPki.leaf(TestPki.authority("CN=Anybody"), "CN=" + SampleLog.KIOSK, draft -> {});
        Checkpoint lie = new Checkpoint(SampleLog.KIOSK, 5, SampleLog.NOW, new Sha256("5".repeat(64)));
        Path left = Files.write(dir.resolve("left.p7s"), SampleLog.signed(lie.content(), anybody));
        LogVerification.Verdict whole = verifyWith(left, lines);
        assertFalse(whole.whole());
        assertTrue(
                whole.words().get(0).startsWith("entry 5 is not the one that the checkpoint left.p7s"),
                whole.words().toString());
        assertTrue(
                whole.words().get(2).startsWith("signed up to entry 12 by the checkpoint checkpoint.p7s"),
                whole.words().toString());
        LogVerification.Verdict cut = verifyWith(left, lines.subList(0, 9));
        assertTrue(
                cut.words().get(0).startsWith("entries 10 to 12 are missing at the end: the checkpoint checkpoint.p7s"),
                cut.words().toString());
    }

    private LogVerification.Verdict verifyWith(Path kept, List<String> written) throws IOException {
        return LogVerification.of(new LogVerification.Asked(
                List.of(SampleLog.file(dir.resolve("written.jsonl"), written)),
                List.of(kept),
                List.of(checkpoint),
                Optional.of(SampleLog.KIOSK),
                Set.of(SampleLog.KEY.certificate())));
    }

    /** Said as it is: nobody else has seen those entries. */
    @Test
    void entries_youngerThanTheCheckpoint_areToldToBeTheLogsOwnWord() throws IOException {
        Path older = dir.resolve("older.p7s");
        Files.write(
                older,
                SampleLog.signed(SampleLog.checkpoint(lines.subList(0, 9)).content(), SampleLog.KEY));
        LogVerification.Verdict verdict =
                verify(List.of(SampleLog.file(dir.resolve("cut.jsonl"), lines.subList(0, 11))), List.of(older));
        assertTrue(verdict.whole());
        assertTrue(
                verdict.words()
                        .get(1)
                        .contains("; 2 younger entries are known to the log alone: more of them, cut off"),
                verdict.words().get(1));
    }

    @Test
    void line_thatIsJustBeingWritten_isTold() throws IOException {
        Path last = log.files().get(log.files().size() - 1);
        Files.writeString(last, Files.readString(last) + lines.get(3).substring(0, 40));
        LogVerification.Verdict verdict = verify(log.files(), List.of(checkpoint));
        assertTrue(verdict.whole());
        assertTrue(verdict.words().get(2).startsWith("the end of a line is missing"));
    }
}
