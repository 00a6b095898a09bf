package org.shutterline.server.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shutterline.protocol.plugin.Catalog;
import org.shutterline.server.jobs.JobContent;
import org.shutterline.server.settings.Isolation;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.InspectionToolFactory;
import org.shutterline.server.station.Job;
import org.shutterline.server.station.ToolStep;

class DemoJobTest {
    @TempDir
    Path folder;

    @Test
    void isAJobThatAStationCanUse() throws Exception {
        DemoJob.copyAll(folder);
        Job job = JobContent.read(folder, "plate-A")
                .toJob(Catalog.installed("tool", InspectionToolFactory.class), Isolation.NONE);
        assertThat(job.tools()).hasSize(8);
        assertThat(job.outputs()).hasSize(4);
        for (ToolStep step : job.tools()) {
            try (InspectionTool tool = step.factory().create(step.options(), job.files())) {
                assertThat(tool).isNotNull();
            }
        }
    }
}
