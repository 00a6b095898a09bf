package org.shutterline.server.worker;

import java.io.IOException;
import java.util.List;
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
import org.shutterline.server.spi.FoundCamera;
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
    /** So much longer than it should be an answer may take that no deadline waits for. */
    private static final long SLACK_MS = 2_000;

    private static final long ADJUST_MS = 10_000;

    private final CameraProcess process;
    private final CameraIdentity identity;
    private final boolean takesByItself;
    private final boolean repeatsWhatIsStill;

    private IsolatedCamera(CameraProcess process, Map<String, Object> hello) {
        this.process = process;
        this.identity =
                hello.get("identity") instanceof Map<?, ?> told ? ShotJson.identity(told) : CameraIdentity.UNTOLD;
        this.takesByItself = Boolean.TRUE.equals(hello.get("takesByItself"));
        this.repeatsWhatIsStill = Boolean.TRUE.equals(hello.get("repeatsWhatIsStill"));
    }

    /**
     * Waits until its process has opened the camera. If that says that it cannot, it is not closed: it may be asked once more.
     *
     * @param opened its answer
     */
    static IsolatedCamera open(CameraProcess process, CompletableFuture<Map<String, Object>> opened)
            throws CameraException {
        try {
            Map<String, Object> hello = opened.get(OPEN_MS, TimeUnit.MILLISECONDS);
            check(hello);
            return new IsolatedCamera(process, hello);
        } catch (InterruptedException stop) {
            process.close();
            Thread.currentThread().interrupt();
            throw new CameraException(Kind.CAMERA_AWAY, "it is not opened any more", stop);
        } catch (ExecutionException | TimeoutException broken) {
            process.close();
            throw away(broken);
        }
    }

    /** Waits until a process has said which cameras there are. */
    static List<FoundCamera> found(CameraProcess process) throws CameraException, InterruptedException {
        try {
            Map<String, Object> hello = process.hello().get(OPEN_MS, TimeUnit.MILLISECONDS);
            check(hello);
            return ShotJson.found(hello);
        } catch (ExecutionException | TimeoutException broken) {
            throw away(broken);
        } catch (IOException notAsAgreed) {
            throw new CameraException(Kind.CAMERA_AWAY, String.valueOf(notAsAgreed.getMessage()), notAsAgreed);
        }
    }

    private static CameraException away(Exception broken) {
        String why = broken instanceof TimeoutException
                ? "the camera's process did not answer within " + OPEN_MS / 1_000 + " s"
                : String.valueOf(broken.getCause().getMessage());
        return new CameraException(Kind.CAMERA_AWAY, why, broken);
    }

    private static void check(Map<String, Object> answer) throws CameraException {
        if (answer.get("failed") instanceof String kind) {
            throw new CameraException(Kind.valueOf(kind), String.valueOf(answer.get("why")));
        }
    }

    /** Whoever asks ends it by an interrupt when it takes too long. */
    @Override
    public Shot capture(FrameSource frames) throws CameraException, InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("given up before it was asked for");
        }
        Map<String, Object> answer = answer("capture", Map.of(), Long.MAX_VALUE);
        if (answer.containsKey("gaveUp")) {
            Thread.interrupted();
            throw new InterruptedException("given up");
        }
        return shot(frames, answer).orElseThrow(NoSuchElementException::new);
    }

    /** A picture that comes while it is given up is not lost: it is handed on, and the interrupt is still there. */
    @Override
    public Optional<Shot> await(FrameSource frames, long mostMs) throws CameraException, InterruptedException {
        return shot(frames, answer("await", Map.of("ms", mostMs), mostMs + SLACK_MS));
    }

    @Override
    public void check() throws CameraException, InterruptedException {
        answer("check", Map.of(), SLACK_MS);
    }

    /** Not to be interrupted while it maps the memory: that would close it. */
    private Optional<Shot> shot(FrameSource frames, Map<String, Object> answer) throws CameraException {
        if (!(answer.get("shot") instanceof Map<?, ?> told)) {
            return Optional.empty();
        }
        boolean interrupted = Thread.interrupted();
        Optional<Frame> frame = Optional.empty();
        boolean filled = false;
        try {
            ShotJson.Told picture = ShotJson.read(told);
            frame = Optional.of(frames.take(picture.widthPx(), picture.heightPx(), picture.format()));
            process.slot().empty(frame.get().pixels());
            filled = true;
            return Optional.of(new Shot(frame.get(), picture.exposure(), picture.notes()));
        } catch (IOException notAsAgreed) {
            process.condemn("the camera's process " + notAsAgreed.getMessage());
            throw new CameraException(Kind.CAMERA_AWAY, String.valueOf(notAsAgreed.getMessage()), notAsAgreed);
        } finally {
            if (!filled) {
                frame.ifPresent(Frame::close);
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /**
     * Asks, and waits for the answer. When the caller is interrupted it is given up and what comes of it is still awaited, a moment
     * long: an answer is then returned with the interrupt still there.
     */
    private Map<String, Object> answer(String what, Map<String, Object> more, long mostMs) throws CameraException {
        CompletableFuture<Map<String, Object>> asked = process.ask(what, more);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    Map<String, Object> answer = asked.get(interrupted ? GIVE_UP_MS : mostMs, TimeUnit.MILLISECONDS);
                    check(answer);
                    return answer;
                } catch (InterruptedException wantedNoMore) {
                    if (!interrupted) {
                        process.giveUp();
                    }
                    interrupted = true;
                }
            }
        } catch (TimeoutException hangs) {
            process.condemn("the camera's driver hung");
            throw new CameraException(
                    Kind.CAMERA_AWAY, "the camera's driver hung in a picture; its process was ended", hangs);
        } catch (ExecutionException over) {
            throw away(over);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean adjust(Options options) throws CameraException {
        Map<String, Object> answer = answer("adjust", Map.of("settings", options.written()), ADJUST_MS);
        if (answer.containsKey("gaveUp")) {
            throw new CameraException(Kind.THIS_PICTURE, "the settings are not taken any more");
        }
        return Boolean.TRUE.equals(answer.get("adjusted"));
    }

    @Override
    public CameraIdentity identity() {
        return identity;
    }

    @Override
    public boolean repeatsWhatIsStill() {
        return repeatsWhatIsStill;
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
