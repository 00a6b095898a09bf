package org.shutterline.server.camera.gige;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.shutterline.server.camera.FiguresPage;
import org.shutterline.server.frame.FramePool;
import org.shutterline.server.spi.Camera;
import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.Frame;
import org.shutterline.server.spi.Shot;

/**
 * Measures the driver beside the bare calls of the library that it is made of, with the fake camera at 1280 x 1024, in turn
 * in one process, and writes the section of the page of figures. Needs root and aravis-tools.
 */
public final class GigeFigures {
    private static final String TITLE = "The camera driver gige";
    private static final int REPEATS = 5;
    private static final Map<String, Object> SIZE = Map.of("widthPx", 1280, "heightPx", 1024);

    private final Natives natives;
    private final StringBuilder rows = new StringBuilder();
    private final StringBuilder stations = new StringBuilder();

    private GigeFigures(Natives natives) {
        this.natives = natives;
    }

    /** @param args the page */
    public static void main(String[] args) throws Exception {
        LoopbackNamespace.enter();
        GigeFigures figures = new GigeFigures(Natives.load(Natives.ARAVIS));
        for (int fps : new int[] {25, 100}) {
            for (int packetBytes : new int[] {1400, 8192}) {
                figures.measure(fps, packetBytes);
            }
            figures.station("triggered over the wire", fps, StationTimes.triggered(fps));
            figures.station("by the camera itself", fps, StationTimes.byItself(fps));
        }
        FiguresPage.write(Path.of(args[0]), TITLE, figures.section());
    }

    private void measure(int fps, int packetBytes) throws Exception {
        Times asked = Times.NONE;
        Times askedBare = Times.NONE;
        Times way = Times.NONE;
        Times wayBare = Times.NONE;
        int pictures = 2 * fps;
        Map<String, Object> settings = Map.of("frameRate", fps, "packetSizeBytes", packetBytes);
        for (int i = 0; i < REPEATS; i++) {
            FakeCamera fake = FakeCamera.at(1);
            try {
                asked = asked.and(triggered(settings, pictures));
                askedBare = askedBare.and(bare(settings, pictures, true));
                way = way.and(running(settings, pictures));
                wayBare = wayBare.and(bare(settings, pictures, false));
            } finally {
                fake.close();
            }
        }
        row("trigger to picture", fps, packetBytes, asked, askedBare);
        row("camera's stamp to picture", fps, packetBytes, way, wayBare);
    }

    private Camera open(Map<String, Object> settings, Map<String, Object> more) throws Exception {
        Map<String, Object> all = new HashMap<>(SIZE);
        all.putAll(settings);
        all.putAll(more);
        return new GigeCameraFactory().open(GigeCameras.at(1, all));
    }

    private Times triggered(Map<String, Object> settings, int pictures) throws Exception {
        FramePool pool = new FramePool(1 << 26);
        double[] ms = new double[pictures];
        try (Camera camera = open(settings, Map.of())) {
            for (int i = 0; i < pictures; i++) {
                long begin = System.nanoTime();
                try (Frame frame = camera.capture(pool).frame()) {
                    ms[i] = frame.bytes() > 0 ? (System.nanoTime() - begin) / 1e6 : Double.NaN;
                } catch (CameraException lost) {
                    ms[i] = lost(lost);
                }
            }
        }
        return new Times(ms);
    }

    /** The camera runs and the driver takes what comes, as if a line triggered it. The fake's clock is that of the wall. */
    private Times running(Map<String, Object> settings, int pictures) throws Exception {
        FramePool pool = new FramePool(1 << 26);
        double[] ms = new double[pictures];
        try (Camera camera = open(settings, Map.of("trigger", "line0", "features", Map.of("TriggerMode", "Off")))) {
            for (int i = 0; i < pictures; i++) {
                try {
                    Shot shot = camera.await(pool, 2_000).orElseThrow();
                    ms[i] = (GigeCameras.wallNanos()
                                    - shot.exposure().cameraNanos().orElseThrow())
                            / 1e6;
                    shot.frame().close();
                } catch (CameraException lost) {
                    ms[i] = lost(lost);
                }
            }
        }
        return new Times(ms);
    }

    /** As a program in C would: eight buffers, trigger, pop, look at the status, push again. */
    private Times bare(Map<String, Object> settings, int pictures, boolean trigger) throws Exception {
        Aravis aravis = natives.aravis();
        PointerByReference error = new PointerByReference();
        Pointer camera = aravis.arv_camera_new(FakeCamera.address(1), error);
        aravis.arv_camera_clear_triggers(camera, error);
        aravis.arv_camera_set_region(camera, 0, 0, 1280, 1024, error);
        aravis.arv_camera_set_pixel_format_from_string(camera, "Mono8", error);
        aravis.arv_camera_set_acquisition_mode(camera, Aravis.CONTINUOUS, error);
        aravis.arv_camera_set_frame_rate(camera, (Integer) settings.get("frameRate"), error);
        aravis.arv_camera_gv_set_packet_size(camera, (Integer) settings.get("packetSizeBytes"), error);
        if (trigger) {
            aravis.arv_camera_set_trigger(camera, "Software", error);
        }
        aravis.arv_gv_device_set_stream_options(aravis.arv_camera_get_device(camera), Aravis.NO_PACKET_SOCKET);
        Pointer stream = aravis.arv_camera_create_stream(camera, Pointer.NULL, Pointer.NULL, error);
        natives.objects().g_object_set(stream, "socket-buffer", 0, "socket-buffer-size", 4 << 20, Pointer.NULL);
        Memory[] memory = new Memory[8];
        for (int i = 0; i < memory.length; i++) {
            memory[i] = new Memory(1280 * 1024);
            aravis.arv_stream_push_buffer(stream, aravis.arv_buffer_new(1280 * 1024, memory[i]));
        }
        aravis.arv_camera_start_acquisition(camera, error);
        double[] ms = new double[pictures];
        for (int i = 0; i < pictures; i++) {
            long begin = System.nanoTime();
            if (trigger) {
                aravis.arv_camera_software_trigger(camera, error);
            }
            Pointer buffer = aravis.arv_stream_timeout_pop_buffer(stream, 2_000_000);
            if (aravis.arv_buffer_get_status(buffer) != 0) {
                ms[i] = Double.NaN;
            } else {
                ms[i] = (trigger
                                ? System.nanoTime() - begin
                                : GigeCameras.wallNanos() - aravis.arv_buffer_get_timestamp(buffer))
                        / 1e6;
            }
            aravis.arv_stream_push_buffer(stream, buffer);
        }
        aravis.arv_camera_stop_acquisition(camera, error);
        natives.objects().g_object_unref(stream);
        natives.objects().g_object_unref(camera);
        return new Times(ms);
    }

    private static double lost(CameraException told) throws CameraException {
        if (told.kind() == CameraException.Kind.CAMERA_AWAY) {
            throw told;
        }
        return Double.NaN;
    }

    private void row(String what, int fps, int packetBytes, Times ours, Times bare) {
        rows.append(String.format(
                Locale.ROOT,
                "| %s, %d fps, packets of %d bytes | %s, %d | %s, %d | %d |%n",
                what,
                fps,
                packetBytes,
                ours.words(),
                ours.lost(),
                bare.words(),
                bare.lost(),
                ours.count()));
    }

    private void station(String what, int fps, StationTimes.Measured times) {
        stations.append(String.format(
                Locale.ROOT,
                "| %s, %d fps | %s | %s | %d of %d |%n",
                what,
                fps,
                times.toFrame().words(),
                times.toResult().words(),
                times.toFrame().lost(),
                times.toFrame().count()));
    }

    /** Other sections stay as they are. */
    private String section() {
        return """

                Written by `mvn -Pcamera-figures verify -DskipTests -pl server-app -am` (as root, with aravis-tools), which lets the driver and
                the bare calls of libaravis from Java take 1280 x 1024 px, Mono8, of the same fake camera in turn, over loopback in a network
                of its own. "Bare" is what a program in C would do: eight buffers, trigger, pop, look at the status, push again, with the
                same kind of socket and 4 MiB for it. The fake answers a trigger at its own tick of 40 ms, whatever its frame rate: the first
                rows measure that. The second ones are the way of a picture from the camera's clock into a frame. No pixel is copied.

                | what | driver p50 / p99 ms, lost | bare p50 / p99 ms, lost | pictures each |
                |---|---|---|---|
                """ + rows + """

                The same camera as that of a station of a whole server, in a process of its own, packets of 8192 bytes, a job of one tool. From the trigger
                to the frame, and from the frame to the result that is safe on the disk. What the camera begins itself has no trigger before
                the frame. Lost is a result without a picture, and a picture that began no inspection.

                | what | trigger to frame p50 / p99 ms | frame to result p50 / p99 ms | lost |
                |---|---|---|---|
                """ + stations;
    }
}
