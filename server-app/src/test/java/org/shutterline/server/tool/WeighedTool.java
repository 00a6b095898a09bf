package org.shutterline.server.tool;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shutterline.protocol.plugin.Catalog;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.server.spi.Finding;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.InspectionToolFactory;
import org.shutterline.server.spi.JobFiles;
import org.shutterline.server.spi.Output;
import org.shutterline.server.worker.WorkerLoop;

/**
 * The tool of brightness that also says how much its process has allocated when its garbage is collected; and a worker as the
 * program has it, that knows it.
 */
public final class WeighedTool implements InspectionToolFactory {
    static final String BYTES = "bytes";

    private final InspectionToolFactory inner = new BrightnessFactory();

    public static void main(String[] args) throws IOException {
        System.setOut(System.err);
        new WorkerLoop(
                        new Catalog<>("tool", List.of(new WeighedTool())),
                        new FileInputStream(FileDescriptor.in).getChannel(),
                        new FileOutputStream(FileDescriptor.out))
                .run();
        Runtime.getRuntime().halt(0);
    }

    @Override
    public String id() {
        return "weighed";
    }

    @Override
    public String title() {
        return "Weighed";
    }

    @Override
    public List<Setting<?>> settings() {
        return inner.settings();
    }

    @Override
    public List<Output> outputs() {
        return List.of(new Output(BYTES, "", 0));
    }

    @Override
    public InspectionTool create(Options options, JobFiles files) {
        NativeHeap heap = NativeHeap.here().orElseThrow();
        InspectionTool tool = inner.create(options, files);
        return scene -> {
            Map<String, Object> values = new LinkedHashMap<>(tool.inspect(scene).values());
            Garbage.collect();
            values.put(BYTES, (double) heap.bytes());
            return Finding.of(values, List.of());
        };
    }
}
