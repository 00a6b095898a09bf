package org.shutterline.server.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.server.settings.AllowedPrograms;
import org.shutterline.server.settings.Isolation;
import org.shutterline.server.settings.JobSettings;
import org.shutterline.server.station.Job;
import org.shutterline.server.station.JobShelf;

class JobReadingIT {
    private static final String GOOD = """
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

    @TempDir
    Path folder;

    @Test
    void readsToolsLimitsAndOutputs() throws Exception {
        Job job = read(GOOD);
        assertThat(job.name()).isEqualTo("plate");
        assertThat(job.tools().get(0).title()).isEqualTo("the light");
        assertThat(job.tools().get(0).limits().get("mean").low()).hasValue(40);
        assertThat(job.tools().get(0).whenNotFound()).isEqualTo(Verdict.UNKNOWN);
        assertThat(job.outputs().get(0).output().decimals()).isEqualTo(2);
    }

    @Test
    void givesTheSameContentTheSameVersionAndAnotherContentAnother() throws Exception {
        String version = read(GOOD).version();
        assertThat(read(GOOD).version()).isEqualTo(version);
        assertThat(read(GOOD.replace("40", "41")).version()).isNotEqualTo(version);
        Files.createDirectories(folder.resolve("plate"));
        Files.writeString(folder.resolve("plate/template.png"), "x");
        assertThat(read(GOOD).version()).isNotEqualTo(version);
    }

    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    tool: brightness    | tool: brightnes    | jobs/plate.yaml.tools[0].tool: no tool with the id 'brightnes', expected one of
                    id: light           | id: a light        | jobs/plate.yaml.tools[0].id: expected letters, digits, _ and -
                    low: 40             | low: 400           | jobs/plate.yaml.tools[0].limits.mean: low is 400.0 and high 220.0
                    low: 40             | lowest: 40         | jobs/plate.yaml.tools[0].limits.mean.lowest: no such setting
                    mean:               | average:           | jobs/plate.yaml.tools[0].limits.average: no such setting, expected one of
                    timeLimitMs: 50     | timeLimitMs: 0     | jobs/plate.yaml.tools[0].timeLimitMs: expected a whole number from 1 to 600000 ms
                    UNKNOWN             | MAYBE              | jobs/plate.yaml.tools[0].whenNotFound: expected NG or UNKNOWN, found 'MAYBE'
                    light.mean          | dark.mean          | jobs/plate.yaml.outputs[0].value: no tool with the id 'dark', expected one of light
                    light.mean          | light.median       | jobs/plate.yaml.outputs[0].value: tool light has no output 'median', expected one of mean
                    """)
    void namesThePlaceAndWhatWasExpected(String what, String instead, String message) {
        String wrong = GOOD.replace(what.trim(), instead.trim());
        assertThat(wrong).isNotEqualTo(GOOD);
        assertThatThrownBy(() -> read(wrong)).isInstanceOf(BadSetting.class).hasMessageStartingWith(message.trim());
    }

    @ParameterizedTest
    @ValueSource(strings = {"../settings", "/etc/passwd", "a/b", ".hidden", "", "nope", "CON\u0000"})
    void hasNoJobOutsideItsFolder(String name) throws IOException {
        Files.writeString(folder.resolve("settings.yaml"), GOOD);
        Path jobs = Files.createDirectories(folder.resolve("jobs"));
        JobStore shelf = Jobs.store(jobs);
        assertThatThrownBy(() -> shelf.read(name)).isInstanceOf(JobShelf.NoSuchJob.class);
    }

    @Test
    void namesJobsInOrderAndNothingElse() throws IOException {
        Path jobs = Files.createDirectories(folder.resolve("jobs"));
        for (String name : new String[] {"b.yaml", "a.yaml", "a.yaml.before", "notes.txt"}) {
            Files.writeString(jobs.resolve(name), GOOD);
        }
        assertThat(Jobs.store(jobs).names()).containsExactly("a", "b");
    }

    @Test
    void asksForAWorkerForAToolThatIsIsolated() throws Exception {
        Path jobs = Files.createDirectories(folder.resolve("jobs"));
        Files.writeString(jobs.resolve("a.yaml"), """
                tools:
                  - {id: one, tool: brightness, isolated: true, workerMemoryMb: 99, settings: {}}
                  - {id: two, tool: brightness}
                """);
        List<String> asked = new ArrayList<>();
        Isolation noting = (kind, settings, memoryMb) -> {
            asked.add(kind.id() + settings + memoryMb);
            return kind;
        };
        new JobStore(
                        jobs,
                        Jobs.tools(),
                        noting,
                        Clock.systemUTC(),
                        JobUse.NONE,
                        new JobSettings(5, AllowedPrograms.NONE))
                .read("a");
        assertThat(asked).containsExactly("brightness{}99");
    }

    @Test
    void refusesAWorkerForAToolThatTakesSomethingFromOthersAndNamesThePlace() {
        String isolated = withFormula("light.mean").replace("tool: formula,", "tool: formula, isolated: true,");
        assertThatThrownBy(() -> read(isolated))
                .isInstanceOf(BadSetting.class)
                .hasMessageStartingWith(
                        "jobs/plate.yaml.tools[1].isolated: expected false for a tool that takes something"
                                + " from other tools, here light.mean");
    }

    @Test
    void refusesAWorkerForAToolThatMeasuresInMmAndSaysWhatToDo() {
        String metric = """
                tools:
                  - {id: mm, tool: calibration, settings: {mmPerPx: 0.1}}
                  - {id: width, tool: blobs, isolated: true}
                """;
        assertThatThrownBy(() -> read(metric))
                .isInstanceOf(BadSetting.class)
                .hasMessageStartingWith(
                        "jobs/plate.yaml.tools[1].isolated: expected false for a tool that measures in mm: ")
                .hasMessageContaining("put it before the calibration");
        assertThatThrownBy(() -> read(metric.replace("calibration,", "calibration, isolated: true,")))
                .hasMessageStartingWith("jobs/plate.yaml.tools[0].isolated: expected false for a tool that calibrates");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    light.mean - dark.mean   | jobs/plate.yaml.tools[1].settings: expected the id of an earlier tool, one of light, found 'dark'
                    light.mean - light.grey  | jobs/plate.yaml.tools[1].settings: tool light has no output 'grey', expected one of mean
                    light.mean -             | jobs/plate.yaml.tools[1].settings.expression: at character 13: expected a number
                    """)
    void refusesAToolThatTakesWhatIsNotThere(String formula, String message) {
        assertThatThrownBy(() -> read(withFormula(formula)))
                .isInstanceOf(BadSetting.class)
                .hasMessageStartingWith(message.trim());
    }

    @Test
    void letsAToolTakeFromEarlierOnes() throws Exception {
        assertThat(read(withFormula("light.mean * 2")).tools()).hasSize(2);
    }

    private static String withFormula(String formula) {
        String sum = "  - {id: sum, tool: formula, settings: {expression: '" + formula.trim() + "'}}\n";
        return GOOD.replace("outputs:", sum + "outputs:");
    }

    private Job read(String yaml) throws IOException, JobShelf.NoSuchJob {
        Path jobs = Files.createDirectories(folder.resolve("jobs"));
        Files.writeString(jobs.resolve("plate.yaml"), yaml);
        if (Files.isDirectory(folder.resolve("plate"))) {
            Files.createDirectories(jobs.resolve("plate"));
            Files.writeString(jobs.resolve("plate/template.png"), "x");
        }
        return Jobs.store(jobs).read("plate");
    }
}
