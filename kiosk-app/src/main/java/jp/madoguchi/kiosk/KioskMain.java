package jp.madoguchi.kiosk;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import jp.madoguchi.kiosk.command.KioskCommands;
import jp.madoguchi.kiosk.command.Program;
import jp.madoguchi.kiosk.command.Watch;
import jp.madoguchi.kiosk.control.ControlSocket;
import jp.madoguchi.kiosk.health.Health;
import jp.madoguchi.kiosk.health.HealthJson;
import jp.madoguchi.kiosk.keys.KeyRotation;
import jp.madoguchi.kiosk.systemd.NotifySocket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code run}, {@code health}, {@code keys}, {@code session}, {@code audit} and {@code device}. */
public final class KioskMain {
    private static final Logger LOG = LoggerFactory.getLogger(KioskMain.class);

    private KioskMain() {}

    public static void main(String[] arguments) {
        Watch.Language language = Watch.Language.of(System.getenv().getOrDefault("LANG", ""));
        System.exit(
                KioskCommands.of(new ThisProgram(), new TechnicianDevices(Wires.real(), System.in, language), language)
                        .execute(arguments));
    }

    private static final class ThisProgram implements Program {
        @Override
        public void runUntilStopped(Path file) throws Unusable, InterruptedException {
            KioskConfig config = read(file);
            Kiosk kiosk;
            try {
                kiosk = Kiosk.start(
                        config,
                        Wires.real(),
                        NotifySocket.of(System.getenv(), ProcessHandle.current().pid()));
            } catch (Kiosk.Unusable unusable) {
                throw new Unusable(String.valueOf(unusable.getMessage()));
            }
            LOG.info("kiosk {} serves its screen at {}", config.kiosk().id(), kiosk.address());
            Runtime.getRuntime().addShutdownHook(new Thread(kiosk::close, "stop"));
            new CountDownLatch(1).await();
        }

        @Override
        public String sessionPage(Path file) throws Unusable, IOException {
            return SessionPage.of(read(file).kiosk().control());
        }

        @Override
        public KeysInUse keys(Path file) throws Unusable, IOException {
            String words = ControlSocket.ask(read(file).kiosk().control(), "keys");
            return new KeysInUse(words, words.contains(KeyRotation.REFUSED));
        }

        @Override
        public Health health(Path file) throws Unusable, IOException {
            return HealthJson.read(ControlSocket.ask(read(file).kiosk().control(), "health"));
        }

        @Override
        public AuditPlace audit(Path file) throws Unusable {
            KioskConfig.Identity kiosk = read(file).kiosk();
            return new AuditPlace(kiosk.audit(), kiosk.id());
        }

        @Override
        public Set<X509Certificate> kioskCertificates(Path file) throws Unusable {
            try {
                return new CenterFiles(read(file).center()).kioskCertificates();
            } catch (IOException unusable) {
                throw new Unusable(FileTrouble.words(unusable));
            }
        }

        private static KioskConfig read(Path file) throws Unusable {
            try {
                return ConfigFile.read(file);
            } catch (ConfigFile.Unusable unusable) {
                throw new Unusable(String.valueOf(unusable.getMessage()));
            }
        }
    }
}
