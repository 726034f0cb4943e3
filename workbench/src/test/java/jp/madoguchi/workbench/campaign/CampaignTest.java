package jp.madoguchi.workbench.campaign;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.Kiosk;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A small sample of the campaign: {@code ./kiosk bench campaign} plays all of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CampaignTest {
    private static final int SAMPLE = 24;
    private static final long SEED = 20261125;

    private Campaign campaign;

    @BeforeAll
    void prepare(@TempDir Path keys) throws IOException, Kiosk.Unusable, InterruptedException {
        campaign = Campaign.prepare(keys);
    }

    @Test
    void visit_thatNothingStrikes_hasAsManyExchangesAsTheCampaignPromises() {
        assertAll(
                () -> assertTrue(
                        campaign.exchanges(Token.OLDER_CARD, Device.CARD).size() >= 20, "card"),
                () -> assertTrue(campaign.exchanges(Token.CARD, Device.PRINTER).size() >= 20, "printer"),
                () -> assertTrue(campaign.exchanges(Token.CARD, Device.CASH).size() >= 40, "cash"));
    }

    Stream<Strike> sample() {
        List<Strike> strikes = campaign.strikes();
        Collections.shuffle(strikes, new Random(SEED));
        return strikes.stream().limit(SAMPLE);
    }

    @ParameterizedTest
    @MethodSource("sample")
    void visit_struckOnce_breaksNoRule(Strike strike) throws IOException, Kiosk.Unusable, InterruptedException {
        Row row = campaign.play(strike);
        assertEquals(List.of(), row.violations(), row.toString());
        // How often the slots are polled is a matter of time: the last exchanges may not come.
        int sure = campaign.exchanges(strike.token(), strike.blow().device()).size() - 10;
        assertTrue(row.fell() || strike.exchange() > sure, "nothing was struck: " + row);
    }
}
