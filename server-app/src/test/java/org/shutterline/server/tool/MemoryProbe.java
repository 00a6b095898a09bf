package org.shutterline.server.tool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.TestScene;

/** A program that runs one tool of the demo job, or of the gauges, many times and prints by how many KB the process grew meanwhile. */
final class MemoryProbe {
    static final Path STATUS = Path.of("/proc/self/status");

    private MemoryProbe() {}

    /** @param args the tool's id, and how many runs */
    public static void main(String[] args) throws Exception {
        int runs = Integer.parseInt(args[1]);
        try (DemoJob job = new DemoJob();
                Gauges gauges = new Gauges();
                TestScene scene = Plates.first(Map.of())) {
            InspectionTool tool = args[0].startsWith("gauge ") ? gauges.tool(args[0].substring(6)) : job.tool(args[0]);
            run(tool, scene, runs / 4);
            long before = residentKb();
            run(tool, scene, runs);
            System.out.println(residentKb() - before);
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
