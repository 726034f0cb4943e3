package jp.madoguchi.workbench.real;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.madoguchi.simulators.card.Fault;
import jp.madoguchi.simulators.card.JpkiCard;
import jp.madoguchi.simulators.card.VpcdCard;
import jp.madoguchi.workbench.OutsideHands;
import jp.madoguchi.workbench.Resident;
import jp.madoguchi.workbench.ScreenClient;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A card that leaves at the worst moment, and a PC/SC service that comes back: one kiosk that lives through it all. */
@Timeout(60)
final class CardTornAwayTest {
    private static final String CARD = "aomori-hanako";
    private static final int TRIES = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private static Path dir;

    private static Town town;
    private static RunningProgram kiosk;

    @BeforeAll
    static void start() throws Exception {
        town = Town.start(dir);
        kiosk = town.startKiosk();
    }

    @AfterAll
    static void close() {
        town.close();
    }

    /** what happens to VERIFY, the tries that are left then */
    static Stream<Arguments> partings() {
        return Stream.of(
                Arguments.of(new Fault.Torn(Fault.When.verify()), TRIES),
                Arguments.of(new Fault.AnswerLost(Fault.When.verify()), TRIES - 1));
    }

    @ParameterizedTest
    @MethodSource("partings")
    void card_tornAwayDuringVerify_endsTheVisitAndSpendsOneTryAtMost(Fault parting, int left) throws Exception {
        StringWriter stages = new StringWriter();
        Town.Session session = town.session();
        try (TearingHands hands = new TearingHands(parting)) {
            Resident.Ended ended = new Resident(
                            session.address(),
                            session.token(),
                            hands,
                            new Resident.Wish(CARD, "0000", "residence-record", 1),
                            new PrintWriter(stages, true))
                    .play();
            assertTrue(ended.refusal().orElse("delivered").contains("カードとのやりとりが切れました"), () -> ended + "\n" + stages);
            assertEquals(
                    1,
                    hands.card.commands().stream()
                            .filter(command -> command.startsWith("002000") && command.contains("**"))
                            .count(),
                    "VERIFY is never repeated");
        }
        assertTrue(kiosk.await("ended: Ended").contains("reason=CARD_REMOVED_AT_PIN"), "the ledger's reason");
        assertEquals(left, tries());
    }

    @Test
    void kiosk_startedTwiceWithOneConfiguration_secondIsRefusedAndFirstIsStillReached() throws Exception {
        Jvm.Ended second = Jvm.run(
                dir, Jvm.kiosk(Map.of(), "run", "--config", town.config().toString()), "");
        assertEquals(
                new Jvm.Ended(
                        3, List.of(), List.of("./kiosk run: " + town.data() + ": another program runs with this data")),
                second);
        try (ScreenClient screen = town.session().open()) {
            await(screen, "welcome");
        }
    }

    @Test
    void service_startedAgain_isUsedAgainWithoutTheKioskBeingStarted() throws Exception {
        try (ScreenClient screen = town.session().open()) {
            await(screen, "welcome");
            town.pcscd().stop();
            try {
                Element closed = await(screen, "closed");
                assertEquals(
                        "reader-service-down", closed.select("[data-obstacle]").attr("data-obstacle"));
            } finally {
                town.pcscd().start();
            }
            await(screen, "welcome");
        }
    }

    private static Element await(ScreenClient screen, String stage) throws IOException, InterruptedException {
        Element shown = screen.screen();
        while (!shown.attr("data-stage").equals(stage)) {
            assertTrue(screen.changed(PATIENCE), "waiting for " + stage + ": " + shown.text());
            shown = screen.screen();
        }
        return shown;
    }

    /** As the card itself has written them down. */
    private static int tries() throws IOException {
        return new ObjectMapper()
                .readTree(
                        dir.resolve("cards").resolve(CARD).resolve("card.json").toFile())
                .path("tries")
                .asInt(TRIES);
    }

    /** Lays a card on the reader that is out of order in a way of its own. */
    private static final class TearingHands implements OutsideHands, AutoCloseable {
        private static final Duration RETRY = Duration.ofMillis(200);

        private final VpcdCard reader = new VpcdCard("127.0.0.1", town.pcscd().port(), RETRY);
        private final JpkiCard card;

        TearingHands(Fault fault) throws IOException {
            card = JpkiCard.load(dir.resolve("cards").resolve(CARD));
            card.script(fault);
        }

        @Override
        public void placeCard(String id) {
            reader.place(card);
        }

        @Override
        public void takeCard() {
            reader.take();
        }

        @Override
        public boolean drop(int yen) {
            throw new AssertionError("no money is asked for");
        }

        @Override
        public void close() {
            reader.close();
        }
    }
}
