package org.shutterline.server.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shutterline.protocol.message.Verdict;

final class FolderAlbumTest {
    @TempDir
    private Path folder;

    private void pictures(String in, int many) throws IOException {
        Files.createDirectories(folder.resolve(in));
        for (int i = 0; i < many; i++) {
            try (InputStream demo =
                    FolderAlbumTest.class.getResourceAsStream("/org/shutterline/server/demo/jobs/plate-A/print.png")) {
                Files.copy(demo, folder.resolve(in).resolve(String.format("%03d.png", i)));
            }
        }
    }

    private List<String> names(FolderAlbum album) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < album.size(); i++) {
            names.add(album.name(i));
        }
        return names;
    }

    private long of(FolderAlbum album, String start) {
        return names(album).stream().filter(name -> name.startsWith(start)).count();
    }

    @Test
    void takesOfBothLabelsAndTellsHowManyAreLeftOut() throws Exception {
        pictures("NG", 60);
        pictures("OK", 30);
        FolderAlbum album = FolderAlbum.of(folder, 40);
        assertThat(album.size()).isEqualTo(40);
        assertThat(album.leftOut()).isEqualTo(50);
        assertThat(of(album, "NG")).isEqualTo(20);
        assertThat(of(album, "OK")).isEqualTo(20);
        assertThat(names(album)).isSorted().doesNotHaveDuplicates().contains("NG/000.png", "NG/057.png");
    }

    @Test
    void ofFewWithOneLabelTakesAllAndFillsUpWithTheOthers() throws Exception {
        pictures("NG", 60);
        pictures("OK", 3);
        pictures("later", 5);
        FolderAlbum album = FolderAlbum.of(folder, 40);
        assertThat(of(album, "OK")).isEqualTo(3);
        assertThat(of(album, "later")).isEqualTo(5);
        assertThat(of(album, "NG")).isEqualTo(32);
    }

    @Test
    void takesAllThatAreNotTooMany() throws Exception {
        pictures("NG", 3);
        assertThat(FolderAlbum.of(folder, 3).leftOut()).isZero();
        assertThat(names(FolderAlbum.of(folder, 3))).hasSize(3);
    }

    @Test
    void aListTellsFilesOfOneNameApartByTheirPaths() throws Exception {
        pictures("left", 2);
        pictures("right", 2);
        Files.writeString(folder.resolve("labels.csv"), "left/000.png,OK\n.\\right\\000.png,NG\n001.png,NG\n");
        FolderAlbum album = FolderAlbum.of(folder, 10);
        List<Optional<Verdict>> labels = new ArrayList<>();
        for (int i = 0; i < album.size(); i++) {
            labels.add(album.at(i).label());
        }
        assertThat(labels)
                .containsExactly(
                        Optional.of(Verdict.OK),
                        Optional.of(Verdict.NG),
                        Optional.of(Verdict.NG),
                        Optional.of(Verdict.NG));
    }
}
