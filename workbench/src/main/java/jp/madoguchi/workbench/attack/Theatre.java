package jp.madoguchi.workbench.attack;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import jp.madoguchi.kiosk.Kiosk;
import jp.madoguchi.simulators.card.CardIssuer;
import jp.madoguchi.simulators.center.CenterSettings;
import jp.madoguchi.simulators.center.CenterSimulator;
import jp.madoguchi.workbench.FreshFolder;

/** Where the attacks are played: cards and keys for two kiosks of one center, made once. Each row has a world of its own. */
public final class Theatre implements AutoCloseable {
    static final String KIOSK = "K-0001";
    static final String OTHER_KIOSK = "K-0002";

    /** Another person of the first resident's name, in the same town. */
    static final String NAMESAKE = "aomori-hanako-2";

    private static final String RESIDENT = "aomori-hanako";

    private final Path prepared;
    private final FreshFolder preparedOther;
    private final Said said = new Said();

    private Theatre(Path prepared, FreshFolder preparedOther) {
        this.prepared = prepared;
        this.preparedOther = preparedOther;
    }

    /** @param dir for cards and keys */
    public static Theatre prepare(Path dir) throws IOException {
        CardIssuer.prepare(dir);
        nameAlike(dir.resolve("residents"));
        CardIssuer.prepare(dir);
        CenterSimulator.start(CenterSettings.in(dir).withKiosk(KIOSK)).close();
        FreshFolder other = FreshFolder.copyOf(dir);
        CenterSimulator.start(CenterSettings.in(other.path()).withKiosk(OTHER_KIOSK))
                .close();
        return new Theatre(dir, other);
    }

    private static void nameAlike(Path residents) throws IOException {
        ObjectMapper json = new ObjectMapper();
        ObjectNode namesake =
                (ObjectNode) json.readTree(residents.resolve(RESIDENT + ".json").toFile());
        namesake.put("id", NAMESAKE).put("certificate", "cards/" + NAMESAKE + "/auth.pem");
        Files.write(residents.resolve(NAMESAKE + ".json"), json.writeValueAsBytes(namesake));
    }

    /** Plays one row. Rows may be played side by side. */
    public Outcome play(Attack attack)
            throws IOException, Kiosk.Unusable, InterruptedException, GeneralSecurityException {
        return new Assault(attack, said).play(prepared, preparedOther.path());
    }

    @Override
    public void close() throws IOException {
        said.close();
        preparedOther.close();
    }
}
