package org.shutterline.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

final class ToolsPageTest {
    @Test
    void saysWhatTheToolsSayOfThemselves() throws IOException {
        assertThat(Files.readString(ToolsPage.FILE)).isEqualTo(ToolsPage.text());
    }
}
