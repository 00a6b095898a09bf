package org.shutterline.server.jobs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Catalog;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.server.settings.Isolation;
import org.shutterline.server.spi.InspectionToolFactory;
import org.shutterline.server.station.Job;
import org.shutterline.server.station.SetUp;
import org.shutterline.server.station.ToolStep;

/**
 * Sets a job up that is brought, before anything of it is kept: only its tools know whether they can use its files. Models are
 * opened in a process of their own, since they are somebody else's; programs are not started.
 */
final class Rehearsal {
    private static final int WORKER_MEMORY_MB = 256;

    private final Catalog<InspectionToolFactory> tools;
    private final Isolation isolation;

    Rehearsal(Catalog<InspectionToolFactory> tools, Isolation isolation) {
        this.tools = tools;
        this.isolation = isolation;
    }

    /** @throws JobRefused naming the tool's setting, the file and what was expected */
    void of(JobPackage brought) throws JobRefused, IOException {
        Path scratch = Files.createTempDirectory("brought");
        try {
            Job job = brought.job(tools, (wanted, place) -> unpacked(brought, scratch, wanted, place), isolation);
            SetUp.USUAL.attempt(new Job(job.name(), job.version(), harmless(job), List.of(), job.files()));
        } catch (BadSetting unusable) {
            throw new JobRefused(unusable);
        } finally {
            new Disk().deleteTree(scratch);
        }
    }

    private List<ToolStep> harmless(Job job) {
        List<ToolStep> steps = new ArrayList<>();
        for (ToolStep step : job.tools()) {
            if (step.factory().programs().isEmpty()) {
                steps.add(opensModel(step) ? step.madeBy(apart(step)) : step);
            }
        }
        return steps;
    }

    private static boolean opensModel(ToolStep step) {
        return step.factory().settings().stream()
                .filter(setting -> setting.shape().equals(new Setting.FileName(Setting.Content.MODEL)))
                .anyMatch(setting -> step.options().written(setting).isPresent());
    }

    private InspectionToolFactory apart(ToolStep step) {
        return isolation.isolated(step.factory(), step.options().written(), WORKER_MEMORY_MB);
    }

    private static Path unpacked(JobPackage brought, Path scratch, String wanted, String place) {
        JobFile file = brought.content().files().get(wanted);
        if (file == null) {
            throw new BadSetting(place, "no file '" + Visible.of(wanted) + "' in it, expected every file of the job");
        }
        Path put = scratch.resolve(wanted);
        if (!Files.exists(put)) {
            try (InputStream content = file.open()) {
                Files.copy(content, put);
            } catch (IOException failed) {
                throw new BadSetting(place, "the file '" + wanted + "' cannot be put aside: " + failed.getMessage());
            }
        }
        return put;
    }
}
