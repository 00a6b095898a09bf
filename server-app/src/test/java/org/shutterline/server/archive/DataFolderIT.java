package org.shutterline.server.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataFolderIT {
    @TempDir
    Path folder;

    @BeforeEach
    void systemKnowsOwners() throws IOException {
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"), "the system knows owners of files");
    }

    @Test
    void aFolderThatItMakesIsItsOwnersAlone() throws IOException {
        Path made = folder.resolve("a").resolve("b");
        DataFolder.lock(made).close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
                .isEqualTo("rwx------");
        assertThat(DataFolder.isOpenToOthers(made)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rwxr-x---", "rwx-----x", "rwxrwxrwx"})
    void oneThatOthersCanLookIntoIsTakenAsItIsAndTold(String permissions) throws IOException {
        Path there = Files.createDirectory(folder.resolve("there"));
        Files.setPosixFilePermissions(there, PosixFilePermissions.fromString(permissions));
        DataFolder.lock(there).close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(there)))
                .isEqualTo(permissions);
        assertThat(DataFolder.isOpenToOthers(there)).isTrue();
    }
}
