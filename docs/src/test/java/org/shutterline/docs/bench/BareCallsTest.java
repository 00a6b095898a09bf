package org.shutterline.docs.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.Vision;

/** A baseline that does less than it says would make the station look bad, and one that does more would flatter it. */
class BareCallsTest {
    @TempDir
    Path data;

    @ParameterizedTest
    @EnumSource(PlateJob.class)
    void answersWhatTheToolsOfTheJobAnswer(PlateJob job) throws Exception {
        Vision.load();
        DemoJobs.copy(data);
        Path jobs = data.resolve("jobs");
        job.write(jobs);
        Map<String, InspectionTool> tools = BareJob.tools(jobs, job);
        BareCalls calls = new BareCalls(jobs, job);
        for (ByteBuffer plate : StillCameraFactory.plates(job.widthPx(), job.heightPx())) {
            Mat grey = new Mat(job.heightPx(), job.widthPx(), CvType.CV_8UC1, plate);
            sameHole(tools.get("holeA"), calls.holeA(grey), grey);
            sameHole(tools.get("holeB"), calls.holeB(grey), grey);
            sameHole(tools.get("holes"), calls.holes(grey), grey);
            assertThat(calls.scratch(grey).count()).isEqualTo((int) number(tools.get("scratch"), grey, "count"));
            assertThat(calls.width(grey)).isCloseTo(number(tools.get("width"), grey, "distance"), within(0.1));
            assertThat(calls.light(grey)[0]).isEqualTo(number(tools.get("light"), grey, "mean"));
            assertThat(calls.label(grey)).isCloseTo(number(tools.get("label"), grey, "score"), within(0.15));
            assertThat(calls.code(grey))
                    .isEqualTo(values(tools.get("code"), grey).getOrDefault("text", ""));
            grey.release();
        }
        for (InspectionTool tool : tools.values()) {
            tool.close();
        }
    }

    /** Some plates lack a hole. */
    private static void sameHole(InspectionTool tool, BarePatches found, Mat grey) throws Exception {
        assertThat(found.count()).isEqualTo((int) number(tool, grey, "count"));
        assertThat(found.diameterPx()).isCloseTo(number(tool, grey, "diameter"), within(1e-6));
        assertThat(found.roundness()).isCloseTo(number(tool, grey, "roundness"), within(1e-6));
    }

    /** 0 if nothing was found. */
    private static double number(InspectionTool tool, Mat grey, String output) throws Exception {
        return (double) values(tool, grey).getOrDefault(output, 0.0);
    }

    private static Map<String, Object> values(InspectionTool tool, Mat grey) throws Exception {
        return tool.inspect(new BareJob.PlainScene(grey)).values();
    }
}
