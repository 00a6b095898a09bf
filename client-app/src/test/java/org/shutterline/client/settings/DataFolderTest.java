package org.shutterline.client.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DataFolderTest {
    @Test
    void isWhereEachSystemKeepsSettings() {
        assertThat(DataFolder.of("Linux", "/home/op", Map.of()))
                .isEqualTo(Path.of("/home/op", ".config", "shutterline-client"));
        assertThat(DataFolder.of("Linux", "/home/op", Map.of("XDG_CONFIG_HOME", "/cfg")))
                .isEqualTo(Path.of("/cfg", "shutterline-client"));
        assertThat(DataFolder.of("Mac OS X", "/Users/op", Map.of()))
                .isEqualTo(Path.of("/Users/op", "Library", "Application Support", "shutterline-client"));
        assertThat(DataFolder.of("Windows 11", "/Users/op", Map.of("APPDATA", "/roaming")))
                .isEqualTo(Path.of("/roaming", "shutterline-client"));
    }
}
