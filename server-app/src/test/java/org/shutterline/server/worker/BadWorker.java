package org.shutterline.server.worker;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.shutterline.protocol.plugin.Catalog;
import org.shutterline.server.spi.InspectionToolFactory;

/** A worker as the program has it, that also knows the bad tools. */
public final class BadWorker {
    private BadWorker() {}

    public static void main(String[] args) throws IOException {
        System.setOut(System.err);
        List<InspectionToolFactory> kinds = new ArrayList<>(
                Catalog.installed("tool", InspectionToolFactory.class).all());
        kinds.add(new BadTools());
        new WorkerLoop(
                        new Catalog<>("tool", kinds),
                        new FileInputStream(FileDescriptor.in).getChannel(),
                        new FileOutputStream(FileDescriptor.out))
                .run();
        Runtime.getRuntime().halt(0);
    }
}
