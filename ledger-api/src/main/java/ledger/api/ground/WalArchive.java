package ledger.api.ground;

import java.nio.file.Path;

/** Where the embedded database lays every finished piece of its write-ahead log, to stand again at any moment later. */
final class WalArchive {

    private WalArchive() {}

    /**
     * A command that never overwrites a piece, and counts as done only when the whole piece is there; in quotes, since
     * it reaches the server through a shell.
     */
    static String command(Path directory) {
        String place = quoted(directory.toAbsolutePath());
        return "'test ! -f " + place + "/%f && cp \"%p\" " + place + "/%f.part && mv " + place + "/%f.part " + place + "/%f'";
    }

    /**
     * A path as a shell and a setting of the server both take it.
     *
     * @throws IllegalArgumentException for signs that one of them would read as its own
     */
    static String quoted(Path path) {
        String text = path.toString();
        if (!text.matches("[\\p{L}\\p{N} ._/+-]+")) {
            throw new IllegalArgumentException("choose a path of letters, digits and . _ - + only 路径只能含文字、数字和 . _ - +: "
                    + path);
        }
        return "\"" + text + "\"";
    }
}
