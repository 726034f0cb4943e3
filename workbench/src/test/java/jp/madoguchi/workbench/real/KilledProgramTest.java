package jp.madoguchi.workbench.real;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import jp.madoguchi.simulators.CardOffice;
import jp.madoguchi.workbench.crash.Campaign;
import jp.madoguchi.workbench.crash.Mishap;
import jp.madoguchi.workbench.crash.Moment;
import jp.madoguchi.workbench.crash.Row;
import jp.madoguchi.workbench.crash.Scenario;
import jp.madoguchi.workbench.crash.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped program, killed a few times: {@code ./kiosk bench crash --kills} does it oftener. */
class KilledProgramTest {
    private static final int KILLS = 3;
    private static final long SEED = 20261129;

    @Test
    void program_killedAndStartedAnew_breaksNoRule(@TempDir Path keys) throws IOException, InterruptedException {
        CardOffice.supply(keys);
        Campaign campaign =
                Campaign.prepare(keys, List.of(Scenario.CHANGE), SEED, 1, EnumSet.of(Mishap.NONE), KilledProgram::new);
        List<Row> rows = campaign.play(campaign.plans(KILLS), 0);
        assertEquals(KILLS, rows.size());
        rows.forEach(row -> assertEquals(List.of(), row.violations(), row.toString()));
        assertTrue(campaign.steps(Scenario.CHANGE).contains(new Step("PayOutIntended", 1, Moment.MIDST)), "writes too");
        assertTrue(rows.stream().mapToInt(Row::stops).sum() > 0, rows.toString());
    }
}
