package ledger.api.ground;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** An operator's own rulebooks and calendars: the YAML documents of one directory ({@code LEDGER_RULEBOOKS}). */
public final class RulebookFolder {

    private RulebookFolder() {}

    /**
     * The texts by path, in the order of their names; nothing where no directory is set.
     *
     * @throws IllegalArgumentException when the directory is not there
     */
    public static Map<String, String> read(String directory) {
        Map<String, String> documents = new LinkedHashMap<>();
        if (!directory.isBlank()) {
            Path folder = Path.of(directory);
            if (!Files.isDirectory(folder)) {
                throw new IllegalArgumentException("LEDGER_RULEBOOKS: no directory " + folder.toAbsolutePath());
            }
            documentsIn(folder).forEach(file -> documents.put(file.toString(), text(file)));
        }
        return documents;
    }

    private static List<Path> documentsIn(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().matches(".*\\.ya?ml")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
