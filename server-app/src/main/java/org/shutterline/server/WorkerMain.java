package org.shutterline.server;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import org.shutterline.protocol.plugin.Catalog;
import org.shutterline.server.spi.InspectionToolFactory;
import org.shutterline.server.worker.WorkerLoop;
import org.slf4j.LoggerFactory;

/** A worker: a process beside the server in which one tool runs. Started by the server, never by people. */
public final class WorkerMain {
    private WorkerMain() {}

    /** Exit codes: 0 the server is done with it, 1 anything else. */
    public static void main(String[] args) {
        // what a tool or its library prints must not come between the answers
        System.setOut(System.err);
        int code = 0;
        try (FileInputStream in = new FileInputStream(FileDescriptor.in);
                FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
            Catalog<InspectionToolFactory> kinds = Catalog.installed("tool", InspectionToolFactory.class);
            new WorkerLoop(kinds, in.getChannel(), out).run();
        } catch (IOException | RuntimeException | Error broken) {
            LoggerFactory.getLogger(WorkerMain.class).error("the worker broke", broken);
            code = 1;
        }
        Runtime.getRuntime().halt(code);
    }
}
