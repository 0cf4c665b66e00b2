package ledger.api.operation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;

/** The directory in which a ledger keeps what is its own: database, operator's token, where the service runs. */
public record DataDirectory(Path path) {

    private static final Set<PosixFilePermission> OWNER_ONLY =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    public static final String OPERATOR_TOKEN = "operator.token";
    public static final String SERVICE = "service.json";
    public static final String DEMO_TOKENS = "tokens.json";
    /** There once the sample city is wholly loaded. */
    public static final String DEMO_LOADED = "sample-city/loaded";

    public Path file(String name) {
        return path.resolve(name);
    }

    public Optional<String> read(String name) {
        try {
            Path file = file(name);
            return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Write a file that only its owner may read; whole or not at all. */
    public void writeSecret(String name, String text) {
        try {
            Files.createDirectories(file(name).getParent());
            Path fresh = Files.createTempFile(path, "fresh", ".new");
            Files.setPosixFilePermissions(fresh, OWNER_ONLY);
            Files.writeString(fresh, text, StandardCharsets.UTF_8);
            Files.move(fresh, file(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void delete(String name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
