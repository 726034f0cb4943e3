package jp.madoguchi.kiosk;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import jp.madoguchi.kiosk.command.KioskCommands;
import jp.madoguchi.kiosk.command.Program;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code run} and {@code device}. */
public final class KioskMain {
    private static final Logger LOG = LoggerFactory.getLogger(KioskMain.class);

    private KioskMain() {}

    public static void main(String[] arguments) {
        Wires wires = Wires.real();
        System.exit(KioskCommands.of(KioskMain::runUntilStopped, new TechnicianDevices(wires, System.in))
                .execute(arguments));
    }

    private static void runUntilStopped(Path file) throws Program.Unusable, InterruptedException {
        KioskConfig config;
        Kiosk kiosk;
        try {
            config = ConfigFile.read(file);
            kiosk = Kiosk.start(config, Wires.real());
        } catch (ConfigFile.Unusable | Kiosk.Unusable unusable) {
            throw new Program.Unusable(String.valueOf(unusable.getMessage()));
        }
        LOG.info("kiosk {} serves its screen at {}", config.kiosk().id(), kiosk.address());
        Runtime.getRuntime().addShutdownHook(new Thread(kiosk::close, "stop"));
        new CountDownLatch(1).await();
    }
}
