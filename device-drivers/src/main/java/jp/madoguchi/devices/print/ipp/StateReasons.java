package jp.madoguchi.devices.print.ipp;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import jp.madoguchi.devices.print.PrinterTrouble;

/**
 * The printer's {@code printer-state-reasons} (RFC 8011 section 5.4.12) in the port's words.
 *
 * @param blocking what keeps it from printing
 * @param warnings what does not, yet
 * @param unnamed the keywords, severity stripped, that this program has no word for
 */
record StateReasons(Set<PrinterTrouble> blocking, Set<PrinterTrouble> warnings, Set<String> unnamed) {
    private static final List<String> MILD = List.of("-report", "-warning");
    private static final String SEVERE = "-error";

    /**
     * Reasons that stop a printer however mildly it puts them. Printers work the severity out from their state: an idle one with
     * no sheet left says {@code media-empty-report} (measured with CUPS' ippeveprinter 2.4.2), and money must not be taken then.
     */
    private static final Map<String, PrinterTrouble> STOPS_ALWAYS = Map.of(
            "media-empty", PrinterTrouble.OUT_OF_PAPER,
            "media-needed", PrinterTrouble.OUT_OF_PAPER,
            "door-open", PrinterTrouble.DOOR_OPEN,
            "cover-open", PrinterTrouble.DOOR_OPEN,
            "interlock-open", PrinterTrouble.DOOR_OPEN,
            "media-jam", PrinterTrouble.JAM,
            "output-area-full", PrinterTrouble.OUTPUT_FULL);

    /** Reasons that stop a printer, unless it marks them as milder. */
    private static final Map<String, PrinterTrouble> STOPS = Map.ofEntries(
            Map.entry("input-tray-missing", PrinterTrouble.OUT_OF_PAPER),
            Map.entry("toner-empty", PrinterTrouble.OUT_OF_TONER),
            Map.entry("marker-supply-empty", PrinterTrouble.OUT_OF_TONER),
            Map.entry("developer-empty", PrinterTrouble.OUT_OF_TONER),
            Map.entry("output-tray-missing", PrinterTrouble.OUTPUT_FULL),
            Map.entry("offline", PrinterTrouble.OFFLINE),
            Map.entry("paused", PrinterTrouble.OFFLINE),
            Map.entry("moving-to-paused", PrinterTrouble.OFFLINE),
            Map.entry("shutdown", PrinterTrouble.OFFLINE),
            Map.entry("deactivated", PrinterTrouble.OFFLINE),
            Map.entry("connecting-to-device", PrinterTrouble.OFFLINE),
            Map.entry("timed-out", PrinterTrouble.OFFLINE),
            Map.entry("spool-area-full", PrinterTrouble.BUSY));

    /** Reasons that stop a printer only when it marks them as errors. */
    private static final Map<String, PrinterTrouble> FORETELLS = Map.of(
            "media-low", PrinterTrouble.PAPER_LOW,
            "toner-low", PrinterTrouble.TONER_LOW,
            "marker-supply-low", PrinterTrouble.TONER_LOW,
            "developer-low", PrinterTrouble.TONER_LOW,
            "output-area-almost-full", PrinterTrouble.OUTPUT_FULL);

    StateReasons {
        blocking = Set.copyOf(blocking);
        warnings = Set.copyOf(warnings);
        unnamed = Set.copyOf(unnamed);
    }

    static StateReasons of(Collection<String> keywords) {
        Set<PrinterTrouble> blocking = EnumSet.noneOf(PrinterTrouble.class);
        Set<PrinterTrouble> warnings = EnumSet.noneOf(PrinterTrouble.class);
        Set<String> unnamed = new TreeSet<>();
        for (String keyword : keywords) {
            String lower = keyword.toLowerCase(Locale.ROOT);
            String reason = stripped(lower);
            if (reason.equals("none")) {
                continue;
            }
            PrinterTrouble trouble = named(reason);
            if (trouble == PrinterTrouble.OTHER) {
                unnamed.add(reason);
            }
            boolean mild = MILD.stream().anyMatch(lower::endsWith);
            boolean blocks =
                    lower.endsWith(SEVERE) || STOPS_ALWAYS.containsKey(reason) || (STOPS.containsKey(reason) && !mild);
            (blocks ? blocking : warnings).add(trouble);
        }
        warnings.removeAll(blocking);
        return new StateReasons(blocking, warnings, unnamed);
    }

    private static PrinterTrouble named(String reason) {
        return Stream.of(STOPS_ALWAYS, STOPS, FORETELLS)
                .filter(words -> words.containsKey(reason))
                .map(words -> words.get(reason))
                .findFirst()
                .orElse(PrinterTrouble.OTHER);
    }

    private static String stripped(String keyword) {
        for (String suffix : List.of("-report", "-warning", SEVERE)) {
            if (keyword.endsWith(suffix)) {
                return keyword.substring(0, keyword.length() - suffix.length());
            }
        }
        return keyword;
    }
}
