package ledger.api.bench;

import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is measured on. */
final class Machine {

    private Machine() {}

    /** How many wanted to run in the last minute, this process among them: far above the cores, figures mean little. */
    static double loadAverage() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    /** @param database settings of the database */
    static Map<String, Object> conditions(Map<String, String> database) {
        Map<String, Object> conditions = new LinkedHashMap<>();
        conditions.put("cores", Runtime.getRuntime().availableProcessors());
        conditions.put("heapMiB", Runtime.getRuntime().maxMemory() >> 20);
        conditions.put("jdk", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
        conditions.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                + System.getProperty("os.arch"));
        conditions.put("postgres", database);
        return conditions;
    }
}
