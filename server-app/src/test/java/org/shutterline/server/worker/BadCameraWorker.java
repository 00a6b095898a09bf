package org.shutterline.server.worker;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.util.List;
import org.shutterline.protocol.plugin.Catalog;
import org.shutterline.server.frame.FramePool;

/** As the real worker, with bad cameras. */
final class BadCameraWorker {
    private BadCameraWorker() {}

    public static void main(String[] args) throws Exception {
        System.setOut(System.err);
        try (FileInputStream in = new FileInputStream(FileDescriptor.in);
                FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
            new CameraWorkerLoop(
                            new Catalog<>("camera", List.of(new BadCameras())),
                            new FramePool(1 << 24),
                            in.getChannel(),
                            out)
                    .run();
        }
        Runtime.getRuntime().halt(0);
    }
}
