package org.shutterline.server.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Rectangle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shutterline.look.Theme;

class WindowFileIT {
    @TempDir
    private Path data;

    @Test
    void remembersAllOfIt() {
        WindowMemory memory = new WindowMemory(
                Optional.of(new Rectangle(10, 20, 1440, 900)), true, Theme.DARK, Optional.of(Locale.GERMAN));
        new WindowFile(data).write(memory);
        assertThat(new WindowFile(data).read()).isEqualTo(memory);
    }

    @Test
    void beginsAnewWithoutAFileOrWithABrokenOne() throws IOException {
        assertThat(new WindowFile(data).read()).isEqualTo(WindowMemory.FRESH);
        Files.writeString(data.resolve("window.yaml"), "bounds: [1, 2\n  theme: [");
        assertThat(new WindowFile(data).read()).isEqualTo(WindowMemory.FRESH);
    }
}
