package ledger.api.fault;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** What a test does to processes, file systems and users of the machine, where it may. */
final class Machine {

    private Machine() {}

    static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** True when the command ended well. */
    static boolean run(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static void kill(ProcessHandle process) {
        process.destroyForcibly();
        process.onExit().orTimeout(20, TimeUnit.SECONDS).join();
    }

    /** A signal to a database server and all that work for it. */
    static void signal(String signal, ProcessHandle server) {
        List<String> command = new ArrayList<>(List.of("kill", "-" + signal, Long.toString(server.pid())));
        server.descendants().forEach(child -> command.add(Long.toString(child.pid())));
        run(command.toArray(String[]::new));
    }

    /** The class path copied to where every user may read it. */
    static String readableClassPath(Path directory) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(Files::exists)
                .map(one -> copied(one, directory).toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Path copied(Path one, Path directory) {
        Path copy = directory.resolve(Integer.toHexString(one.toString().hashCode()) + "-" + one.getFileName());
        if (!run("cp", "-rL", one.toString(), copy.toString())) {
            throw new IllegalStateException(one + " could not be copied");
        }
        return copy;
    }
}
