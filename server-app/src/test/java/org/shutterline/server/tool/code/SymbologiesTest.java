package org.shutterline.server.tool.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.spi.Finding;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.TestScene;
import org.shutterline.server.tool.Mats;
import org.shutterline.server.tool.Plates;

/** Every symbology, drawn: upright, turned, inverted, faint, noisy, blurred; and nothing read where nothing is. */
class SymbologiesTest {
    private static final Map<Symbology, String> TEXTS = new LinkedHashMap<>();

    static {
        TEXTS.put(Symbology.QR, "Grüße 部");
        TEXTS.put(Symbology.DATAMATRIX, "plate-A");
        TEXTS.put(Symbology.AZTEC, "Wagen 7");
        TEXTS.put(Symbology.PDF417, "Shutterline 417");
        TEXTS.put(Symbology.EAN13, "4006381333931");
        TEXTS.put(Symbology.EAN8, "96385074");
        TEXTS.put(Symbology.UPCA, "036000291452");
        TEXTS.put(Symbology.UPCE, "01234565");
        TEXTS.put(Symbology.CODE128, "SN-000123");
        TEXTS.put(Symbology.CODE39, "PLATE 7");
        TEXTS.put(Symbology.CODE93, "TRAY-93");
        TEXTS.put(Symbology.ITF, "15400141288763");
        TEXTS.put(Symbology.CODABAR, "40156-3");
    }

    @ParameterizedTest
    @EnumSource
    void readsUprightUpsideDownOnItsSideAndInverted(Symbology symbology) throws Exception {
        try (Mats mats = new Mats()) {
            Mat code = mats.hold(DrawnCodes.of(symbology, TEXTS.get(symbology)));
            Mat side = mats.empty();
            Core.rotate(code, side, Core.ROTATE_90_CLOCKWISE);
            Mat down = mats.empty();
            Core.rotate(code, down, Core.ROTATE_180);
            for (Mat way : List.of(code, side, down, mats.hold(DrawnCodes.inverted(code)))) {
                assertThat(read(symbology, way)).isEqualTo(TEXTS.get(symbology));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void readsAtManyAngles(Symbology symbology) throws Exception {
        List<Integer> unread = new ArrayList<>();
        try (Mats mats = new Mats()) {
            Mat code = mats.hold(DrawnCodes.of(symbology, TEXTS.get(symbology)));
            for (int angle = 7; angle < 360; angle += 37) {
                String text = read(symbology, mats.hold(DrawnCodes.turned(code, angle)));
                assertThat(text).isIn("", TEXTS.get(symbology));
                if (text.isEmpty()) {
                    unread.add(angle);
                }
            }
        }
        assertThat(unread).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void readsFaintNoisyAndBlurred(Symbology symbology) throws Exception {
        try (Mats mats = new Mats()) {
            Mat code = mats.hold(DrawnCodes.of(symbology, TEXTS.get(symbology)));
            Mat faint = mats.hold(DrawnCodes.faint(code, 0.1));
            assertThat(read(symbology, faint)).as("faint").isEqualTo(TEXTS.get(symbology));
            Mat noisy = mats.hold(DrawnCodes.noisy(code, 25, 3));
            assertThat(read(symbology, noisy)).as("noisy").isEqualTo(TEXTS.get(symbology));
            Mat faintAndNoisy = mats.hold(DrawnCodes.noisy(mats.hold(DrawnCodes.faint(code, 0.3)), 4, 3));
            assertThat(read(symbology, faintAndNoisy)).as("faint and noisy").isEqualTo(TEXTS.get(symbology));
            Mat blurred = mats.hold(DrawnCodes.blurred(code, 1.2));
            assertThat(read(symbology, blurred)).as("blurred").isEqualTo(TEXTS.get(symbology));
        }
    }

    @ParameterizedTest
    @EnumSource
    void readsACodeThatIsNotInTheMiddle(Symbology symbology) throws Exception {
        try (Mats mats = new Mats()) {
            Mat ground = mats.hold(DrawnCodes.ground(1000, 800));
            DrawnCodes.put(mats.hold(DrawnCodes.of(symbology, TEXTS.get(symbology))), ground, 20, 500);
            assertThat(read(symbology, ground)).isEqualTo(TEXTS.get(symbology));
        }
    }

    @Test
    void readsNothingInNoise() throws Exception {
        try (InspectionTool tool = tool(List.of(Symbology.values()))) {
            for (int seed = 0; seed < 4; seed++) {
                try (TestScene scene = TestScene.noise(200, 120, new SplittableRandom(seed))) {
                    assertThat(tool.inspect(scene).missing())
                            .as("seed %d", seed)
                            .isPresent();
                }
            }
        }
    }

    @Test
    void readsNothingInSoftNoiseOrStripes() throws Exception {
        try (InspectionTool tool = tool(List.of(Symbology.values()));
                Mats mats = new Mats()) {
            for (int seed = 0; seed < 3; seed++) {
                Mat grey = mats.hold(DrawnCodes.faint(mats.hold(DrawnCodes.ground(200, 120)), 0));
                Mat soft = DrawnCodes.blurred(mats.hold(DrawnCodes.noisy(grey, 120, seed)), 1 + seed * 0.7);
                try (TestScene scene = TestScene.over(soft)) {
                    assertThat(tool.inspect(scene).missing())
                            .as("soft %d", seed)
                            .isPresent();
                }
                try (TestScene scene = TestScene.over(stripes(seed))) {
                    assertThat(tool.inspect(scene).missing())
                            .as("stripes %d", seed)
                            .isPresent();
                }
            }
        }
    }

    @Test
    void readsNothingOnPlatesWhoseCodeIsDamaged() throws Exception {
        try (InspectionTool tool = tool(Stream.of(Symbology.values())
                        .filter(s -> s != Symbology.QR)
                        .toList());
                TestScene plate = Plates.first(Map.of("widthPx", 640, "heightPx", 480))) {
            assertThat(tool.inspect(plate).missing()).isPresent();
        }
    }

    /** Upright stripes of widths by chance. */
    private static Mat stripes(long seed) {
        Random dice = new Random(seed);
        Mat mat = DrawnCodes.ground(200, 120);
        boolean dark = true;
        for (int x = 10; x < 190; ) {
            int width = 2 * (1 + dice.nextInt(4));
            if (dark) {
                mat.colRange(x, Math.min(190, x + width)).setTo(new org.opencv.core.Scalar(DrawnCodes.DARK));
            }
            dark = !dark;
            x += width;
        }
        return mat;
    }

    private static String read(Symbology symbology, Mat picture) throws Exception {
        try (InspectionTool tool = tool(List.of(symbology));
                TestScene scene = TestScene.over(picture.clone())) {
            Finding finding = tool.inspect(scene);
            return (String) finding.values().getOrDefault("text", "");
        }
    }

    private static InspectionTool tool(List<Symbology> symbologies) {
        CodeFactory factory = new CodeFactory();
        Map<String, Object> raw =
                Map.of("symbologies", symbologies.stream().map(Symbology::name).toList());
        return factory.create(Options.checked("test", raw, factory.settings()), (name, place) -> {
            throw new AssertionError("no file");
        });
    }
}
