package org.shutterline.server;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.List;
import org.shutterline.protocol.plugin.Catalog;
import org.shutterline.server.frame.FramePool;
import org.shutterline.server.spi.CameraFactory;
import org.shutterline.server.spi.InspectionToolFactory;
import org.shutterline.server.worker.CameraWorkerLoop;
import org.shutterline.server.worker.WorkerLoop;
import org.shutterline.server.worker.Workers;
import org.slf4j.LoggerFactory;

/** A worker: a process beside the server in which one tool or one camera runs. Started by the server, never by people. */
public final class WorkerMain {
    /** Pictures are handed on at once; a driver may hold some of the largest. */
    private static final long PICTURE_BYTES = 1L << 30;

    private WorkerMain() {}

    /** Exit codes: 0 the server is done with it, 1 anything else. */
    public static void main(String[] args) {
        Serials.refuseAll();
        Natives.keepPrivate();
        // what a tool or its library prints must not come between the answers
        System.setOut(System.err);
        int code = 0;
        try (FileInputStream in = new FileInputStream(FileDescriptor.in);
                FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
            if (List.of(args).contains(Workers.CAMERA)) {
                Catalog<CameraFactory> drivers = Catalog.installed("camera", CameraFactory.class);
                new CameraWorkerLoop(drivers, new FramePool(PICTURE_BYTES), in.getChannel(), out).run();
            } else {
                Catalog<InspectionToolFactory> kinds = Catalog.installed("tool", InspectionToolFactory.class);
                new WorkerLoop(kinds, in.getChannel(), out).run();
            }
        } catch (IOException | RuntimeException | Error broken) {
            LoggerFactory.getLogger(WorkerMain.class).error("the worker broke", broken);
            code = 1;
        }
        Runtime.getRuntime().halt(code);
    }
}
