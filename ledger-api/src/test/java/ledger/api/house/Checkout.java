package ledger.api.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The checkout that is built: the nearest directory upwards that holds all modules. */
final class Checkout {

    static final Path ROOT = root();

    private Checkout() {}

    /** @param path from the root */
    static String read(String path) {
        try {
            return Files.readString(ROOT.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(String path, String text) {
        try {
            Files.writeString(ROOT.resolve(path), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        Path at = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
        while (!Files.exists(at.resolve("ledger-domain/pom.xml"))) {
            at = at.getParent();
        }
        return at;
    }
}
