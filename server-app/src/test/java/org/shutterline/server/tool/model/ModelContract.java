package org.shutterline.server.tool.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.server.spi.JobFiles;
import org.shutterline.server.spi.ToolContract;

/** What every tool with a model keeps to. */
interface ModelContract extends ToolContract {
    /** The model of {@link #settings()}, which name it {@code good.onnx}. */
    byte[] model() throws Exception;

    /** Where models are written to. */
    Path folder();

    @Override
    default JobFiles files() {
        return (name, place) -> {
            Path file = folder().resolve(name);
            try {
                if (name.equals("good.onnx") && !Files.exists(file)) {
                    Files.write(file, model());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            return file;
        };
    }

    /** @param why part of what is said */
    default void assertRefused(byte[] model, String why) throws Exception {
        Files.write(folder().resolve("bad.onnx"), model);
        assertThatThrownBy(() -> tool(Map.of("model", "bad.onnx")).close())
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("test.model")
                .hasMessageContaining("bad.onnx")
                .hasMessageContaining(why)
                .hasMessageNotContaining(folder().toString());
    }

    @Test
    default void refusesWhatIsNoModel() throws Exception {
        assertRefused(new byte[0], "damaged");
        assertRefused("no model, but a text".getBytes(), "damaged");
    }

    @Test
    default void refusesAModelOfWhichTheEndIsMissing() throws Exception {
        byte[] whole = model();
        byte[] half = new byte[whole.length / 2];
        System.arraycopy(whole, 0, half, 0, half.length);
        assertRefused(half, "damaged");
    }

    /** Not each change is damage that can be seen; but none ends the program, and none comes through as something else. */
    @Test
    default void copesWithAnyDamage() throws Exception {
        SplittableRandom dice = new SplittableRandom(7);
        byte[] whole = model();
        for (int i = 0; i < 150; i++) {
            byte[] damaged = whole.clone();
            for (int k = 0; k < 1 + i % 4; k++) {
                int reach = i % 2 == 0 ? Math.min(400, damaged.length) : damaged.length;
                damaged[dice.nextInt(reach)] = (byte) dice.nextInt(256);
            }
            Files.write(folder().resolve("damaged.onnx"), damaged);
            try {
                tool(Map.of("model", "damaged.onnx")).close();
            } catch (BadSetting refused) {
                assertThat(refused.getMessage()).contains("damaged.onnx");
            }
        }
    }

    @Test
    default void refusesAModelThatTakesNoPicture() throws Exception {
        Graph flat = new Graph().input("x", Graph.FLOAT, 1, 10);
        assertRefused(flat.node("Relu", List.of("x"), "y").output("y", 1, 10).model(), "expected one picture as");
        Graph two = new Graph().input("a", Graph.FLOAT, 1, 1, 4, 4).input("b", Graph.FLOAT, 1, 1, 4, 4);
        assertRefused(
                two.node("Add", List.of("a", "b"), "y").output("y", 1, 1, 4, 4).model(), "has 2 inputs (a, b)");
        Graph many = new Graph().input("x", Graph.FLOAT, 8, 1, 4, 4);
        assertRefused(
                many.node("Relu", List.of("x"), "y").output("y", 8, 1, 4, 4).model(), "expected one picture as");
    }

    @Test
    default void refusesAModelThatTakesAHugePicture() throws Exception {
        Graph huge = new Graph().input("x", Graph.FLOAT, 1, 3, 100_000, 100_000);
        assertRefused(
                huge.node("Relu", List.of("x"), "y")
                        .output("y", 1, 3, 100_000, 100_000)
                        .model(),
                "at most 4096");
    }

    @Test
    default void asksForTheSizeOfAPictureThatMayBeAny() throws Exception {
        Graph any = new Graph().input("x", Graph.FLOAT, 1, 1, -1, -1);
        assertRefused(
                any.node("Relu", List.of("x"), "y").output("y", 1, 1, -1, -1).model(), "inputWidthPx");
    }

    @Test
    default void refusesAModelOfAnUnknownStep() throws Exception {
        Graph unknown = new Graph().input("x", Graph.FLOAT, 1, 1, 4, 4);
        assertRefused(
                unknown.node("Conjure", List.of("x"), "y")
                        .output("y", 1, 1, 4, 4)
                        .model(),
                "Conjure");
    }

    @Test
    default void asksWhichOfTwoOutputsIsMeant() throws Exception {
        Graph two = new Graph().input("x", Graph.FLOAT, 1, 1, 4, 4);
        assertRefused(
                two.node("Relu", List.of("x"), "y")
                        .node("Neg", List.of("x"), "z")
                        .output("y", 1, 1, 4, 4)
                        .output("z", 1, 1, 4, 4)
                        .model(),
                "named with 'output'");
    }
}
