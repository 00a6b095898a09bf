package org.shutterline.server.worker;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Catalog;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.InspectionToolFactory;
import org.shutterline.server.spi.ToolException;
import org.shutterline.server.spi.Vision;
import org.shutterline.server.spi.program.JsonLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The life of a worker: makes the tool that its first line orders, says hello, and answers each picture. The thread that calls
 * it reads, so that the end of the server is noticed while the tool works; the tool has a thread of its own.
 */
public final class WorkerLoop {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerLoop.class);
    private static final int VERSION = 1;

    private final Catalog<InspectionToolFactory> kinds;
    private final PipeReader in;
    private final OutputStream out;

    public WorkerLoop(Catalog<InspectionToolFactory> kinds, ReadableByteChannel in, OutputStream out) {
        this.kinds = kinds;
        this.in = new PipeReader(in);
        this.out = out;
    }

    /**
     * Returns when the pipe is closed, also while the tool still works: the caller ends the process.
     *
     * @throws IOException if what comes is not as agreed
     */
    public void run() throws IOException {
        Map<String, Object> order = JsonLine.read(in.line());
        ExecutorService work = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "inspect");
            thread.setDaemon(true);
            return thread;
        });
        try {
            Optional<InspectionTool> tool = made(order);
            while (tool.isPresent()) {
                Map<String, Object> head = JsonLine.read(in.line());
                ByteBuffer pixels = in.bytes((Integer) head.get("bytes"));
                work.execute(() -> inspect(tool.get(), head, pixels));
            }
        } catch (EOFException serverIsDone) {
            LOG.debug("the pipe is closed", serverIsDone);
        } finally {
            work.shutdownNow();
        }
    }

    /** Empty if it cannot be made, which the server is told. */
    private Optional<InspectionTool> made(Map<String, Object> order) throws IOException {
        Map<String, Object> hello = new LinkedHashMap<>();
        hello.put("hello", "tool");
        hello.put("version", VERSION);
        try {
            InspectionTool tool = make((Map<?, ?>) order.get("settings"));
            say(hello);
            return Optional.of(tool);
        } catch (BadSetting bad) {
            hello.put("refused", bad.getMessage());
            say(hello);
            return Optional.empty();
        }
    }

    private InspectionTool make(Map<?, ?> order) {
        Vision.load();
        InspectionToolFactory kind = kinds.find((String) order.get("tool"), "tool");
        Map<String, Object> settings = new LinkedHashMap<>();
        ((Map<?, ?>) order.get("settings")).forEach((key, value) -> settings.put((String) key, value));
        Map<String, Path> files = new LinkedHashMap<>();
        ((Map<?, ?>) order.get("files")).forEach((name, path) -> files.put((String) name, Path.of((String) path)));
        return kind.create(
                Options.checked((String) order.get("place"), settings, List.copyOf(kind.settings())),
                (name, place) -> found(files, name, place));
    }

    /** One that the settings name, or that lies beside such a one. */
    private static Path found(Map<String, Path> files, String name, String place) {
        Stream<Path> beside = files.values().stream()
                .filter(any -> String.valueOf(Path.of(name).getFileName()).equals(name))
                .map(other -> other.resolveSibling(name));
        return Stream.concat(Optional.ofNullable(files.get(name)).stream(), beside)
                .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                .findFirst()
                .orElseThrow(() ->
                        new BadSetting(place, "expected the name of a file in the job's folder, found '" + name + "'"));
    }

    private void inspect(InspectionTool tool, Map<String, Object> head, ByteBuffer pixels) {
        long picture = ((Number) head.get("picture")).longValue();
        try (SentScene scene = new SentScene(head, pixels)) {
            say(FindingJson.write(picture, tool.inspect(scene)));
        } catch (ToolException | SentScene.NotSent failed) {
            tell(picture, failed.getMessage());
        } catch (RuntimeException | LinkageError | IOException broken) {
            LOG.warn("the tool broke", broken);
            tell(picture, ToolException.OWN_FAULT);
        }
    }

    private void tell(long picture, String why) {
        try {
            say(FindingJson.failed(picture, why));
        } catch (IOException nobodyHears) {
            LOG.debug("the server hears no more", nobodyHears);
        }
    }

    private void say(Map<String, Object> line) throws IOException {
        out.write(JsonLine.write(line));
        out.flush();
    }
}
