package jp.madoguchi.kiosk.voice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.terms.Language;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sounds that are there. A language speaks when each of its recordings is; half a voice would fall silent in mid-visit. */
public final class Clips {
    private static final Logger LOG = LoggerFactory.getLogger(Clips.class);

    /** How their files end. */
    public static final String ENDING = ".opus";

    /** No voice. */
    public static final Clips NONE = new Clips(Optional.empty(), Set.of());

    private final Optional<Path> folder;
    private final Set<String> names;
    private final Set<Language> speaking;

    private Clips(Optional<Path> folder, Set<String> names) {
        this.folder = folder;
        this.names = names;
        this.speaking = EnumSet.noneOf(Language.class);
        if (!names.isEmpty()) {
            for (Language language : Language.values()) {
                if (Sayings.of(language).recordings().stream().allMatch(each -> names.contains(each.name()))) {
                    speaking.add(language);
                }
            }
        }
    }

    /** Those in this folder, as it is now. One that is not there has no voice. */
    public static Clips in(Path folder) {
        if (!Files.isDirectory(folder)) {
            return NONE;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return new Clips(
                    Optional.of(folder),
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(ENDING))
                            .map(name -> name.substring(0, name.length() - ENDING.length()))
                            .collect(Collectors.toUnmodifiableSet()));
        } catch (IOException unreadable) {
            LOG.warn("no voice: {} cannot be read: {}", folder, unreadable.toString());
            return NONE;
        }
    }

    /** Whether everything in this language can be said. */
    public boolean speak(Language language) {
        return speaking.contains(language);
    }

    /** The sound of this name, if it is one that was there at the beginning, and still is. */
    public Optional<byte[]> sound(String name) throws IOException {
        if (folder.isEmpty() || !names.contains(name)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readAllBytes(folder.get().resolve(name + ENDING)));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        }
    }
}
