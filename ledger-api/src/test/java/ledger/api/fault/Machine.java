package ledger.api.fault;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import ledger.api.fault.ServeNode.Settings;

/** What a test does to processes, file systems and users of the machine, where it may. */
final class Machine {

    private static final String NOBODY = "65534";

    private Machine() {}

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

    static boolean mount(Path directory, String size) {
        return run("mkdir", "-p", directory.toString())
                && run("mount", "-t", "tmpfs", "-o", size, "tmpfs", directory.toString());
    }

    /** Whether a process may be started here as another user. */
    static boolean canBeAnother() {
        return "root".equals(System.getProperty("user.name")) && run("setpriv", "--version");
    }

    /** A Chinese locale, and where it can be an ordinary user who may read all but owns nothing but the directory. */
    static Settings foreignHost(Path directory) {
        Map<String, String> locale = Map.of("LANG", "zh_CN.GBK", "LC_ALL", "zh_CN.GBK", "LANGUAGE", "zh_CN");
        if (!canBeAnother()) {
            return Settings.USUAL.with(locale);
        }
        Map<String, String> environment = new HashMap<>(locale);
        environment.putAll(Map.of("HOME", directory.toString(), "USER", "nobody"));
        Path programs = directory.resolve("programs");
        run("mkdir", programs.toString());
        Settings settings = new Settings(
                List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"),
                readableClassPath(programs), environment);
        run("chmod", "-R", "a+rX", directory.toString());
        run("chown", NOBODY + ":" + NOBODY, directory.toString());
        return settings;
    }

    /** The class path copied to where every user may read it; no service needs a browser's driver. */
    private static String readableClassPath(Path directory) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(one -> !one.contains("driver-bundle"))
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
