package jp.madoguchi.simulators.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The section of the kiosk's configuration that names a simulated wire. */
public final class ConfigFile {
    private ConfigFile() {}

    /** Writes {@code DIR/NAME.toml}: the section {@code [NAME]} and its lines. Whoever reads it never sees half of it. */
    public static void write(Path dir, String name, List<String> lines) throws IOException {
        Files.createDirectories(dir);
        Path part = dir.resolve(name + ".toml.part");
        Files.writeString(part, "[" + name + "]\n" + String.join("\n", lines) + "\n");
        Files.move(part, dir.resolve(name + ".toml"), StandardCopyOption.ATOMIC_MOVE);
    }

    /** A TOML basic string. */
    public static String quoted(Object text) {
        return "\"" + text.toString().replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
