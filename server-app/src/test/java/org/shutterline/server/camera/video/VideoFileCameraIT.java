package org.shutterline.server.camera.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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

class VideoFileCameraIT implements CameraContract {
    private static final int PICTURES = 30;

    private final FramePool pool = new FramePool(1 << 24);
    private final VideoFileCameraFactory factory = new VideoFileCameraFactory();

    @TempDir
    Path folder;

    private Path film;

    @BeforeEach
    void film() throws IOException {
        film = Films.film(folder.resolve("film.mp4"), PICTURES);
    }

    @Override
    public Camera open() throws CameraException {
        return open(Map.of("pixelFormat", "mono8"));
    }

    @Override
    public int widthPx() {
        return Counter.WIDTH;
    }

    @Override
    public int heightPx() {
        return Counter.HEIGHT;
    }

    @Override
    public PixelFormat format() {
        return PixelFormat.MONO8;
    }

    @ParameterizedTest
    @ValueSource(strings = {"film.mp4", "film.avi", "film of Jörg %d.avi"})
    void handsOnEachPictureOnceAndInOrderAndBeginsAgain(String name) throws Exception {
        film = Films.film(folder.resolve(name), PICTURES);
        try (Camera camera = open(Map.of())) {
            assertThat(numbers(camera, PICTURES + 3))
                    .isEqualTo(IntStream.rangeClosed(0, PICTURES + 2)
                            .mapToObj(i -> i % PICTURES + 1)
                            .toList());
        }
        assertThat(pool.bytesInUse()).isZero();
    }

    @ParameterizedTest
    @EnumSource(PixelFormat.class)
    void deliversGreyAndColour(PixelFormat format) throws Exception {
        try (Camera camera = open(Map.of("pixelFormat", format.word()));
                Frame frame = camera.capture(pool).frame()) {
            assertThat(frame.format()).isEqualTo(format);
            assertThat(frame.pixels().get(5 * format.bytes()) & 0xFF).isGreaterThan(240);
            assertThat(frame.pixels().get((Counter.WIDTH - 5) * format.bytes()) & 0xFF)
                    .isLessThan(15);
        }
    }

    @Test
    void stepsOverPictures() throws Exception {
        try (Camera camera = open(Map.of("step", 10))) {
            assertThat(numbers(camera, 4)).containsExactly(1, 11, 21, 1);
        }
    }

    @Test
    void endsWhereItIsNotToBeRepeated() throws Exception {
        try (Camera camera = open(Map.of("repeat", false, "step", 29))) {
            assertThat(numbers(camera, 2)).containsExactly(1, 30);
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> camera.capture(pool))
                        .hasMessage("no more pictures in " + film)
                        .isInstanceOfSatisfying(
                                CameraException.class, e -> assertThat(e.kind()).isEqualTo(Kind.THIS_PICTURE));
            }
        }
    }

    @Test
    void notesFileAndNumber() throws Exception {
        try (Camera camera = open()) {
            camera.capture(pool).frame().close();
            Shot second = camera.capture(pool);
            second.frame().close();

            assertThat(second.notes()).containsEntry("file", film.toString()).containsEntry("number", "2");
        }
    }

    @Test
    void isAwayWhereThereIsNoFilm() throws IOException {
        film = folder.resolve("none.mp4");
        assertThatThrownBy(this::open)
                .hasMessage(film + " cannot be read: it is not there")
                .isInstanceOfSatisfying(
                        CameraException.class, e -> assertThat(e.kind()).isEqualTo(Kind.CAMERA_AWAY));

        Files.writeString(film, "this is no film");
        assertThatThrownBy(this::open).hasMessage(film + " cannot be read: it sends no pictures that can be read");
    }

    /** Else a file that somebody sent could make the server ask any address. */
    @Test
    void followsNoAddressesInAFile() throws IOException {
        film = folder.resolve("list.m3u8");
        Files.writeString(
                film, "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nhttp://127.0.0.1:9/a.ts\n#EXT-X-ENDLIST\n");

        assertThatThrownBy(this::open).isInstanceOf(CameraException.class);
    }

    private List<Integer> numbers(Camera camera, int pictures) throws Exception {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < pictures; i++) {
            try (Frame frame = camera.capture(pool).frame()) {
                numbers.add(Counter.read(frame));
            }
        }
        return numbers;
    }

    private Camera open(Map<String, Object> settings) throws CameraException {
        Map<String, Object> all = new HashMap<>(Map.of("file", film.toString()));
        all.putAll(settings);
        return factory.open(Options.checked("test", all, factory.settings()));
    }
}
