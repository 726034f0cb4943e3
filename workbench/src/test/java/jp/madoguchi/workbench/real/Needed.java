package jp.madoguchi.workbench.real;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The programs of Debian that these tests stand beside. */
final class Needed {
    /** file, Debian package; several of a package are enough to be sure of it. */
    private static final Map<String, String> PROGRAMS = new TreeMap<>(Map.of(
            "pcscd", "pcscd",
            "opensc-tool", "opensc",
            "ippeveprinter", "cups-ipp-utils",
            "dbus-daemon", "dbus",
            "socat", "socat",
            "pdfinfo", "poppler-utils",
            "pdftoppm", "poppler-utils",
            "pkcs11-tool", "opensc opensc-pkcs11",
            "softhsm2-util", "softhsm2",
            "unshare", "util-linux"));

    private static final Path DRIVER = Path.of("/usr/lib/pcsc/drivers/serial/libifdvpcd.so");
    private static final List<Path> FOLDERS =
            Stream.of("/usr/bin", "/usr/sbin", "/bin", "/sbin").map(Path::of).toList();

    private Needed() {}

    /** Fails, with the line to type, when one is missing: a test that nobody can run has not passed. */
    static void here() {
        TreeSet<String> missing = new TreeSet<>();
        PROGRAMS.forEach((program, debian) -> {
            if (FOLDERS.stream().noneMatch(folder -> Files.isExecutable(folder.resolve(program)))) {
                missing.add(debian);
            }
        });
        if (!Files.exists(DRIVER)) {
            missing.add("vsmartcard-vpcd");
        }
        if (!missing.isEmpty()) {
            throw new AssertionError(
                    "this test needs:  sudo apt-get install --no-install-recommends " + String.join(" ", missing));
        }
    }

    /** vpcd's driver for pcscd. */
    static Path driver() {
        return DRIVER;
    }
}
