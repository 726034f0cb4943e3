package jp.madoguchi.kiosk;

import java.io.IOException;
import java.nio.file.Path;
import jp.madoguchi.kiosk.command.Exit;
import jp.madoguchi.kiosk.command.KioskCommands;
import jp.madoguchi.kiosk.command.Program;
import jp.madoguchi.kiosk.command.Watch;
import jp.madoguchi.kiosk.control.ControlSocket;
import jp.madoguchi.kiosk.keys.KeyRotation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code run}, {@code keys}, {@code session} and {@code device}. */
public final class KioskMain {
    private static final Logger LOG = LoggerFactory.getLogger(KioskMain.class);

    private KioskMain() {}

    public static void main(String[] arguments) {
        Watch.Language language = Watch.Language.of(System.getenv().getOrDefault("LANG", ""));
        System.exit(KioskCommands.of(new ThisProgram(), new TechnicianDevices(Wires.real(), System.in, language))
                .execute(arguments));
    }

    private static final class ThisProgram implements Program {
        @Override
        public int runUntilStopped(Path file) throws Unusable {
            KioskConfig config = read(file);
            Kiosk kiosk;
            try {
                kiosk = Kiosk.start(config, Wires.real());
            } catch (Kiosk.Unusable unusable) {
                throw new Unusable(String.valueOf(unusable.getMessage()));
            }
            LOG.info("kiosk {} serves its screen at {}", config.kiosk().id(), kiosk.address());
            Runtime.getRuntime().addShutdownHook(new Thread(kiosk::close, "stop"));
            kiosk.leaving().join();
            return Exit.RESTART;
        }

        @Override
        public String sessionPage(Path file) throws Unusable, IOException {
            return SessionPage.of(read(file).kiosk().control());
        }

        @Override
        public String enrolmentCode(Path file, String name, String role) throws Unusable, IOException {
            String answer = ControlSocket.ask(read(file).kiosk().control(), "enrol " + name + " " + role);
            if (answer.startsWith(StaffOrders.NO)) {
                throw new IllegalArgumentException(answer.substring(StaffOrders.NO.length()));
            }
            return answer;
        }

        @Override
        public KeysInUse keys(Path file) throws Unusable, IOException {
            String words = ControlSocket.ask(read(file).kiosk().control(), "keys");
            return new KeysInUse(words, words.contains(KeyRotation.REFUSED));
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
