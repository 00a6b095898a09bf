package org.shutterline.server.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.server.settings.AllowedPrograms;
import org.shutterline.server.settings.Isolation;
import org.shutterline.server.settings.JobSettings;
import org.shutterline.server.station.JobShelf;

class JobStoreIT {
    private static final Origin BY_WINDOW = Origin.window("a note");

    @TempDir
    Path folder;

    private Path jobs;
    private JobStore store;

    @BeforeEach
    void open() {
        jobs = folder.resolve("jobs");
        store = Jobs.store(jobs);
    }

    @Test
    void keepsEveryContentAsAVersionThatSaysWhereItCameFrom() throws Exception {
        store.save(Jobs.light("plate", 200), BY_WINDOW);
        store.save(Jobs.light("plate", 210), Origin.wire("PLC 3", ""));
        assertThat(store.versions("plate"))
                .containsExactly(
                        new JobVersionEntry(1, Jobs.light("x", 200).id(), Jobs.NOW, BY_WINDOW),
                        new JobVersionEntry(2, Jobs.light("x", 210).id(), Jobs.NOW, Origin.wire("PLC 3", "")));
        assertThat(store.content("plate")).isEqualTo(Jobs.light("plate", 210));
        assertThat(store.content("plate", 1)).isEqualTo(Jobs.light("plate", 200));
        assertThat(store.read("plate").version())
                .isEqualTo(Jobs.light("plate", 210).id());
        assertThat(store.read("plate", Jobs.light("x", 200).id()).version())
                .isEqualTo(Jobs.light("x", 200).id());
    }

    @Test
    void makesNoVersionOfASaveThatChangesNothing() throws Exception {
        JobVersionEntry first = store.save(Jobs.light("plate", 200), BY_WINDOW);
        assertThat(store.save(Jobs.light("plate", 200), BY_WINDOW)).isEqualTo(first);
        assertThat(store.save(store.content("plate"), BY_WINDOW)).isEqualTo(first);
        assertThat(store.versions("plate")).hasSize(1);
    }

    @Test
    void goesBackInOneStepToTheVersionItself() throws Exception {
        store.save(Jobs.light("plate", 200).withFile("a.png", Jobs.file("a")), BY_WINDOW);
        store.save(Jobs.light("plate", 210), BY_WINDOW);
        JobVersionEntry back = store.goBack("plate", 1, BY_WINDOW);
        assertThat(back.number()).isEqualTo(1);
        assertThat(numbers()).containsExactly(2, 1);
        assertThat(jobs.resolve("plate/a.png")).hasContent("a");
        assertThat(store.content("plate")).isEqualTo(store.content("plate", 1));
        assertThat(store.save(Jobs.light("plate", 220), BY_WINDOW).number()).isEqualTo(3);
        assertThat(numbers()).containsExactly(1, 2, 3);
    }

    @Test
    void theSameContentIsTheSameVersionWhoeverBringsItBack() throws Exception {
        store.save(Jobs.light("plate", 220), BY_WINDOW);
        for (int i = 0; i < 10; i++) {
            store.save(Jobs.light("plate", 210 + i % 3), Origin.wire("PLC", ""));
        }
        assertThat(numbers()).containsExactly(1, 3, 4, 2);
        assertThat(store.present("plate").orElseThrow().by().way()).isEqualTo(Origin.Way.WIRE);
        assertThat(store.fromWire("plate")).contains(Jobs.light("plate", 210));

        Files.writeString(jobs.resolve("plate.yaml"), Jobs.LIGHT);
        assertThat(store.read("plate").version()).isEqualTo(Jobs.light("x", 220).id());
        assertThat(numbers()).containsExactly(2, 3, 4, 1);
        assertThat(store.present("plate").orElseThrow())
                .isEqualTo(new PresentVersion(
                        new JobVersionEntry(1, Jobs.light("x", 220).id(), Jobs.NOW, BY_WINDOW),
                        Origin.file(),
                        Jobs.NOW));
        assertThat(store.fromWire("plate")).contains(Jobs.light("plate", 210));
        assertThat(Jobs.store(jobs).versions("plate")).isEqualTo(store.versions("plate"));
    }

    @Test
    void aWindowsVersionThatTheWireBringsBackIsTheOneOfTheWire() throws Exception {
        store.save(Jobs.light("plate", 200), BY_WINDOW);
        store.save(Jobs.light("plate", 210), Origin.wire("PLC", ""));
        store.save(Jobs.light("plate", 200), Origin.wire("PLC", ""));
        assertThat(store.fromWire("plate")).contains(Jobs.light("plate", 200));
        store.save(Jobs.light("plate", 220), BY_WINDOW);
        store.save(Jobs.light("plate", 220), Origin.wire("PLC", ""));
        assertThat(store.present("plate").orElseThrow().by().way()).isEqualTo(Origin.Way.WIRE);
        assertThat(store.fromWire("plate")).contains(Jobs.light("plate", 220));
    }

    @Test
    void saysWhoBroughtAnEarlierVersionBackAndWhenAndWhatFor() throws Exception {
        store.save(Jobs.light("plate", 200), Origin.wire("PLC", ""));
        assertThat(store.present("plate").orElseThrow().isChosenAgain()).isFalse();
        store.save(Jobs.light("plate", 210), BY_WINDOW);
        Instant later = Jobs.NOW.plusSeconds(60);
        JobStore today = new JobStore(
                jobs,
                Jobs.tools(),
                Isolation.NONE,
                Clock.fixed(later, ZoneOffset.UTC),
                JobUse.NONE,
                new JobSettings(50, AllowedPrograms.NONE));
        JobVersionEntry first = today.goBack("plate", 1, Origin.window("back to 1"));

        PresentVersion present = store.present("plate").orElseThrow();
        assertThat(present).isEqualTo(new PresentVersion(first, Origin.window("back to 1"), later));
        assertThat(present.isChosenAgain()).isTrue();
        assertThat(first.origin()).isEqualTo(Origin.wire("PLC", ""));
    }

    @Test
    void aVersionThatWasSpoiltIsNotBroughtBack() throws Exception {
        store.save(Jobs.light("plate", 200), BY_WINDOW);
        store.save(Jobs.light("plate", 210), BY_WINDOW);
        Files.writeString(jobs.resolve(".versions/plate/000001/job.yaml"), "tools: []");
        assertThat(store.save(Jobs.light("plate", 200), BY_WINDOW).number()).isEqualTo(3);
        assertThat(store.content("plate")).isEqualTo(Jobs.light("plate", 200));
    }

    @Test
    void readsWhatAnEarlierProgramKept() throws Exception {
        store.save(Jobs.light("plate", 200), BY_WINDOW);
        store.save(Jobs.light("plate", 210), Origin.wire("PLC", ""));
        Path head = jobs.resolve(".versions/plate/head.json");
        Files.writeString(head, "{\"number\":2,\"present\":1,\"by\":\"WINDOW\",\"wire\":2,\"task\":\"NOTHING\"}");
        Files.writeString(jobs.resolve("plate.yaml"), Jobs.LIGHT.replace("220", "200"));
        assertThat(store.present("plate").orElseThrow())
                .isEqualTo(new PresentVersion(store.versions("plate").get(1), Origin.window(""), Jobs.NOW));

        Files.writeString(jobs.resolve("plate.yaml"), Jobs.LIGHT.replace("220", "210"));
        Files.writeString(head, "{\"number\":2,\"task\":\"NOTHING\"}");
        assertThat(store.present("plate").orElseThrow().by()).isEqualTo(Origin.wire("PLC", ""));
        assertThat(store.fromWire("plate")).contains(Jobs.light("plate", 210));
        assertThat(numbers()).containsExactly(1, 2);
    }

    private List<Integer> numbers() throws JobShelf.NoSuchJob {
        return store.versions("plate").stream().map(JobVersionEntry::number).toList();
    }

    @Test
    void takesAnEditByHandInAsAVersionAndLeavesTheFileAsItIs() throws Exception {
        Files.createDirectories(jobs);
        Files.writeString(jobs.resolve("plate.yaml"), "# by hand\n" + Jobs.LIGHT);
        assertThat(store.read("plate").version()).isEqualTo(Jobs.light("x", 220).id());
        Files.writeString(jobs.resolve("plate.yaml"), "# a remark is no other content\n" + Jobs.LIGHT);
        store.read("plate");
        assertThat(store.versions("plate"))
                .extracting(entry -> entry.origin().way())
                .containsExactly(Origin.Way.FILE);
        assertThat(jobs.resolve("plate.yaml")).content().startsWith("# a remark");
        Files.createDirectories(jobs.resolve("plate"));
        Files.writeString(jobs.resolve("plate/a.png"), "a");
        assertThat(store.read("plate").files().find("a.png", "")).hasContent("a");
        assertThat(store.versions("plate")).hasSize(2);
    }

    @Test
    void givesAJobWhoseFilesDoNotChangeUnderIt() throws Exception {
        store.save(Jobs.light("plate", 200).withFile("a.png", Jobs.file("old")), BY_WINDOW);
        Path file = store.read("plate").files().find("a.png", "");
        store.save(Jobs.light("plate", 200).withFile("a.png", Jobs.file("new")), BY_WINDOW);
        Files.writeString(jobs.resolve("plate/a.png"), "by hand");
        assertThat(file).hasContent("old");
    }

    @Test
    void keepsAnUnusableEditByHandForTheEditorAndMakesNoVersionOfIt() throws Exception {
        store.save(Jobs.light("plate", 200), BY_WINDOW);
        Files.writeString(jobs.resolve("plate.yaml"), Jobs.LIGHT.replace("brightness", "brightnes"));
        assertThat(store.content("plate").tree().toString()).contains("brightnes");
        assertThatThrownBy(() -> store.read("plate"))
                .isInstanceOf(BadSetting.class)
                .hasMessageStartingWith("jobs/plate.yaml.tools[0].tool: no tool with the id 'brightnes'");
        assertThat(store.versions("plate")).hasSize(1);
        store.save(Jobs.light("plate", 200), BY_WINDOW);
        assertThat(store.read("plate").version()).isEqualTo(Jobs.light("x", 200).id());
    }

    @Test
    void refusesWhatNoStationCouldUseBeforeAnythingIsWritten() {
        JobContent wrong = JobContent.of("plate", Jobs.tree(Jobs.LIGHT.replace("low: 40", "low: 400")), Map.of());
        assertThatThrownBy(() -> store.save(wrong, BY_WINDOW))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("limits.mean: low is 400.0 and high 220.0");
        assertThat(jobs).doesNotExist();
    }

    @Test
    void refusesAChangeOfWhatSomebodyElseSavedMeanwhile() throws Exception {
        String seen = store.save(Jobs.light("plate", 200), BY_WINDOW).id();
        store.save(Jobs.light("plate", 210), Origin.wire("PLC", ""));
        assertThatThrownBy(() -> store.save(Jobs.light("plate", 205), seen, BY_WINDOW))
                .isInstanceOf(JobRefused.class)
                .hasMessageContaining("was changed by somebody else");
    }

    @Test
    void copiesAndRenamesWithVersionsAndLabelledPictures() throws Exception {
        store.save(Jobs.light("plate", 200), BY_WINDOW);
        store.save(Jobs.light("plate", 210).withFile("a.png", Jobs.file("a")), BY_WINDOW);
        store.label("plate", 5, false, Files.writeString(folder.resolve("x"), "picture"));
        store.copy("plate", "copy", BY_WINDOW);
        store.rename("plate", "renamed");
        assertThat(store.names()).containsExactly("copy", "renamed");
        assertThat(store.versions("copy")).hasSize(1);
        assertThat(store.versions("renamed")).hasSize(2);
        assertThat(store.labelled("renamed")).hasSize(1);
        assertThat(store.read("copy").version()).isEqualTo(store.read("renamed").version());
        assertThat(store.read("copy").files().find("a.png", "")).hasContent("a");
    }

    @Test
    void findsAContentByItsVersionWhateverItsJobIsCalledNow() throws Exception {
        String first = store.save(Jobs.light("plate", 200), BY_WINDOW).id();
        store.save(Jobs.light("plate", 210), BY_WINDOW);
        store.save(Jobs.light("lid", 220), BY_WINDOW);
        store.rename("plate", "renamed");
        assertThat(store.wherever("plate", first)).contains(Jobs.light("renamed", 200));
        assertThat(store.wherever("plate", "000000000000")).isEmpty();
        store.delete("renamed");
        assertThat(store.wherever("plate", first)).isEmpty();
    }

    @Test
    void deletesAJobAndBeginsAnewUnderItsName() throws Exception {
        store.save(Jobs.light("plate", 200).withFile("a.png", Jobs.file("a")), BY_WINDOW);
        store.save(Jobs.light("plate", 201), BY_WINDOW);
        store.delete("plate");
        assertThat(store.names()).isEmpty();
        assertThat(jobs.resolve("plate")).doesNotExist();
        assertThatThrownBy(() -> store.versions("plate")).isInstanceOf(JobShelf.NoSuchJob.class);
        assertThat(store.save(Jobs.light("plate", 210), BY_WINDOW).number()).isEqualTo(1);
    }

    @Test
    void neitherRenamesNorDeletesWhatAStationJudgesBy() throws Exception {
        store.save(Jobs.light("plate", 200), BY_WINDOW);
        JobStore used = new JobStore(
                jobs,
                Jobs.tools(),
                Isolation.NONE,
                Clock.systemUTC(),
                name -> Set.of("abc"),
                new JobSettings(5, AllowedPrograms.NONE));
        assertThatThrownBy(() -> used.rename("plate", "other")).isInstanceOf(JobRefused.class);
        assertThatThrownBy(() -> used.delete("plate"))
                .isInstanceOf(JobRefused.class)
                .hasMessage("plate: a station judges by it, expected a job that is not active");
    }

    @Test
    void dropsTheOldestVersionsButNeverAnActiveOne() throws Exception {
        String active = Jobs.light("x", 201).id();
        JobStore small = new JobStore(
                jobs,
                Jobs.tools(),
                Isolation.NONE,
                Clock.systemUTC(),
                name -> Set.of(active),
                new JobSettings(3, AllowedPrograms.NONE));
        for (int high = 200; high < 210; high++) {
            small.save(Jobs.light("plate", high), BY_WINDOW);
        }
        assertThat(small.versions("plate")).extracting(JobVersionEntry::number).containsExactly(2, 8, 9, 10);
        assertThatThrownBy(() -> small.content("plate", 1)).isInstanceOf(JobShelf.NoSuchJob.class);
    }

    @Test
    void theWireMakesNoVersionGoThatAPersonMade() throws Exception {
        JobStore small = new JobStore(
                jobs,
                Jobs.tools(),
                Isolation.NONE,
                Clock.systemUTC(),
                JobUse.NONE,
                new JobSettings(3, AllowedPrograms.NONE));
        small.save(Jobs.light("plate", 250), BY_WINDOW);
        small.save(Jobs.light("plate", 251), BY_WINDOW);
        for (int high = 200; high < 210; high++) {
            small.save(Jobs.light("plate", high), Origin.wire("PLC", ""));
        }
        assertThat(small.versions("plate")).extracting(JobVersionEntry::number).containsExactly(1, 2, 10, 11, 12);
        small.goBack("plate", 1, BY_WINDOW);
        for (int high = 252; high < 255; high++) {
            small.save(Jobs.light("plate", high), BY_WINDOW);
        }
        assertThat(small.versions("plate")).extracting(JobVersionEntry::number).containsExactly(10, 11, 12, 13, 14, 15);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../x", "a/b", "a\\b", ".hidden", "", " x", "CON", "nul.txt", "com1", "x.", "x ", "C:x", "PLATE",
                "plate"
            })
    void makesNoJobOfANameThatSomeSystemCannotKeep(String name) throws Exception {
        store.save(Jobs.light("plate", 200), BY_WINDOW);
        Map<String, String> before = Jobs.everything(folder);
        assertThatThrownBy(() -> store.copy("plate", name, BY_WINDOW))
                .isInstanceOf(JobRefused.class)
                .hasMessageContaining("expected");
        if (!name.equals("PLATE")) {
            assertThatThrownBy(() -> store.rename("plate", name)).isInstanceOf(JobRefused.class);
        }
        assertThat(Jobs.everything(folder)).isEqualTo(before);
    }

    @Test
    void sharesEqualFilesBetweenVersions() throws Exception {
        store.save(Jobs.light("plate", 200).withFile("model.onnx", Jobs.file("large")), BY_WINDOW);
        store.save(store.content("plate").withTree(Jobs.light("x", 210).tree()), BY_WINDOW);
        Path first = store.content("plate", 1).files().get("model.onnx").path().orElseThrow();
        Path second = store.content("plate", 2).files().get("model.onnx").path().orElseThrow();
        assertThat(Files.getAttribute(first, "unix:ino")).isEqualTo(Files.getAttribute(second, "unix:ino"));
        assertThat(Files.getAttribute(jobs.resolve("plate/model.onnx"), "unix:ino"))
                .isNotEqualTo(Files.getAttribute(second, "unix:ino"));
    }

    @Test
    void savesWhatIsLeftWhenAKeptVersionWasSpoilt() throws Exception {
        store.save(Jobs.light("plate", 200), BY_WINDOW);
        Files.writeString(jobs.resolve(".versions/plate/000001/job.yaml"), "tools: []");
        assertThat(store.read("plate").version()).isEqualTo(Jobs.light("x", 200).id());
        assertThat(store.versions("plate")).hasSize(2);
        Files.writeString(jobs.resolve(".versions/plate/head.json"), "{");
        assertThat(store.read("plate").version()).isEqualTo(Jobs.light("x", 200).id());
    }

    @Test
    void aFileOfAVersionInWhichABitWasFlippedJudgesNothingAndIsNamed() throws Exception {
        JobContent first = Jobs.light("plate", 220).withFile("model.onnx", Jobs.file("weights"));
        store.save(first, BY_WINDOW);
        Path kept = jobs.resolve(".versions/plate/000001/files/model.onnx");
        assertThat(store.content("plate", 1)).isEqualTo(first);
        byte[] flipped = Files.readAllBytes(kept);
        flipped[3] ^= 1;
        Files.write(kept, flipped);

        assertThat(store.damage()).anyMatch(told -> told.contains("plate, version 1"));
        assertThatThrownBy(() -> store.content("plate", 1))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("plate, version 1")
                .hasMessageContaining("was changed after it was saved");
        JobContent repaired = store.content("plate");
        assertThat(repaired.id()).isEqualTo(first.id());
        assertThat(repaired.find("model.onnx", "")).hasContent("weights");
    }

    @Test
    void readsAJobThatItMayNotKeepVersionsOf() throws Exception {
        Files.createDirectories(jobs);
        Files.writeString(jobs.resolve("plate.yaml"), Jobs.LIGHT);
        Files.writeString(jobs.resolve(".versions"), "in the way");
        assertThat(store.read("plate").version()).isEqualTo(Jobs.light("x", 220).id());
    }

    @Test
    void everyReaderSeesAWholeVersionWhileOthersSave() throws Exception {
        store.save(job(0), BY_WINDOW);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<?>> work = new ArrayList<>();
        for (int writer = 0; writer < 2; writer++) {
            int first = writer * 100;
            work.add(threads.submit(() -> {
                for (int i = 1; i <= 20; i++) {
                    store.save(job(first + i), BY_WINDOW);
                }
                return null;
            }));
            work.add(threads.submit(() -> {
                for (int i = 0; i < 60; i++) {
                    JobContent seen = store.content("plate");
                    int number = Integer.parseInt(
                            Files.readString(seen.files().get("a.txt").path().orElseThrow()));
                    assertThat(seen).isEqualTo(job(number));
                }
                return null;
            }));
        }
        for (Future<?> done : work) {
            done.get();
        }
        threads.shutdown();
        assertThat(store.versions("plate")).hasSize(41);
    }

    private static JobContent job(int number) {
        return Jobs.light("plate", 100 + number).withFile("a.txt", Jobs.file("" + number));
    }

    @Test
    void aPictureHasOneLabelAndCanBeTakenOut() throws Exception {
        store.save(Jobs.light("plate", 200), BY_WINDOW);
        Path picture = Files.writeString(folder.resolve("x"), "picture");
        store.label("plate", 12, true, picture);
        store.label("plate", 3, false, picture);
        store.label("plate", 12, false, picture);
        assertThat(store.labelled("plate"))
                .extracting(Labelled::id, Labelled::good)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(3L, false),
                        org.assertj.core.groups.Tuple.tuple(12L, false));
        assertThat(jobs.resolveSibling("labelled").resolve("plate/NG/12.png")).hasContent("picture");
        store.unlabel("plate", 12);
        assertThat(store.labelled("plate")).hasSize(1);
    }

    @Test
    void sameContentIsTheSameVersionHoweverItIsWritten() throws IOException {
        JobContent flow =
                JobContent.of("a", Jobs.tree("tools: [{id: x, limits: {v: {low: 5, high: 6.10}}}]"), Map.of());
        JobContent block = JobContent.of("b", Jobs.tree("""
                name: b
                # a remark
                "tools":
                - limits:
                    v: {high: 6.1, low: 5.0}
                  "id": 'x'
                """), Map.of());
        assertThat(flow.id()).isEqualTo(block.id());
        JobContent other = JobContent.of("a", Jobs.tree("tools: [{id: x, settings: {expected: 5.0}}]"), Map.of());
        JobContent text = JobContent.of("a", Jobs.tree("tools: [{id: x, settings: {expected: 5}}]"), Map.of());
        assertThat(other.id()).isNotEqualTo(text.id());
    }

    @Test
    void seesAnEditOfAFileThatItRemembers() throws Exception {
        Fingerprints prints = new Fingerprints(Clock.systemUTC());
        Path file = Files.writeString(folder.resolve("model.onnx"), "one");
        FileTime old = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(file, old);
        JobFile first = prints.of(file);
        assertThat(prints.of(file)).isSameAs(first);
        Files.writeString(file, "two");
        Files.setLastModifiedTime(file, old);
        assertThat(prints.of(file).sha256()).isNotEqualTo(first.sha256());
    }
}
