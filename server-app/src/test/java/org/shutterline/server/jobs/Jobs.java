package org.shutterline.server.jobs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.shutterline.protocol.plugin.Catalog;
import org.shutterline.server.settings.AllowedPrograms;
import org.shutterline.server.settings.Isolation;
import org.shutterline.server.settings.JobSettings;
import org.shutterline.server.settings.Plugins;
import org.shutterline.server.settings.YamlFile;
import org.shutterline.server.spi.InspectionToolFactory;

/** Jobs to test with. */
final class Jobs {
    static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
    static final String LIGHT = """
            tools:
              - id: light
                tool: brightness
                title: the light
                limits: {mean: {low: 40, high: 220}}
                whenNotFound: UNKNOWN
                timeLimitMs: 50
            outputs:
              - {name: grey, value: light.mean, decimals: 2}
            """;

    private Jobs() {}

    static Catalog<InspectionToolFactory> tools() {
        return Plugins.installed().tools();
    }

    static JobStore store(Path jobs) {
        return store(jobs, new Disk());
    }

    static JobStore store(Path jobs, Disk disk) {
        return new JobStore(
                jobs,
                tools(),
                Isolation.NONE,
                Clock.fixed(NOW, ZoneOffset.UTC),
                JobUse.NONE,
                new JobSettings(50, AllowedPrograms.NONE),
                disk);
    }

    static Map<String, Object> tree(String yaml) {
        return YamlFile.parse(yaml.getBytes(StandardCharsets.UTF_8), "test");
    }

    /** A job that is as good as any other, told by its upper limit. */
    static JobContent light(String name, int high) {
        return JobContent.of(name, tree(LIGHT.replace("220", Integer.toString(high))), Map.of());
    }

    static JobFile file(String content) {
        return JobFile.of(content.getBytes(StandardCharsets.UTF_8));
    }

    /** All that lies under a folder: paths and what is in the files. */
    static Map<String, String> everything(Path folder) throws IOException {
        Map<String, String> all = new TreeMap<>();
        if (!Files.exists(folder)) {
            return all;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.toList()) {
                boolean file = Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
                all.put(
                        folder.relativize(path).toString(),
                        file ? JobFile.at(path).sha256() : "folder");
            }
        }
        return all;
    }
}
