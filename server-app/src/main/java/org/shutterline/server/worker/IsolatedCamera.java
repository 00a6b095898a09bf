package org.shutterline.server.worker;

import java.io.IOException;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.spi.Camera;
import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.CameraException.Kind;
import org.shutterline.server.spi.CameraIdentity;
import org.shutterline.server.spi.Frame;
import org.shutterline.server.spi.FrameSource;
import org.shutterline.server.spi.Shot;

/**
 * Stands for a camera in a process of its own. A picture that was given up and does not come back in a moment costs the process,
 * whatever its driver hangs in; a driver that crashes costs nothing else.
 */
final class IsolatedCamera implements Camera {
    private static final long OPEN_MS = 30_000;
    /** So long a picture that is wanted no more may take to be given up: less than the second after which a station is a fault. */
    private static final long GIVE_UP_MS = 800;

    private final CameraProcess process;
    private final CameraIdentity identity;
    private final boolean takesByItself;

    private IsolatedCamera(CameraProcess process, Map<String, Object> hello) {
        this.process = process;
        this.identity =
                hello.get("identity") instanceof Map<?, ?> told ? ShotJson.identity(told) : CameraIdentity.UNTOLD;
        this.takesByItself = Boolean.TRUE.equals(hello.get("takesByItself"));
    }

    /** Waits until its process has opened the camera. */
    static IsolatedCamera open(CameraProcess process) throws CameraException {
        try {
            Map<String, Object> hello = process.hello().get(OPEN_MS, TimeUnit.MILLISECONDS);
            check(hello);
            return new IsolatedCamera(process, hello);
        } catch (InterruptedException stop) {
            process.close();
            Thread.currentThread().interrupt();
            throw new CameraException(Kind.CAMERA_AWAY, "it is not opened any more", stop);
        } catch (ExecutionException | TimeoutException broken) {
            process.close();
            throw away(broken);
        } catch (CameraException refused) {
            process.close();
            throw refused;
        }
    }

    private static CameraException away(Exception broken) {
        String why = broken instanceof TimeoutException
                ? "the camera's process did not open it within " + OPEN_MS / 1_000 + " s"
                : String.valueOf(broken.getCause().getMessage());
        return new CameraException(Kind.CAMERA_AWAY, why, broken);
    }

    private static void check(Map<String, Object> answer) throws CameraException {
        if (answer.get("failed") instanceof String kind) {
            throw new CameraException(Kind.valueOf(kind), String.valueOf(answer.get("why")));
        }
    }

    @Override
    public Shot capture(FrameSource frames) throws CameraException, InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("given up before it was asked for");
        }
        return shot(frames, answer(process.ask("capture", Map.of()))).orElseThrow(NoSuchElementException::new);
    }

    @Override
    public Optional<Shot> await(FrameSource frames, long mostMs) throws CameraException, InterruptedException {
        return shot(frames, answer(process.ask("await", Map.of("ms", mostMs))));
    }

    @Override
    public void check() throws CameraException, InterruptedException {
        answer(process.ask("check", Map.of()));
    }

    private Optional<Shot> shot(FrameSource frames, Map<String, Object> answer) throws CameraException {
        if (!(answer.get("shot") instanceof Map<?, ?> told)) {
            return Optional.empty();
        }
        try {
            ShotJson.Told picture = ShotJson.read(told);
            Frame frame = frames.take(picture.widthPx(), picture.heightPx(), picture.format());
            frame.pixels().put(process.slot().bytes(picture.bytes()));
            return Optional.of(new Shot(frame, picture.exposure(), picture.notes()));
        } catch (IOException notAsAgreed) {
            process.condemn("the camera's process " + notAsAgreed.getMessage());
            throw new CameraException(Kind.CAMERA_AWAY, String.valueOf(notAsAgreed.getMessage()), notAsAgreed);
        }
    }

    private Map<String, Object> answer(CompletableFuture<Map<String, Object>> asked)
            throws CameraException, InterruptedException {
        try {
            Map<String, Object> answer = asked.get();
            check(answer);
            return answer;
        } catch (ExecutionException over) {
            throw away(over);
        } catch (InterruptedException wantedNoMore) {
            giveUp(asked);
            throw wantedNoMore;
        }
    }

    private void giveUp(CompletableFuture<Map<String, Object>> asked) throws CameraException, InterruptedException {
        process.giveUp();
        try {
            asked.get(GIVE_UP_MS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException hangs) {
            process.condemn("the camera's driver hung");
            throw new CameraException(
                    Kind.CAMERA_AWAY, "the camera's driver hung in a picture; its process was ended", hangs);
        } catch (ExecutionException over) {
            throw away(over);
        }
    }

    @Override
    public boolean adjust(Options options) throws CameraException {
        try {
            return Boolean.TRUE.equals(answer(process.ask("adjust", Map.of("settings", options.written())))
                    .get("adjusted"));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new CameraException(Kind.THIS_PICTURE, "the settings are not taken any more", stop);
        }
    }

    @Override
    public CameraIdentity identity() {
        return identity;
    }

    @Override
    public boolean takesByItself() {
        return takesByItself;
    }

    @Override
    public void close() {
        process.close();
    }
}
