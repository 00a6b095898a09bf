package org.shutterline.server.watch;

import java.lang.management.ManagementFactory;
import java.util.Set;
import java.util.TreeMap;

/** The system and the Java on which this process runs, as text. */
final class ThisSystem {
    private static final Set<String> TOLD = Set.of(
            "java.vendor",
            "java.version",
            "java.vm.name",
            "os.name",
            "os.version",
            "os.arch",
            "user.timezone",
            "file.encoding",
            "user.language",
            "java.io.tmpdir",
            "java.class.path");

    private ThisSystem() {}

    static String text() {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(System.getProperties()).forEach((key, value) -> {
            if (TOLD.contains(String.valueOf(key))) {
                text.append(key).append(": ").append(value).append('\n');
            }
        });
        Runtime runtime = Runtime.getRuntime();
        text.append("processors: ").append(runtime.availableProcessors()).append('\n');
        text.append("heap bytes: ").append(runtime.totalMemory() - runtime.freeMemory());
        text.append(" of ").append(runtime.maxMemory()).append('\n');
        text.append("arguments: ")
                .append(ManagementFactory.getRuntimeMXBean().getInputArguments())
                .append('\n');
        return text.toString();
    }
}
