package org.shutterline.server.ui.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FileWordsTest {
    private final Locale before = Locale.getDefault(Locale.Category.DISPLAY);

    @AfterEach
    void back() {
        Locale.setDefault(Locale.Category.DISPLAY, before);
    }

    @Test
    void saysInTheLanguageOfTheWindowWhyAFileWasNotTaken() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
        assertThat(FileWords.told("536870913 bytes, expected 536870912 at most"))
                .isEqualTo("it has 536870913 bytes, 536870912 at most are allowed");
        assertThat(FileWords.told("the disk is full")).isEqualTo("the disk is full");
        Locale.setDefault(Locale.Category.DISPLAY, Locale.GERMAN);
        assertThat(FileWords.told("is no ONNX model, expected one with a version and a graph"))
                .isEqualTo("Das ist kein ONNX-Modell");
    }
}
