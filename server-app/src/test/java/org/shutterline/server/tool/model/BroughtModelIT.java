package org.shutterline.server.tool.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shutterline.protocol.plugin.Catalog;
import org.shutterline.server.jobs.Clash;
import org.shutterline.server.jobs.JobContent;
import org.shutterline.server.jobs.JobFile;
import org.shutterline.server.jobs.JobRefused;
import org.shutterline.server.jobs.JobStore;
import org.shutterline.server.jobs.JobUse;
import org.shutterline.server.jobs.Origin;
import org.shutterline.server.settings.AllowedPrograms;
import org.shutterline.server.settings.Isolation;
import org.shutterline.server.settings.JobSettings;
import org.shutterline.server.spi.InspectionToolFactory;

/** A model that comes with a job is opened and run before anything of the job is kept. */
class BroughtModelIT {
    @TempDir
    Path folder;

    private final List<String> apart = new ArrayList<>();

    @Test
    void oneThatNoToolCanUseIsRefusedByNameAndNothingIsWritten() throws Exception {
        Graph two = new Graph().input("a", Graph.FLOAT, 1, 1, 4, 4).input("b", Graph.FLOAT, 1, 1, 4, 4);
        refuses(two.node("Add", List.of("a", "b"), "y").output("y", 1, 1, 4, 4), "has 2 inputs (a, b)");
        Graph unknown = new Graph().input("x", Graph.FLOAT, 1, 1, 4, 4);
        refuses(unknown.node("Conjure", List.of("x"), "y").output("y", 1, 1, 4, 4), "Conjure");
    }

    private void refuses(Graph graph, String why) throws Exception {
        Path file = exported(graph.model());
        assertThatThrownBy(() -> here().bring(file, Clash.FREE_NAME))
                .isInstanceOf(JobRefused.class)
                .hasMessageStartingWith("sorted.shutterjob, job.yaml.tools[0].settings.model: the model net.bin ")
                .hasMessageContaining(why);
        assertThat(here().names()).isEmpty();
        assertThat(folder.resolve("here/jobs/sorted")).doesNotExist();
        assertThat(folder.resolve("here/jobs/.versions/sorted")).doesNotExist();
    }

    @Test
    void oneThatCanBeUsedIsOpenedInAProcessOfItsOwn() throws Exception {
        Path file = exported(TestModels.means(1, true, Graph.FLOAT));
        assertThat(here().bring(file, Clash.FREE_NAME).name()).isEqualTo("sorted");
        assertThat(apart).containsExactly("anomaly");
    }

    private Path exported(byte[] model) throws Exception {
        Map<String, Object> strange =
                Map.of("id", "strange", "tool", "anomaly", "settings", Map.of("model", "net.bin"));
        Map<String, Object> light = Map.of("id", "light", "tool", "brightness");
        JobContent job =
                JobContent.of("sorted", Map.of("tools", List.of(strange, light)), Map.of("net.bin", JobFile.of(model)));
        JobStore there = store(folder.resolve("there/jobs"), Isolation.NONE);
        there.save(job, Origin.window(""));
        Path file = folder.resolve("sorted.shutterjob");
        there.export("sorted", file);
        return file;
    }

    /** It only notes which tools would have a process of their own. */
    private JobStore here() throws Exception {
        return store(Files.createDirectories(folder.resolve("here/jobs")), (kind, settings, memoryMb) -> {
            apart.add(kind.id());
            return kind;
        });
    }

    private static JobStore store(Path jobs, Isolation isolation) {
        return new JobStore(
                jobs,
                Catalog.installed("tool", InspectionToolFactory.class),
                isolation,
                Clock.systemUTC(),
                JobUse.NONE,
                new JobSettings(50, AllowedPrograms.NONE));
    }
}
