package org.shutterline.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.zxing.BarcodeFormat;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Photographs of codes, by the folder camera, judged by the code tool, over the wire: at least what the bare reader reads
 * is OK with the true text.
 */
final class SamplesIT {
    private static final Map<String, BarcodeFormat> FORMATS = Map.of(
            "qrcode", BarcodeFormat.QR_CODE,
            "datamatrix", BarcodeFormat.DATA_MATRIX,
            "ean13", BarcodeFormat.EAN_13,
            "ean8", BarcodeFormat.EAN_8,
            "upca", BarcodeFormat.UPC_A,
            "upce", BarcodeFormat.UPC_E,
            "code128", BarcodeFormat.CODE_128,
            "code39", BarcodeFormat.CODE_39);

    @TempDir
    Path folder;

    @Test
    void readsOverTheWireAtLeastWhatTheBareReaderReads() throws IOException, InterruptedException {
        String samples = System.getProperty("shutterline.samples", "");
        assumeTrue(!samples.isBlank(), "-Dshutterline.samples names no folder of code photographs");
        List<Path> folders = foldersIn(Path.of(samples));
        assertThat(folders).isNotEmpty();
        Path data = setUp(folders);
        List<String> onlyBare = new ArrayList<>();
        try (RealServer server = RealServer.on(data, "--port", "0");
                Talk talk = server.talk()) {
            talk.ask("FORMAT,JSON");
            for (int i = 0; i < folders.size(); i++) {
                compare(talk, i + 1, folders.get(i), onlyBare);
            }
        }
        assertThat(onlyBare).as("read by the bare reader alone").isEmpty();
    }

    private static void compare(Talk talk, int station, Path codes, List<String> onlyBare) throws IOException {
        int pictures = picturesIn(codes);
        int overTheWire = 0;
        int bare = 0;
        for (int i = 0; i < pictures; i++) {
            JsonNode result = Json.read(talk.ask("T" + station));
            assertThat(result.get("status").textValue()).as("%s", result).isIn("OK", "NG");
            JsonNode detail = Json.read(talk.ask("DETAIL," + result.get("id")));
            Path file = codes.resolve(detail.get("notes").get("file").textValue());
            String truth = truthOf(file);
            boolean read = result.get("status").textValue().equals("OK")
                    && truth.equals(result.get("values").get(0).get("value").textValue());
            boolean readBare = readBare(file).filter(truth::equals).isPresent();
            overTheWire += read ? 1 : 0;
            bare += readBare ? 1 : 0;
            if (readBare && !read) {
                onlyBare.add(file.toString());
            }
        }
        assertThat(pictures).isPositive();
        System.out.printf(
                "SamplesIT %s: %d pictures, over the wire %d, bare reader %d%n",
                codes.getFileName(), pictures, overTheWire, bare);
    }

    private Path setUp(List<Path> folders) throws IOException {
        Path data = folder.resolve("data");
        Path jobs = Files.createDirectories(data.resolve("jobs"));
        StringBuilder settings = new StringBuilder("listeners: [{dialect: plain, port: 7501}]\nstations:\n");
        for (int i = 0; i < folders.size(); i++) {
            String job = symbologyOf(folders.get(i));
            settings.append("  - number: ")
                    .append(i + 1)
                    .append("\n    job: ")
                    .append(job)
                    .append("\n    deadlineMs: 20000\n    camera:\n      driver: folder\n      settings: {folder: '")
                    .append(folders.get(i).toAbsolutePath())
                    .append("', repeat: false}\n");
            Files.writeString(jobs.resolve(job + ".yaml"), """
                    tools:
                      - {id: code, tool: code, timeLimitMs: 15000, settings: {symbologies: [%s]}}
                    outputs:
                      - {name: code, value: code.text}
                    """.formatted(job.equals("qrcode") ? "qr" : job));
        }
        Files.writeString(data.resolve("settings.yaml"), settings.append("pictures: {keep: none}\n"));
        return data;
    }

    private static List<Path> foldersIn(Path root) throws IOException {
        try (Stream<Path> all = Files.list(root)) {
            return all.filter(Files::isDirectory)
                    .filter(codes -> FORMATS.containsKey(symbologyOf(codes)))
                    .sorted()
                    .toList();
        }
    }

    private static String symbologyOf(Path codes) {
        return codes.getFileName().toString().replaceFirst("-.*", "");
    }

    private static int picturesIn(Path codes) throws IOException {
        try (Stream<Path> all = Files.list(codes)) {
            return (int) all.filter(file -> file.toString().matches(".*\\.(png|jpg|jpeg|bmp|tif|tiff)"))
                    .count();
        }
    }

    private static String truthOf(Path picture) throws IOException {
        String name = picture.getFileName().toString();
        Path truth = picture.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ".txt");
        return Files.readString(truth, StandardCharsets.UTF_8);
    }

    /** The library's reader with HybridBinarizer, TRY_HARDER and the one symbology; what is transparent is white. */
    private static Optional<String> readBare(Path file) throws IOException {
        BufferedImage picture = ImageIO.read(file.toFile());
        int width = picture.getWidth();
        int height = picture.getHeight();
        int[] pixels = Arrays.stream(picture.getRGB(0, 0, width, height, null, 0, width))
                .map(pixel -> pixel >>> 24 == 0 ? 0xFFFFFF : pixel)
                .toArray();
        Map<DecodeHintType, Object> hints = Map.of(
                DecodeHintType.TRY_HARDER,
                Boolean.TRUE,
                DecodeHintType.POSSIBLE_FORMATS,
                List.of(FORMATS.get(symbologyOf(file.getParent()))));
        try {
            return Optional.of(new MultiFormatReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels))), hints)
                    .getText());
        } catch (NotFoundException notRead) {
            return Optional.empty();
        }
    }
}
