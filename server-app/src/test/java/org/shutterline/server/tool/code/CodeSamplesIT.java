package org.shutterline.server.tool.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.camera.folder.FolderCameraFactory;
import org.shutterline.server.frame.FramePool;
import org.shutterline.server.spi.Camera;
import org.shutterline.server.spi.Finding;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.Shot;
import org.shutterline.server.spi.TestScene;

/**
 * Photographs of codes in folders named by their symbology ({@code qrcode-2}), the true text beside each. The code tool
 * must read at least those that the reader alone reads.
 */
class CodeSamplesIT {
    private static final Map<String, Symbology> BY_FOLDER = Map.of(
            "qrcode", Symbology.QR,
            "datamatrix", Symbology.DATAMATRIX,
            "ean13", Symbology.EAN13,
            "ean8", Symbology.EAN8,
            "upca", Symbology.UPCA,
            "upce", Symbology.UPCE,
            "code128", Symbology.CODE128,
            "code39", Symbology.CODE39);

    private static final String SAMPLES = System.getProperty("shutterline.samples", "");

    @BeforeEach
    void samplesAreThere() {
        assumeTrue(!SAMPLES.isBlank(), "skipped: -Dshutterline.samples does not name a folder of code photographs");
    }

    @Test
    void readsEveryPhotographThatTheReaderAloneReads() throws Exception {
        List<String> onlyAlone = new ArrayList<>();
        int pictures = 0;
        for (Path folder : folders()) {
            Counts counts = compare(folder, onlyAlone);
            pictures += counts.pictures;
            System.out.println(counts);
        }
        assertThat(pictures).isPositive();
        assertThat(onlyAlone).isEmpty();
    }

    private static List<Path> folders() throws IOException {
        Path root = Path.of(SAMPLES);
        Path codes = Files.isDirectory(root.resolve("codes")) ? root.resolve("codes") : root;
        try (Stream<Path> all = Files.list(codes)) {
            return all.filter(folder ->
                            Files.isDirectory(folder) && symbology(folder).isPresent())
                    .sorted()
                    .toList();
        }
    }

    private static Optional<Symbology> symbology(Path folder) {
        return Optional.ofNullable(BY_FOLDER.get(folder.getFileName().toString().replaceFirst("-.*", "")));
    }

    private static Counts compare(Path folder, List<String> onlyAlone) throws Exception {
        Symbology symbology = symbology(folder).orElseThrow();
        Counts counts = new Counts(folder.getFileName().toString());
        FramePool pool = new FramePool(1 << 28);
        try (Camera camera = camera(folder);
                InspectionTool tool = tool(symbology)) {
            for (int i = count(folder); i > 0; i--) {
                Shot shot = camera.capture(pool);
                Path file = folder.resolve(shot.notes().get("file"));
                String truth = truth(file);
                long began = System.nanoTime();
                boolean byTool = read(tool, shot).filter(truth::equals).isPresent();
                counts.nanos += System.nanoTime() - began;
                boolean byReader =
                        readAlone(file, symbology).filter(truth::equals).isPresent();
                counts.add(byTool, byReader);
                if (byReader && !byTool) {
                    onlyAlone.add(file.toString());
                }
            }
        }
        return counts;
    }

    private static Camera camera(Path folder) throws Exception {
        FolderCameraFactory factory = new FolderCameraFactory();
        Map<String, Object> raw = Map.of("folder", folder.toString(), "repeat", false);
        return factory.open(Options.checked("test", raw, factory.settings()));
    }

    private static InspectionTool tool(Symbology symbology) {
        CodeFactory factory = new CodeFactory();
        Map<String, Object> raw = Map.of("symbologies", List.of(symbology.name()));
        return factory.create(Options.checked("test", raw, factory.settings()), (name, place) -> Path.of(name));
    }

    private static int count(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return (int) all.filter(file -> file.toString().matches(".*\\.(png|jpg|jpeg|bmp|tif|tiff)"))
                    .count();
        }
    }

    private static String truth(Path picture) throws IOException {
        String name = picture.getFileName().toString();
        return Files.readString(
                picture.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ".txt"), StandardCharsets.UTF_8);
    }

    private static Optional<String> read(InspectionTool tool, Shot shot) throws Exception {
        try (var frame = shot.frame();
                TestScene scene = TestScene.of(frame)) {
            Finding finding = tool.inspect(scene);
            return Optional.ofNullable((String) finding.values().get("text"));
        }
    }

    /** The library's reader by itself, with one way of telling black from white. */
    private static Optional<String> readAlone(Path file, Symbology symbology) throws IOException {
        BufferedImage picture = ImageIO.read(file.toFile());
        int width = picture.getWidth();
        int height = picture.getHeight();
        int[] argb = picture.getRGB(0, 0, width, height, null, 0, width);
        int[] overWhite =
                Arrays.stream(argb).map(p -> p >>> 24 == 0 ? 0xFFFFFF : p).toArray();
        try {
            return Optional.of(new MultiFormatReader()
                    .decode(
                            new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, overWhite))),
                            Map.of(
                                    DecodeHintType.TRY_HARDER,
                                    Boolean.TRUE,
                                    DecodeHintType.POSSIBLE_FORMATS,
                                    List.of(symbology.format())))
                    .getText());
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    /** How many of a folder were read, and by whom. */
    private static final class Counts {
        private final String folder;
        private int pictures;
        private int byTool;
        private int byReader;
        private long nanos;

        Counts(String folder) {
            this.folder = folder;
        }

        void add(boolean tool, boolean reader) {
            pictures++;
            byTool += tool ? 1 : 0;
            byReader += reader ? 1 : 0;
        }

        @Override
        public String toString() {
            return folder + ": " + pictures + " pictures, the tool read " + byTool + ", the reader alone " + byReader
                    + "; " + nanos / Math.max(1, pictures) / 1_000_000 + " ms a picture";
        }
    }
}
