package jp.madoguchi.workbench.campaign;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.Kiosk;
import jp.madoguchi.simulators.CardOffice;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A small sample of the campaign: {@code ./kiosk bench campaign} plays all of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CampaignTest {
    private static final int SAMPLE = 24;
    private static final long SEED = 20261125;

    /** No visit has so many exchanges. */
    private static final int BEYOND = 10_000;

    /** Most of a visit is waiting. */
    private static final int LANES = 4;

    private final ExecutorService lanes = Executors.newFixedThreadPool(LANES);
    private Campaign campaign;
    private Map<Strike, Future<Row>> rows;

    /** All are begun here, side by side; each test waits for its own. */
    @BeforeAll
    void prepare(@TempDir Path keys) throws IOException, Kiosk.Unusable, InterruptedException {
        CardOffice.supply(keys);
        campaign = Campaign.prepare(keys);
        List<Strike> strikes = campaign.strikes();
        Collections.shuffle(strikes, new Random(SEED));
        rows = new LinkedHashMap<>();
        for (Strike strike : strikes.subList(0, SAMPLE)) {
            rows.put(strike, lanes.submit(() -> campaign.play(strike)));
        }
    }

    @AfterAll
    void stop() {
        lanes.shutdownNow();
    }

    @Test
    void visit_thatNothingStrikes_hasAsManyExchangesAsTheCampaignPromises() {
        assertAll(
                () -> assertTrue(
                        campaign.exchanges(Token.OLDER_CARD, Device.CARD).size() >= 20, "card"),
                () -> assertTrue(campaign.exchanges(Token.CARD, Device.PRINTER).size() >= 20, "printer"),
                () -> assertTrue(campaign.exchanges(Token.CARD, Device.CASH).size() >= 40, "cash"));
    }

    @Test
    void blow_aimedBeyondTheEndOfTheVisit_fallsAtAnExchangeThatItHas()
            throws IOException, Kiosk.Unusable, InterruptedException {
        Row row = campaign.play(new Strike(Token.CARD, Blow.PRINTER_REPLY_LOST, BEYOND));

        assertTrue(row.fell(), row.toString());
        assertTrue(row.strike().exchange() < BEYOND, row.toString());
        int usual = campaign.exchanges(Token.CARD, Device.PRINTER).size();
        assertTrue(row.strike().exchange() > usual / 2, "not of the last: " + row);
        assertEquals(List.of(), row.violations(), row.toString());
    }

    Stream<Arguments> sample() {
        return rows.entrySet().stream().map(each -> Arguments.of(each.getKey(), each.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sample")
    void visit_struckOnce_breaksNoRule(Strike strike, Future<Row> played)
            throws ExecutionException, InterruptedException {
        Row row = played.get();
        assertEquals(List.of(), row.violations(), row.toString());
        assertTrue(row.fell(), "nothing was struck: " + row);
    }
}
