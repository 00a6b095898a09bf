package org.shutterline.server.camera.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.frame.FramePool;
import org.shutterline.server.spi.Camera;
import org.shutterline.server.spi.CameraContract;
import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.CameraException.Kind;
import org.shutterline.server.spi.Exposure.Freshness;
import org.shutterline.server.spi.Frame;
import org.shutterline.server.spi.PixelFormat;
import org.shutterline.server.spi.Shot;

class HttpCameraIT implements CameraContract {
    private final FramePool pool = new FramePool(1 << 24);
    private final HttpCameraFactory factory = new HttpCameraFactory();
    private SnapshotServer server;

    @BeforeEach
    void serve() throws IOException {
        server = new SnapshotServer();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Override
    public Camera open() throws CameraException {
        return open(Map.of());
    }

    @Override
    public int widthPx() {
        return SnapshotServer.WIDTH;
    }

    @Override
    public int heightPx() {
        return SnapshotServer.HEIGHT;
    }

    @Override
    public PixelFormat format() {
        return PixelFormat.MONO8;
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "bmp"})
    void readsEachKindOfPicture(String kind) throws Exception {
        server.does(SnapshotServer.sends("image/" + kind, SnapshotServer.picture(kind)));
        try (Camera camera = open(Map.of("pixelFormat", "mono8"));
                Frame frame = camera.capture(pool).frame()) {
            assertThat(frame.pixels().get(40) & 0xFF).isBetween(195, 205);
            assertThat(frame.format()).isEqualTo(PixelFormat.MONO8);
        }
    }

    @Test
    void saysWhenThePictureArrivedAndAsksPastCaches() throws Exception {
        try (Camera camera = open()) {
            long before = System.nanoTime();
            Shot shot = camera.capture(pool);
            shot.frame().close();

            assertThat(shot.exposure().freshness()).isEqualTo(Freshness.ARRIVAL);
            assertThat(shot.exposure().arrivedNanos().orElseThrow()).isBetween(before, System.nanoTime());
            assertThat(server.cacheWords()).hasSize(2).containsOnly("no-cache");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401 | CAMERA_AWAY  | asks for a login: set user and password",
                "403 | CAMERA_AWAY  | asks for a login: set user and password",
                "404 | CAMERA_AWAY  | there is no picture at",
                "302 | CAMERA_AWAY  | sends on to another address",
                "500 | THIS_PICTURE | has no picture now (500)",
                "503 | THIS_PICTURE | has no picture now (503)",
                "204 | THIS_PICTURE | has no picture now (204)"
            })
    void saysWhatAnAnswerWithoutAPictureMeans(int status, Kind kind, String words) throws Exception {
        refuses(SnapshotServer.says(status), Map.of(), kind, words);
    }

    @Test
    void refusesAPageForBrowsers() throws Exception {
        byte[] page = "\n<!DOCTYPE html><html></html>".getBytes(StandardCharsets.UTF_8);

        refuses(SnapshotServer.sends("image/jpeg", page), Map.of(), Kind.THIS_PICTURE, "is a text and no picture");
    }

    @Test
    void refusesRubbishAndNothing() throws Exception {
        byte[] rubbish = new byte[5_000];
        Arrays.fill(rubbish, (byte) 7);

        refuses(
                SnapshotServer.sends("image/jpeg", rubbish),
                Map.of(),
                Kind.THIS_PICTURE,
                "cannot be read: it is not a");
        refuses(SnapshotServer.sends("image/jpeg", new byte[0]), Map.of(), Kind.THIS_PICTURE, "is empty");
    }

    @Test
    void refusesAnAnswerThatBreaksOff() throws Exception {
        refuses(SnapshotServer.endsEarly(), Map.of(), Kind.THIS_PICTURE, "broke off before it was whole");
    }

    /** Decoders fill the rest with grey and say nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "bmp"})
    void refusesAPartOfAPictureThatSaysItIsAll(String kind) throws Exception {
        byte[] whole = SnapshotServer.picture(kind);
        byte[] part = Arrays.copyOf(whole, whole.length - 100);

        refuses(SnapshotServer.sends("image/" + kind, part), Map.of(), Kind.THIS_PICTURE, "ends before it is whole");
    }

    @Test
    void hangsUpWhereThePictureNeverEnds() throws Exception {
        refuses(
                SnapshotServer.neverEnds(),
                Map.of("mostMegabytes", 1),
                Kind.THIS_PICTURE,
                "has more than 1000000 bytes");
    }

    @Test
    void hangsUpWhereThePictureTakesTooLong() throws Exception {
        try (Camera camera = open(Map.of("answerMs", 300))) {
            server.does(server.hangs());
            long before = System.nanoTime();

            assertThat(failure(camera)).hasMessageContaining("no whole picture").hasMessageContaining("within 300 ms");
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
            server.does(SnapshotServer.sends("image/png", SnapshotServer.picture("png")));
            camera.capture(pool).frame().close();
        }
    }

    @Test
    void isAwayWhereNothingListensAndComesBack() throws Exception {
        int port = server.port();
        try (Camera camera = open()) {
            camera.check();
            server.close();
            await().untilAsserted(() -> assertThatThrownBy(camera::check)
                    .isInstanceOfSatisfying(
                            CameraException.class, e -> assertThat(e.kind()).isEqualTo(Kind.CAMERA_AWAY)));

            CameraException gone = failure(camera);
            assertThat(gone.kind()).isEqualTo(Kind.CAMERA_AWAY);
            assertThat(gone).hasMessageStartingWith("nothing answers at http://127.0.0.1:" + port);
        }
        String address = "http://127.0.0.1:" + port + "/snap";
        assertThatThrownBy(() -> open(Map.of("address", address)))
                .hasMessageStartingWith("cannot connect to " + address)
                .isInstanceOfSatisfying(
                        CameraException.class, e -> assertThat(e.kind()).isEqualTo(Kind.CAMERA_AWAY));
        server = new SnapshotServer(port);
        try (Camera camera = open()) {
            camera.capture(pool).frame().close();
        }
    }

    @Test
    void whateverIsWrongWhenItIsOpenedTheCameraIsAway() {
        server.does(SnapshotServer.says(503));

        assertThatThrownBy(this::open)
                .isInstanceOfSatisfying(
                        CameraException.class, e -> assertThat(e.kind()).isEqualTo(Kind.CAMERA_AWAY));
    }

    @Test
    void givesUpAtOnceWhenInterruptedAndIsReadyForTheNext() throws Exception {
        try (Camera camera = open()) {
            CountDownLatch asked = new CountDownLatch(1);
            HttpHandler hangs = server.hangs();
            server.does(exchange -> {
                asked.countDown();
                hangs.handle(exchange);
            });
            Thread caller = Thread.currentThread();
            AtomicLong interruptedAt = new AtomicLong();
            Thread impatient = new Thread(() -> {
                try {
                    asked.await();
                } catch (InterruptedException e) {
                    return;
                }
                interruptedAt.set(System.nanoTime());
                caller.interrupt();
            });
            impatient.start();

            assertThatThrownBy(() -> camera.capture(pool)).isInstanceOf(InterruptedException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - interruptedAt.get()))
                    .isLessThan(Duration.ofMillis(50));
            impatient.join();
            server.does(SnapshotServer.sends("image/png", SnapshotServer.picture("png")));
            camera.capture(pool).frame().close();
            assertThat(pool.bytesInUse()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic", "MD5", "SHA-256"})
    void logsIn(String scheme) throws Exception {
        LoginDesk desk = new LoginDesk(scheme, "anna", "Grüße:1");
        server.does(desk);
        try (Camera camera = open(Map.of("user", "anna", "password", "Grüße:1"))) {
            for (int i = 0; i < 3; i++) {
                camera.capture(pool).frame().close();
            }
        }
        assertThat(desk.turnedAway()).as("only the first question has no login").isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic", "MD5", "SHA-256"})
    void aWrongLoginIsToldWithoutIt(String scheme) {
        server.does(new LoginDesk(scheme, "anna", "right"));
        Map<String, Object> wrong = Map.of("user", "anna-7", "password", "s3cret");

        CameraException failure = catchThrowableOfType(CameraException.class, () -> open(wrong));

        assertThat(failure).hasMessage(server.address() + " does not accept user and password");
        assertThat(failure.kind()).isEqualTo(Kind.CAMERA_AWAY);
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            assertThat(cause.toString()).doesNotContain("s3cret").doesNotContain("anna-7");
        }
    }

    @Test
    void logsInAgainWhenTheCameraWantsIt() throws Exception {
        server.does(new LoginDesk("MD5", "anna", "x"));
        try (Camera camera = open(Map.of("user", "anna", "password", "x"))) {
            LoginDesk restarted = new LoginDesk("SHA-256", "anna", "x");
            server.does(restarted);

            camera.capture(pool).frame().close();
            assertThat(restarted.turnedAway()).isEqualTo(1);
        }
    }

    @Test
    void aLoginInTheAddressIsUsedAndNeverShown() throws Exception {
        server.does(new LoginDesk("Basic", "anna", "s3cret"));
        String address = server.address().replace("//", "//anna:s3cret@");
        try (Camera camera = open(Map.of("address", address))) {
            assertThat(camera.identity().address()).isEqualTo(server.address());
            assertThat(factory.describe(options(Map.of("address", address))))
                    .isEqualTo("Snapshots of " + server.address());
        }
    }

    @Test
    void refusesAnOldPictureFromACache() throws Exception {
        refuses(dated("Age", "5"), Map.of(), Kind.THIS_PICTURE, "an old picture from a cache");
        refuses(dated("Last-Modified", ago(10)), Map.of(), Kind.THIS_PICTURE, "an old picture from a cache");
    }

    @Test
    void takesAPictureThatIsSaidToBeNew() throws Exception {
        server.does(dated("Last-Modified", ago(0)));
        try (Camera camera = open()) {
            camera.capture(pool).frame().close();
            server.does(dated("Age", "0"));
            camera.capture(pool).frame().close();
        }
    }

    private static HttpHandler dated(String head, String value) {
        return exchange -> {
            exchange.getResponseHeaders().set(head, value);
            SnapshotServer.send(exchange, "image/png", SnapshotServer.picture("png"));
        };
    }

    private static String ago(int seconds) {
        return ZonedDateTime.now(ZoneOffset.UTC).minusSeconds(seconds).format(DateTimeFormatter.RFC_1123_DATE_TIME);
    }

    private void refuses(HttpHandler manner, Map<String, Object> settings, Kind kind, String words) throws Exception {
        server.does(SnapshotServer.sends("image/png", SnapshotServer.picture("png")));
        try (Camera camera = open(settings)) {
            server.does(manner);
            CameraException failure = failure(camera);

            assertThat(failure).hasMessageContaining(words).hasMessageContaining(server.address());
            assertThat(failure.kind()).isEqualTo(kind);
            assertThat(pool.bytesInUse()).isZero();
            server.does(SnapshotServer.sends("image/png", SnapshotServer.picture("png")));
            camera.capture(pool).frame().close();
        }
    }

    private CameraException failure(Camera camera) {
        return Optional.ofNullable(catchThrowableOfType(
                        CameraException.class,
                        () -> camera.capture(pool).frame().close()))
                .orElseThrow(() -> new AssertionError("a picture came"));
    }

    private Camera open(Map<String, Object> settings) throws CameraException {
        return factory.open(options(settings));
    }

    private Options options(Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(Map.of("address", server.address()));
        all.putAll(settings);
        return Options.checked("test", all, factory.settings());
    }
}
