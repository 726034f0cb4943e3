package jp.madoguchi.simulators.printer;

import java.nio.file.Path;

/**
 * A job whose document arrived, as it stood when asked.
 *
 * @param id the printer's job-id
 * @param name the client's job-name
 * @param file the document as received, byte for byte
 * @param impressions sides printed so far
 * @param sheets sheets that reached the output tray
 */
public record PrintedJob(int id, String name, Path file, JobPhase phase, int impressions, int sheets) {}
