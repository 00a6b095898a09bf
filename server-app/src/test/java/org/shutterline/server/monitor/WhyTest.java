package org.shutterline.server.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.junit.jupiter.api.Test;

final class WhyTest {
    @Test
    void saysMoreThanTheNameOfTheFile() {
        assertThat(Why.of(new NoSuchFileException("/a/b.png"))).isEqualTo("/a/b.png is not there");
        assertThat(Why.of(new AccessDeniedException("/a"))).isEqualTo("/a may not be read or written by this program");
        assertThat(Why.of(new NotDirectoryException("/a"))).isEqualTo("/a cannot be used (NotDirectoryException)");
    }

    @Test
    void leavesWhatHasWords() {
        assertThat(Why.of(new FileSystemException("/a", null, "No space left on device")))
                .isEqualTo("/a: No space left on device");
        assertThat(Why.of(new IOException("it is not a picture"))).isEqualTo("it is not a picture");
        assertThat(Why.of(new IOException())).isEqualTo("java.io.IOException");
    }
}
