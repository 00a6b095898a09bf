package org.shutterline.docs.bench;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.shutterline.protocol.plugin.Catalog;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.frame.FramePool;
import org.shutterline.server.guard.CameraPost;
import org.shutterline.server.guard.FaultPlan;
import org.shutterline.server.guard.GuardSettings;
import org.shutterline.server.guard.GuardSettings.Isolated;
import org.shutterline.server.guard.GuardSettings.SamePictures;
import org.shutterline.server.spi.Camera;
import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.CameraFactory;
import org.shutterline.server.worker.CameraWorkerLoop;
import org.shutterline.server.worker.Workers;

/** What it costs to guard a camera, and to run it in a process of its own: prints a table of a camera that takes no time. */
public final class CameraIsolationCost {
    private static final int WIDTH_PX = 1280;
    private static final int HEIGHT_PX = 1024;
    private static final int WARM = 500;
    private static final int ROUNDS = 2_000;
    private static final long MEMORY = 64L << 20;

    private CameraIsolationCost() {}

    public static void main(String[] args) throws Exception {
        StillCameraFactory still = new StillCameraFactory();
        if (Arrays.asList(args).contains(Workers.CAMERA)) {
            work(still);
            return;
        }
        Workers workers = Workers.likeThis(CameraIsolationCost.class.getName());
        Options options =
                Options.checked("bench", Map.of("widthPx", WIDTH_PX, "heightPx", HEIGHT_PX), still.settings());
        System.out.println("| a picture of 1280 x 1024 mono8, ms | fastest tenth | median | p99 |");
        System.out.println("|---|---|---|---|");
        row("from the driver", still.open(options));
        row("guarded, pixels not compared", guarded(still, options, SamePictures.ALLOWED));
        // a copy of eight plates comes again and again, so what compares pixels refuses: the time is the same
        row("guarded, pixels compared", guarded(still, options, SamePictures.REFUSED));
        row("from a process of its own", workers.isolated(still).open(options));
    }

    private static void work(CameraFactory driver) throws IOException {
        System.setOut(System.err);
        try (FileInputStream in = new FileInputStream(FileDescriptor.in);
                FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
            new CameraWorkerLoop(new Catalog<>("camera", List.of(driver)), new FramePool(MEMORY), in.getChannel(), out)
                    .run();
        }
        Runtime.getRuntime().halt(0);
    }

    private static Camera guarded(CameraFactory driver, Options options, SamePictures same) throws Exception {
        return new CameraPost(driver, options, new GuardSettings("", same, Isolated.NO, FaultPlan.NONE)).open();
    }

    private static void row(String what, Camera open) throws Exception {
        FramePool frames = new FramePool(MEMORY);
        double[] ms = new double[ROUNDS];
        try (open) {
            for (int i = -WARM; i < ROUNDS; i++) {
                long start = System.nanoTime();
                take(open, frames);
                if (i >= 0) {
                    ms[i] = (System.nanoTime() - start) / 1e6;
                }
            }
        }
        Arrays.sort(ms);
        System.out.printf(
                Locale.ROOT,
                "| %s | %.3f | %.3f | %.3f |%n",
                what,
                ms[ROUNDS / 10],
                ms[ROUNDS / 2],
                ms[ROUNDS * 99 / 100]);
    }

    private static void take(Camera camera, FramePool frames) throws InterruptedException {
        try {
            camera.capture(frames).frame().close();
        } catch (CameraException cameBefore) {
            // its time counts all the same
        }
    }
}
