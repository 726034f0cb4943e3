package jp.madoguchi.kiosk.act;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class StopTimesTest {
    /** Killed before the hands are done, whoever is being paid out or printed for would not be served to the end. */
    @Test
    void serviceManager_asThePackageHasIt_waitsForAllOfThem() throws Exception {
        List<String> unit = Files.readAllLines(Path.of("..", "systemd", "madoguchi.service"));
        String wanted = "TimeoutStopSec=" + StopTimes.ALL.toSeconds();
        assertTrue(unit.contains(wanted), wanted + " is not in " + unit);
    }
}
