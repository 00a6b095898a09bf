package org.shutterline.server.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The power goes off at every single step of every change: a new start finds the old or the new, and nothing between. */
class PowerCutIT {
    private static final JobContent OLD = Jobs.light("plate", 200)
            .withFile("a.png", Jobs.file("the old a"))
            .withFile("b.png", Jobs.file("the same b"))
            .withFile("c.png", Jobs.file("c is dropped"));
    private static final JobContent NEW = Jobs.light("plate", 210)
            .withFile("a.png", Jobs.file("the new a, longer"))
            .withFile("b.png", Jobs.file("the same b"))
            .withFile("d.png", Jobs.file("d is new"));

    @TempDir
    Path folder;

    /** The jobs of the store that was prepared last. */
    private Path present;

    @FunctionalInterface
    private interface Change {
        void on(JobStore store) throws Exception;
    }

    @FunctionalInterface
    private interface Look {
        String at(JobStore store) throws Exception;
    }

    @Test
    void aSavedJobIsTheOldOrTheNewOne() throws Exception {
        everyCut(store -> store.save(NEW, Origin.window("new")), store -> shown(store, "plate"));
    }

    @Test
    void aJobThatGoesBackIsTheNewerOrTheOlderOne() throws Exception {
        everyCut(store -> store.goBack("plate", 1, Origin.window("back")), store -> shown(store, "plate"));
    }

    @Test
    void aCopyIsThereOrNot() throws Exception {
        everyCut(
                store -> store.copy("plate", "other", Origin.window("copy")),
                store -> shown(store, "plate") + (store.names().contains("other") ? shown(store, "other") : ""));
    }

    @Test
    void aJobHasTheOldOrTheNewNameWithAllItsVersions() throws Exception {
        everyCut(store -> store.rename("plate", "other"), store -> {
            String name = store.names().get(0);
            return store.names() + shown(store, name) + store.labelled(name).size();
        });
    }

    @Test
    void aDeletedJobIsThereOrGoneWithAllItsVersions() throws Exception {
        everyCut(store -> store.delete("plate"), store -> {
            List<String> names = store.names();
            return names.isEmpty() ? names.toString() : names + shown(store, "plate");
        });
    }

    @Test
    void anEditByHandIsNeverLost() throws Exception {
        everyCut(
                store -> {
                    Files.writeString(present.resolve("plate.yaml"), Jobs.LIGHT.replace("220", "77"));
                    store.read("plate");
                },
                store -> String.valueOf(store.content("plate").tree()));
    }

    private String shown(JobStore store, String name) throws Exception {
        JobContent content = store.content(name);
        for (Map.Entry<String, JobFile> file : content.files().entrySet()) {
            Path seen = present.resolve(name).resolve(file.getKey());
            assertThat(JobFile.at(seen).sha256()).isEqualTo(file.getValue().sha256());
            assertThat(JobFile.at(file.getValue().path().orElseThrow()).sha256())
                    .isEqualTo(file.getValue().sha256());
        }
        assertThat(JobContent.read(present, name)).isEqualTo(content);
        return content.id() + store.versions(name);
    }

    private void everyCut(Change change, Look look) throws Exception {
        String before = look.at(prepared("before"));
        JobStore whole = prepared("after");
        change.on(whole);
        String after = look.at(whole);
        for (int steps = 0; ; steps++) {
            Path jobs = folder.resolve("cut" + steps).resolve("jobs");
            prepared("cut" + steps);
            CutDisk disk = new CutDisk(steps);
            try {
                change.on(Jobs.store(jobs, disk));
            } catch (Exception off) {
                assertThat(disk.isCut()).as(off.toString()).isTrue();
            }
            assertThat(look.at(Jobs.store(jobs))).as("cut at step %s", steps).isIn(before, after);
            if (!disk.isCut()) {
                assertThat(look.at(Jobs.store(jobs))).isEqualTo(after);
                assertThat(steps).isGreaterThan(5);
                return;
            }
        }
    }

    private JobStore prepared(String name) throws Exception {
        present = Files.createDirectories(folder.resolve(name).resolve("jobs"));
        JobStore store = Jobs.store(present);
        store.save(Jobs.light("plate", 190).withFile("a.png", Jobs.file("oldest")), Origin.window("first"));
        store.save(OLD, Origin.window("second"));
        store.label("plate", 7, true, Files.writeString(folder.resolve("picture"), "a picture"));
        return store;
    }
}
