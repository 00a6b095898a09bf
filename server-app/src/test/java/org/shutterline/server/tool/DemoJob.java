package org.shutterline.server.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.shutterline.protocol.plugin.Catalog;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.spi.Finding;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.InspectionToolFactory;
import org.shutterline.server.spi.Scene;
import org.shutterline.server.spi.ToolException;

/** The demo job's tools with its limits, judged in the plainest way. */
public final class DemoJob implements AutoCloseable {
    private static final String FOLDER = "/org/shutterline/server/demo/jobs/";

    private final Map<String, InspectionTool> tools = new LinkedHashMap<>();
    private final Map<String, JsonNode> limits = new LinkedHashMap<>();
    private final Map<String, Long> nanos = new TreeMap<>();

    DemoJob() {
        ObjectMapper mapper = new ObjectMapper(new YAMLFactory());
        try (InputStream in = DemoJob.class.getResourceAsStream(FOLDER + "plate-A.yaml")) {
            for (JsonNode tool : mapper.readTree(in).get("tools")) {
                add(tool, mapper);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(JsonNode node, ObjectMapper mapper) {
        InspectionToolFactory factory = Catalog.installed("tool", InspectionToolFactory.class)
                .find(node.get("tool").asText(), "plate-A.yaml");
        Map<String, Object> raw = new LinkedHashMap<>();
        node.get("settings")
                .properties()
                .forEach(entry -> raw.put(entry.getKey(), mapper.convertValue(entry.getValue(), Object.class)));
        String id = node.get("id").asText();
        tools.put(
                id,
                factory.create(
                        Options.checked("plate-A.yaml, " + id, raw, factory.settings()), (name, place) -> file(name)));
        limits.put(id, node.get("limits"));
    }

    /** A copy of one of the job's files, since the program may be packed. */
    public static Path file(String name) {
        try {
            Path copy = Files.createTempFile("demo", name);
            copy.toFile().deleteOnExit();
            return copy("plate-A/" + name, copy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param name under the demo's folder */
    static Path copy(String name, Path to) throws IOException {
        try (InputStream in = DemoJob.class.getResourceAsStream(FOLDER + name)) {
            Files.copy(in, to, StandardCopyOption.REPLACE_EXISTING);
            return to;
        }
    }

    /** The job with its files, as a folder of jobs has it. */
    static void copyAll(Path jobs) throws IOException {
        Files.createDirectories(jobs.resolve("plate-A"));
        copy("plate-A.yaml", jobs.resolve("plate-A.yaml"));
        copy("plate-A/print.png", jobs.resolve("plate-A/print.png"));
    }

    InspectionTool tool(String id) {
        return tools.get(id);
    }

    /** Why the part is not good, by tool; empty if it is. */
    Map<String, String> complaints(Scene scene) throws ToolException {
        Map<String, String> complaints = new LinkedHashMap<>();
        for (Map.Entry<String, InspectionTool> tool : tools.entrySet()) {
            long began = System.nanoTime();
            Finding finding = tool.getValue().inspect(scene);
            nanos.merge(tool.getKey(), System.nanoTime() - began, Long::sum);
            finding.missing().or(finding::wrong).ifPresent(why -> complaints.put(tool.getKey(), why));
            limits.get(tool.getKey()).properties().forEach(limit -> {
                Object value = finding.values().get(limit.getKey());
                if (value instanceof Double number
                        && (number < limit.getValue().get("low").asDouble()
                                || number > limit.getValue().get("high").asDouble())) {
                    complaints.put(tool.getKey(), limit.getKey() + " " + number);
                }
            });
        }
        return complaints;
    }

    /** How long each tool took in all. */
    Map<String, Long> nanos() {
        return nanos;
    }

    @Override
    public void close() {
        tools.values().forEach(InspectionTool::close);
    }
}
