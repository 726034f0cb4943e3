package jp.madoguchi.devices.print.ipp;

import java.time.Duration;

/**
 * How long the printer may take. None is zero.
 *
 * @param request one question and its answer
 * @param document sending a document, beside some seconds for each sheet
 * @param poll between two questions after a job
 * @param busy to take a job, while it says that it is busy
 * @param stopped a job may stand still before it is cancelled: time enough to add paper. All its standstills together may last
 *     no longer than this and a minute for each sheet
 * @param lost a printer may be silent, and a cancelled job may go on, before the outcome is called unknown
 */
public record Patience(
        Duration request, Duration document, Duration poll, Duration busy, Duration stopped, Duration lost) {
    /** For a printer on the same desk. */
    public static final Patience USUAL = new Patience(
            Duration.ofSeconds(10),
            Duration.ofMinutes(2),
            Duration.ofMillis(500),
            Duration.ofSeconds(30),
            Duration.ofMinutes(3),
            Duration.ofSeconds(60));
}
