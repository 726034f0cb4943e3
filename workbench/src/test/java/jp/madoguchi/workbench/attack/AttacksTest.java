package jp.madoguchi.workbench.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.center.BindingCheck;
import jp.madoguchi.simulators.CardOffice;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One row for everything that may come of an attack: {@code ./kiosk bench attacks} plays all of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttacksTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "attacks.md");
    private static final long SEED = 20261129;

    /** Twenty seconds each; HttpsCenterLineTest has a shorter time-out. */
    private static final String TIME_OUT = "no whole answer";

    /** Some wait for the kiosk to ask its center again, every five seconds: side by side they take a third of the time. */
    private static final int LANES = 4;

    private final ExecutorService threads = Executors.newFixedThreadPool(LANES);
    private final Map<Attack, Future<Outcome>> played = new LinkedHashMap<>();
    private Theatre theatre;

    @BeforeAll
    void begin(@TempDir Path keys) throws IOException {
        CardOffice.supply(keys);
        theatre = Theatre.prepare(keys);
        for (Attack attack : sample()) {
            played.put(attack, threads.submit(() -> theatre.play(attack)));
        }
    }

    @AfterAll
    void close() throws IOException {
        threads.shutdownNow();
        theatre.close();
    }

    @Test
    void table_hasARow_forEveryCheckOfTheBinding() {
        String musts =
                Attacks.all().stream().map(attack -> attack.must().toString()).collect(Collectors.joining(" "));
        Set<BindingCheck> missing = Arrays.stream(BindingCheck.values())
                .filter(check -> !musts.contains("(" + check.name() + ")"))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(BindingCheck.class)));
        assertEquals(Set.of(), missing);
    }

    @Test
    void table_saysNoAttackTwice_andRefusesNearlyAll() {
        List<Attack> all = Attacks.all();
        long names = all.stream().map(Attack::toString).distinct().count();
        long harmless = all.stream()
                .filter(attack -> attack.must() instanceof Must.Unharmed)
                .count();
        assertEquals(all.size(), names);
        assertTrue(harmless <= 5, harmless + " are let pass");
    }

    @Test
    void document_asGenerated_isTheOneInDocs() throws IOException {
        if (Boolean.getBoolean("madoguchi.write")) {
            Files.writeString(DOCUMENT, document());
        }
        assertEquals(document(), Files.readString(DOCUMENT));
    }

    private static String document() {
        return """
                # The attacks

                Written by `AttacksTest` from the rows of `workbench.attack`; `./kiosk bench attacks` plays them, each a whole visit
                at a kiosk of its own. *network* holds no key, *TLS front* the center's TLS key, *center* its document signer's as
                well; each is honest until the stage named, and honest again when the visit is over. The reason is the one that the
                resident's screen gives, and in brackets the check that failed or what the technician's log says.

                In every row that is refused or latched no money is asked for, and nothing is printed of the visit; ledger, cash unit
                and printer agree; the card signed nothing but the text that the kiosk sent. The next resident is then served, or the
                kiosk stays off.

                *center-untrusted* is said only where the handshake failed and it is sure that nothing was sent. Whoever touches the
                line later does so when the request may have arrived, and so does whoever stands there after a line was lost; who
                hangs up in the middle of the handshake leaves it open, too. That is *center-uncertain*; they are believed as little.

                """ + Attacks.table();
    }

    /** Of the rows of which the same must come, one. */
    private static List<Attack> sample() {
        List<Attack> all = new ArrayList<>(Attacks.all());
        Collections.shuffle(all, new Random(SEED));
        Map<String, Attack> oneOfEach = new LinkedHashMap<>();
        all.forEach(attack -> oneOfEach.putIfAbsent(attack.must().toString(), attack));
        return oneOfEach.values().stream()
                .filter(attack -> !attack.must().toString().contains(TIME_OUT))
                .toList();
    }

    Stream<Arguments> played() {
        return played.entrySet().stream()
                .map(row -> Arguments.of(Named.of(row.getKey().toString(), row.getValue())));
    }

    @ParameterizedTest
    @MethodSource("played")
    void visit_attacked_comesToWhatItMust(Future<Outcome> row) throws InterruptedException, ExecutionException {
        Outcome outcome = row.get();
        assertEquals(List.of(), outcome.violations(), outcome.toString());
    }
}
