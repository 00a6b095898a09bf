package org.shutterline.server.camera.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.frame.FramePool;
import org.shutterline.server.spi.Camera;
import org.shutterline.server.spi.CameraContract;
import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.CameraException.Kind;
import org.shutterline.server.spi.Frame;
import org.shutterline.server.spi.PixelFormat;
import org.shutterline.server.spi.Shot;

class FolderCameraTest implements CameraContract {
    private final FramePool pool = new FramePool(1 << 24);

    @TempDir
    Path root;

    private Path folder;

    @BeforeEach
    void threePictures() throws IOException {
        folder = Files.createDirectory(root.resolve("pictures"));
        save("part1.png", BufferedImage.TYPE_BYTE_GRAY, 10);
        save("part2.png", BufferedImage.TYPE_BYTE_GRAY, 20);
        save("part10.png", BufferedImage.TYPE_BYTE_GRAY, 100);
    }

    @Override
    public Camera open() throws CameraException {
        return open(Map.of());
    }

    @Override
    public int widthPx() {
        return 40;
    }

    @Override
    public int heightPx() {
        return 30;
    }

    @Override
    public PixelFormat format() {
        return PixelFormat.MONO8;
    }

    @Test
    void goesRoundInTheOrderOfPeople() throws Exception {
        Camera camera = open();
        assertThat(file(camera)).isEqualTo("part1.png");
        assertThat(file(camera)).isEqualTo("part2.png");
        assertThat(file(camera)).isEqualTo("part10.png");
        assertThat(file(camera)).isEqualTo("part1.png");
    }

    @Test
    void endsAfterOneRoundIfItIsTold() throws Exception {
        Camera camera = open(Map.of("repeat", false));
        for (int i = 0; i < 3; i++) {
            file(camera);
        }
        assertFails(camera, Kind.THIS_PICTURE, "no more pictures in " + folder);
        assertFails(camera, Kind.THIS_PICTURE, "no more pictures in " + folder);
    }

    @Test
    void picksUpNewFilesWithTheNextRound() throws Exception {
        Camera camera = open();
        file(camera);
        save("part0.png", BufferedImage.TYPE_BYTE_GRAY, 5);
        file(camera);
        file(camera);
        assertThat(file(camera)).isEqualTo("part0.png");
    }

    @Test
    void goesOnAfterAFileThatCannotBeRead() throws Exception {
        byte[] whole = Files.readAllBytes(folder.resolve("part2.png"));
        Files.write(folder.resolve("part2.png"), Arrays.copyOf(whole, whole.length / 2));
        Files.writeString(folder.resolve("part3.png"), "not a picture");
        Camera camera = open();
        assertThat(file(camera)).isEqualTo("part1.png");
        assertFails(camera, Kind.THIS_PICTURE, "part2.png");
        assertFails(camera, Kind.THIS_PICTURE, "part3.png");
        assertThat(file(camera)).isEqualTo("part10.png");
        assertThat(pool.bytesInUse()).isZero();
    }

    @Test
    void refusesAPictureBombByItsHeader() throws Exception {
        Files.write(folder.resolve("part0.png"), pngHeader(60_000, 60_000));
        Files.write(folder.resolve("part00.png"), pngHeader(30_000, 30_000));
        Camera camera = open();
        assertFails(camera, Kind.THIS_PICTURE, "part0.png: its header says 60000 x 60000");
        assertFails(camera, Kind.THIS_PICTURE, "part00.png");
        assertThat(file(camera)).isEqualTo("part1.png");
    }

    @Test
    void isAwayWithoutFolderOrPictures() throws Exception {
        Path empty = Files.createDirectory(root.resolve("empty"));
        Path missing = root.resolve("missing");
        for (Path none : new Path[] {empty, missing}) {
            assertThatThrownBy(() -> open(Map.of("folder", none.toString())))
                    .isInstanceOfSatisfying(CameraException.class, e -> {
                        assertThat(e.kind()).isEqualTo(Kind.CAMERA_AWAY);
                        assertThat(e).hasMessageContaining(none.toString());
                    });
        }
    }

    @Test
    void followsLinksToRegularFilesOnly() throws Exception {
        Files.createSymbolicLink(folder.resolve("part3.png"), folder.resolve("part1.png"));
        Files.createSymbolicLink(folder.resolve("part4.png"), Path.of("/dev/zero"));
        Camera camera = open(Map.of("repeat", false));
        for (String name : new String[] {"part1.png", "part2.png", "part3.png", "part10.png"}) {
            assertThat(file(camera)).isEqualTo(name);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "bmp", "tiff", "TIF"})
    void readsColourOfEveryFormat(String ending) throws Exception {
        save("part0." + ending, BufferedImage.TYPE_INT_RGB, 200);
        try (Frame frame = open().capture(pool).frame()) {
            assertThat(frame.format()).isEqualTo(PixelFormat.BGR8);
            assertThat(frame.pixels().get(3) & 0xFF).isBetween(197, 203);
            assertThat(frame.pixels().get(4) & 0xFF).isBetween(98, 102);
            assertThat(frame.pixels().get(5) & 0xFF).isBetween(48, 52);
        }
    }

    @Test
    void forcesAFormatIfItIsTold() throws Exception {
        save("part0.png", BufferedImage.TYPE_3BYTE_BGR, 200);
        try (Frame frame = open(Map.of("pixelFormat", "mono8")).capture(pool).frame()) {
            assertThat(frame.format()).isEqualTo(PixelFormat.MONO8);
            assertThat(frame.pixels().get(0) & 0xFF).isEqualTo(Math.round((299 * 50 + 587 * 100 + 114 * 200) / 1000f));
        }
        Camera camera = open(Map.of("pixelFormat", "bgr8"));
        file(camera);
        try (Frame frame = camera.capture(pool).frame()) {
            assertThat(frame.format()).isEqualTo(PixelFormat.BGR8);
            assertThat(frame.pixels().get(1)).isEqualTo((byte) 10);
        }
    }

    @Test
    void bringsSixteenBitsToTheUpperEight() throws Exception {
        BufferedImage deep = new BufferedImage(4, 4, BufferedImage.TYPE_USHORT_GRAY);
        deep.getRaster().setSample(0, 0, 0, 0xABCD);
        ImageIO.write(deep, "png", folder.resolve("part0.png").toFile());
        try (Frame frame = open().capture(pool).frame()) {
            assertThat(frame.format()).isEqualTo(PixelFormat.MONO8);
            assertThat(frame.pixels().get(0) & 0xFF).isEqualTo(0xAB);
        }
    }

    @Test
    void laysWhatIsTransparentOverWhite() throws Exception {
        BufferedImage glass = new BufferedImage(4, 4, BufferedImage.TYPE_INT_ARGB);
        glass.setRGB(1, 0, 0xFF102030);
        ImageIO.write(glass, "png", folder.resolve("part0.png").toFile());
        try (Frame frame = open().capture(pool).frame()) {
            ByteBuffer pixels = frame.pixels();
            assertThat(pixels.get(0) & 0xFF).isEqualTo(255);
            assertThat(pixels.get(3) & 0xFF).isEqualTo(0x30);
            assertThat(pixels.get(5) & 0xFF).isEqualTo(0x10);
        }
    }

    private Camera open(Map<String, Object> changes) throws CameraException {
        Map<String, Object> raw = new LinkedHashMap<>();
        raw.put("folder", folder.toString());
        raw.putAll(changes);
        FolderCameraFactory factory = new FolderCameraFactory();
        return factory.open(Options.checked("test", raw, factory.settings()));
    }

    private String file(Camera camera) throws Exception {
        Shot shot = camera.capture(pool);
        shot.frame().close();
        return shot.notes().get("file");
    }

    private void assertFails(Camera camera, Kind kind, String words) {
        assertThatThrownBy(() -> camera.capture(pool)).isInstanceOfSatisfying(CameraException.class, e -> {
            assertThat(e.kind()).isEqualTo(kind);
            assertThat(e).hasMessageContaining(words);
        });
    }

    /** Grey pictures are of one grey; coloured ones have this much blue, 100 green and 50 red. */
    private void save(String name, int type, int level) throws IOException {
        BufferedImage picture = new BufferedImage(40, 30, type);
        if (type == BufferedImage.TYPE_BYTE_GRAY) {
            byte[] levels = new byte[40 * 30];
            Arrays.fill(levels, (byte) level);
            picture.getRaster().setDataElements(0, 0, 40, 30, levels);
        } else {
            Graphics2D ink = picture.createGraphics();
            ink.setColor(new Color(50, 100, level));
            ink.fillRect(0, 0, 40, 30);
            ink.dispose();
        }
        String format = name.substring(name.lastIndexOf('.') + 1);
        assertThat(ImageIO.write(
                        picture,
                        format.equals("TIF") ? "tiff" : format,
                        folder.resolve(name).toFile()))
                .isTrue();
    }

    private static byte[] pngHeader(int width, int height) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        ByteBuffer chunk = ByteBuffer.allocate(17);
        chunk.put("IHDR".getBytes(StandardCharsets.US_ASCII)).putInt(width).putInt(height);
        chunk.put(new byte[] {8, 0, 0, 0, 0});
        CRC32 sum = new CRC32();
        sum.update(chunk.array());
        out.write(ByteBuffer.allocate(4).putInt(13).array());
        out.write(chunk.array());
        out.write(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
        return out.toByteArray();
    }
}
