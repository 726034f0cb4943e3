package jp.madoguchi.simulators.people;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The files {@code DIR/residents/*.json}. */
public final class Residents {
    /** The ids of the residents that come with the simulators. */
    public static final List<String> SHIPPED = List.of(
            "aomori-hanako",
            "denwa-sakura",
            "futaba-wakaba",
            "gaiji-rokuro",
            "jugemu-chosuke",
            "kakuu-ichiro",
            "katsuragi-mihon",
            "kyohi-jiro",
            "mihon-inna",
            "mishinkoku-toya",
            "mukashi-goro",
            "sample-anna",
            "shikko-nanae",
            "shinki-kumi",
            "teishi-yae",
            "tenshutsu-saburo",
            "yoshida-takashi");

    private static final ObjectMapper JSON = JsonMapper.builder()
            // The files tell the center more than whoever makes a card needs.
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addModule(new SimpleModule().addDeserializer(LocalDate.class, new IsoDate()))
            .build();

    private Residents() {}

    /** Copies the shipped residents into {@code dir/residents}, unless there is any resident already. */
    public static void copyInto(Path dir) throws IOException {
        Path residents = Files.createDirectories(dir.resolve("residents"));
        if (!files(residents).isEmpty()) {
            return;
        }
        for (String id : SHIPPED) {
            try (InputStream shipped = Residents.class.getResourceAsStream(id + ".json")) {
                if (shipped == null) {
                    throw new FileNotFoundException("the simulators were packed without " + id + ".json");
                }
                copy(shipped, residents.resolve(id + ".json"));
            }
        }
    }

    /**
     * Everybody in {@code dir/residents}, by id.
     *
     * @throws IOException with one line that names the file, also when its content is wrong
     */
    public static List<Resident> read(Path dir) throws IOException {
        List<Resident> residents = new ArrayList<>();
        for (Path file : files(dir.resolve("residents"))) {
            residents.add(readOne(file));
        }
        return residents;
    }

    private static Resident readOne(Path file) throws IOException {
        Resident resident;
        try {
            JsonNode tree = JSON.readTree(file.toFile());
            for (RecordComponent member : Resident.class.getRecordComponents()) {
                if (!member.getName().equals("refused") && !tree.hasNonNull(member.getName())) {
                    throw new IOException(file + ": has no " + member.getName());
                }
            }
            resident = JSON.treeToValue(tree, Resident.class);
        } catch (JacksonException e) {
            throw new IOException(file + ": " + e.getOriginalMessage(), e);
        }
        if (!file.endsWith(resident.id() + ".json")) {
            throw new IOException(file + ": its id is " + resident.id() + ", which is not the file's name");
        }
        return resident;
    }

    private static List<Path> files(Path residents) throws IOException {
        try (Stream<Path> files = Files.list(residents)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    /** A reader beside us sees the whole file or none; another process that was faster is left alone. */
    private static void copy(InputStream from, Path to) throws IOException {
        Path fresh = Files.createTempFile(to.getParent(), ".resident", null);
        try {
            Files.write(fresh, from.readAllBytes());
            Files.createLink(to, fresh);
        } catch (FileAlreadyExistsException e) {
            return; // the same text, from another simulator that starts now
        } finally {
            Files.delete(fresh);
        }
    }

    private static final class IsoDate extends StdScalarDeserializer<LocalDate> {
        private static final long serialVersionUID = 1;

        IsoDate() {
            super(LocalDate.class);
        }

        @Override
        public LocalDate deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = parser.getText();
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException e) {
                return (LocalDate) context.handleWeirdStringValue(LocalDate.class, text, "not a date yyyy-mm-dd");
            }
        }
    }
}
