package org.shutterline.server.spi.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A process and all that came of it. Children whose parent died first are no descendants any more; where the system shows
 * the environment of processes (Linux) they are found by a mark that they inherited.
 */
final class ProcessTree {
    private static final Path PROCESSES = Path.of("/proc");
    private static final String NAME = "SHUTTERLINE_PROGRAM";
    /** A program that forks as fast as it is killed is left after so many rounds; its parents are dead then. */
    private static final int MOST_ROUNDS = 20;

    private final Process process;
    private final byte[] mark;

    private ProcessTree(Process process, String mark) {
        this.process = process;
        this.mark = (NAME + "=" + mark).getBytes(StandardCharsets.ISO_8859_1);
    }

    static ProcessTree start(ProcessBuilder builder) throws IOException {
        String mark = UUID.randomUUID().toString();
        Map<String, String> environment = builder.environment();
        environment.put(NAME, mark);
        return new ProcessTree(builder.start(), mark);
    }

    Process process() {
        return process;
    }

    /** Kills the process at once, and what it started soon after it. */
    void kill() {
        List<ProcessHandle> below = process.descendants().toList();
        process.destroyForcibly();
        below.forEach(ProcessHandle::destroyForcibly);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            List<ProcessHandle> marked = marked();
            if (marked.isEmpty()) {
                return;
            }
            marked.forEach(ProcessHandle::destroyForcibly);
        }
    }

    private List<ProcessHandle> marked() {
        if (!Files.isDirectory(PROCESSES)) {
            return List.of();
        }
        List<ProcessHandle> found = new ArrayList<>();
        try (Stream<Path> all = Files.list(PROCESSES)) {
            all.filter(this::isMarked).flatMap(one -> handle(one).stream()).forEach(found::add);
        } catch (IOException | UncheckedIOException hidden) {
            return List.of();
        }
        return found;
    }

    /** Of a dead process that nobody has fetched yet, the environment is empty. */
    private boolean isMarked(Path one) {
        if (!Character.isDigit(one.getFileName().toString().charAt(0))) {
            return false;
        }
        try {
            return contains(Files.readAllBytes(one.resolve("environ")));
        } catch (IOException endedOrOfSomebodyElse) {
            return false;
        }
    }

    private boolean contains(byte[] environment) {
        String all = new String(environment, StandardCharsets.ISO_8859_1);
        return all.contains(new String(mark, StandardCharsets.ISO_8859_1));
    }

    private static Optional<ProcessHandle> handle(Path one) {
        return ProcessHandle.of(Long.parseLong(one.getFileName().toString()));
    }
}
