package org.shutterline.server.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shutterline.server.tool.model.TestModels;

/** Models, labels and pictures come into a draft as files that a person picks. */
final class PickedFilesIT {
    @TempDir
    private Path folder;

    @TempDir
    private Path elsewhere;

    private EditorStage stage;

    @BeforeEach
    void open() throws Exception {
        stage = new EditorStage(folder);
        stage.editor.create("plate");
        stage.all();
    }

    private void pick(String tool, String key, String name, byte[] content) throws Exception {
        stage.editor.setFile(tool, key, Files.write(elsewhere.resolve(name), content));
        stage.all();
    }

    private void add(String kind) {
        stage.editor.add(kind);
        stage.all();
    }

    private Set<String> saved() {
        stage.activate();
        return stage.content("plate").files().keySet();
    }

    private byte[] picture() throws Exception {
        try (var demo =
                PickedFilesIT.class.getResourceAsStream("/org/shutterline/server/demo/jobs/plate-A/print.png")) {
            return demo.readAllBytes();
        }
    }

    @Test
    void aNewJobBeginsWithALearnedModel() throws Exception {
        add("anomaly");
        assertThat(stage.tool("anomaly").trouble()).isPresent();

        pick("anomaly", "model", "N\u00e4hte (2)*.onnx", TestModels.brightness());

        assertThat(stage.value("anomaly", "model")).contains("N\u00e4hte _2__.onnx");
        assertThat(stage.tool("anomaly").trouble()).isEmpty();
        assertThat(stage.tool("anomaly").verdict()).isPresent();
        Files.delete(elsewhere.resolve("N\u00e4hte (2)*.onnx"));
        stage.editor.limit("anomaly", "score", "high", Optional.of(1e6));
        stage.all();
        assertThat(saved()).containsExactly("N\u00e4hte _2__.onnx");
    }

    @Test
    void itIsTakenBackAndDoneAgainAsEveryOtherChange() throws Exception {
        add("anomaly");
        pick("anomaly", "model", "first.onnx", TestModels.brightness());
        byte[] other = Arrays.copyOf(TestModels.brightness(), TestModels.brightness().length + 2);
        other[other.length - 2] = 5 << 3;
        pick("anomaly", "model", "second.onnx", other);
        assertThat(stage.value("anomaly", "model")).contains("second.onnx");

        stage.editor.undo();
        stage.all();
        assertThat(stage.value("anomaly", "model")).contains("first.onnx");
        assertThat(stage.tool("anomaly").trouble()).isEmpty();
        stage.editor.undo();
        stage.all();
        assertThat(stage.value("anomaly", "model")).isEmpty();
        stage.editor.redo();
        stage.editor.redo();
        stage.editor.limit("anomaly", "score", "high", Optional.of(1e6));
        stage.all();
        assertThat(saved()).containsExactly("second.onnx");
    }

    @Test
    void twoFilesOfOneNameAreTwoFilesAndOneFileTwiceIsOne() throws Exception {
        add("golden");
        pick("golden", "golden", "good.png", picture());
        byte[] other = Arrays.copyOf(picture(), picture().length + 1);
        pick("golden", "mask", "good.png", other);
        assertThat(stage.value("golden", "golden")).contains("good.png");
        assertThat(stage.value("golden", "mask")).contains("good-2.png");

        pick("golden", "mask", "Good.png", other);
        assertThat(stage.value("golden", "mask")).contains("Good-3.png");
        pick("golden", "mask", "good.png", picture());
        assertThat(stage.value("golden", "mask")).contains("good.png");
    }

    @Test
    void labelsComeInAFile() throws Exception {
        add("classify");
        pick("classify", "labelsFile", "classes.txt", "good\nbad\n".getBytes());
        assertThat(stage.value("classify", "labelsFile")).contains("classes.txt");
    }

    @Test
    void whatIsDamagedOrForeignIsRefusedInWords() throws Exception {
        add("anomaly");
        add("golden");
        byte[] model = TestModels.brightness();
        refused("anomaly", "model", "cut.onnx", Arrays.copyOf(model, model.length - 3), "damaged or cut short");
        refused("anomaly", "model", "photo.onnx", picture(), "no ONNX model");
        refused("anomaly", "model", "start.onnx", "#!/bin/sh\n".getBytes(), "is a program");
        refused("golden", "mask", "cut.png", Arrays.copyOf(picture(), 200), "no picture that can be read");
        refused("golden", "mask", "model.png", model, "no picture that can be read");
        stage.editor.setFile("anomaly", "model", elsewhere.resolve("away.onnx"));
        stage.all();
        assertThat(stage.notice().with().get(1)).isEqualTo("is no file");
    }

    private void refused(String tool, String key, String name, byte[] content, String why) throws Exception {
        pick(tool, key, name, content);
        assertThat(stage.notice().text()).isEqualTo("fileRefused");
        assertThat(stage.notice().with().get(0)).isEqualTo(name);
        assertThat(stage.notice().with().get(1)).contains(why);
        assertThat(stage.value(tool, key)).isEmpty();
    }

    @Test
    void whatIsLargerThanAJobMayBringIsRefusedBeforeItIsCopied() throws Exception {
        add("anomaly");
        Path large = elsewhere.resolve("large.onnx");
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength((512L << 20) + 1);
        }
        stage.editor.setFile("anomaly", "model", large);
        stage.all();
        assertThat(stage.notice().with()).containsExactly("large.onnx", "536870913 bytes, expected 536870912 at most");
    }
}
