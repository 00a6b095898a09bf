package org.shutterline.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.server.jobs.Labelled;
import org.shutterline.server.monitor.HistoryView;
import org.shutterline.server.statistics.Counts;
import org.shutterline.server.statistics.Report;

/** A person who knows better than a job says so of a part: what the job said stays, and what the person said stands beside it. */
class FalseCallIT {
    @TempDir
    Path data;

    /** Station 1 calls every part bad, station 2 none. */
    @BeforeEach
    void fill() throws Exception {
        Files.createDirectories(data.resolve("jobs"));
        Files.writeString(
                data.resolve("jobs/strict.yaml"), "tools: [{id: light, tool: brightness, limits: {mean: {low: 250}}}]");
        Files.writeString(
                data.resolve("jobs/mild.yaml"), "tools: [{id: light, tool: brightness, limits: {mean: {low: 1}}}]");
        Files.writeString(data.resolve("settings.yaml"), """
                listeners: [{dialect: plain, port: 0}]
                stations:
                  - {number: 1, job: strict, deadlineMs: 20000, camera: {driver: simulated}}
                  - {number: 2, job: mild, deadlineMs: 20000, camera: {driver: simulated}}
                """);
    }

    @Test
    void theVerdictStaysTheStatisticsShowBothAndThePictureJoinsTheLabelledSet() throws Exception {
        try (AtTheWindow window = new AtTheWindow(new Wishes(data, Optional.empty(), false, Optional.of(0), false));
                LineTalk plc = new LineTalk(window.server)) {
            long bad = judged(plc, "T1");
            judged(plc, "T1");
            long good = judged(plc, "T2");
            says(window, bad, Verdict.OK);
            HistoryView view = says(window, good, Verdict.NG);
            assertThat(view.said()).isEqualTo(Map.of(bad, Verdict.OK, good, Verdict.NG));
            assertThat(view.falseNg()).isEqualTo(1);
            assertThat(view.falseOk()).isEqualTo(1);

            assertThat(verdict(window, bad)).isEqualTo(Verdict.NG);
            assertThat(verdict(window, good)).isEqualTo(Verdict.OK);
            assertThat(view.rows())
                    .extracting(InspectionResult::verdict)
                    .containsExactly(Verdict.OK, Verdict.NG, Verdict.NG);
            Report report = window.report(now -> now.marked() == 2);
            assertThat(report.judged()).isEqualTo(new Counts(1, 2, 0));
            assertThat(report.corrected()).isEqualTo(new Counts(1, 2, 0));
            assertThat(report.falseRejects()).isEqualTo(1);
            assertThat(report.escapes()).isEqualTo(1);
            labelled(window, "strict", bad, true);
            labelled(window, "mild", good, false);

            takesBack(window, good);
            report = window.report(now -> now.marked() == 1);
            assertThat(report.judged()).isEqualTo(new Counts(1, 2, 0));
            assertThat(report.corrected()).isEqualTo(new Counts(2, 1, 0));
            assertThat(window.server.jobs().labelled("mild")).isEmpty();
        }
    }

    @Test
    void aPersonMaySayOtherwiseLaterAndTheLastWordCounts() throws Exception {
        try (AtTheWindow window = new AtTheWindow(new Wishes(data, Optional.empty(), false, Optional.of(0), false));
                LineTalk plc = new LineTalk(window.server)) {
            long bad = judged(plc, "T1");
            says(window, bad, Verdict.OK);
            says(window, bad, Verdict.NG);

            labelled(window, "strict", bad, false);
            Report report = window.report(now -> now.marked() == 1 && now.falseRejects() == 0);
            assertThat(report.corrected()).isEqualTo(report.judged());
        }
    }

    private static long judged(LineTalk plc, String trigger) throws Exception {
        return Long.parseLong(plc.fields(trigger).get(2));
    }

    private static HistoryView says(AtTheWindow window, long id, Verdict verdict) {
        window.finds(id);
        window.actions().sayOfFound(Optional.of(verdict));
        HistoryView view = window.history(
                now -> now.said().get(id) == verdict && now.done().isPresent());
        assertThat(view.done()).contains(new HistoryView.Done("said", Optional.empty()));
        return view;
    }

    private static void takesBack(AtTheWindow window, long id) {
        window.finds(id);
        window.actions().sayOfFound(Optional.empty());
        window.history(now -> !now.said().containsKey(id));
    }

    private static Verdict verdict(AtTheWindow window, long id) {
        return window.server.archive().find(id).orElseThrow().verdict();
    }

    private static void labelled(AtTheWindow window, String job, long id, boolean good) throws Exception {
        List<Labelled> all = window.server.jobs().labelled(job);
        assertThat(all).hasSize(1);
        assertThat(all.get(0).id()).isEqualTo(id);
        assertThat(all.get(0).good()).isEqualTo(good);
        assertThat(ImageIO.read(all.get(0).picture().toFile()).getWidth()).isEqualTo(1280);
    }
}
