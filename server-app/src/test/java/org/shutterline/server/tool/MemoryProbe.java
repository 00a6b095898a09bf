package org.shutterline.server.tool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.TestScene;

/** A program that runs tools many times each, and prints for each by how many KB the process grew meanwhile. */
final class MemoryProbe {
    static final Path STATUS = Path.of("/proc/self/status");

    private MemoryProbe() {}

    /** @param args a folder for files, how many runs, and the tools: {@code demo <id>}, {@code gauge <name>} or {@code taught <name>} */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        int runs = Integer.parseInt(args[1]);
        try (DemoJob job = new DemoJob();
                Gauges gauges = new Gauges();
                TestScene scene = Plates.first(Map.of())) {
            TaughtTools taught = new TaughtTools(folder, scene);
            for (String name : List.of(args).subList(2, args.length)) {
                String[] of = name.split(" ", 2);
                InspectionTool tool = switch (of[0]) {
                    case "demo" -> job.tool(of[1]);
                    case "gauge" -> gauges.tool(of[1]);
                    default -> taught.tool(of[1]);
                };
                run(tool, scene, runs / 4);
                long before = residentKb();
                run(tool, scene, runs);
                System.out.println(name + "=" + (residentKb() - before));
            }
        }
    }

    private static void run(InspectionTool tool, TestScene scene, int runs) throws Exception {
        for (int i = 0; i < runs; i++) {
            if (tool.inspect(scene).missing().isPresent()) {
                throw new IllegalStateException("nothing found");
            }
        }
    }

    private static long residentKb() throws IOException {
        System.gc();
        return Files.readAllLines(STATUS).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }
}
