package org.shutterline.server.monitor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Verdict;

/** Files that the technician has written, and how the last of them ended. Used on the bench alone. */
final class SaveDesk {
    private static final Duration TOLD_STAYS = Duration.ofSeconds(12);

    private final Plant plant;
    private final Bench bench;
    private final Runnable changed;
    private Optional<Saved> saved = Optional.empty();

    /** @param changed told when one ended */
    SaveDesk(Plant plant, Bench bench, Runnable changed) {
        this.plant = plant;
        this.bench = bench;
        this.changed = changed;
    }

    void traffic(Path file, List<TrafficRow> rows) {
        save(file, rows.size(), Sheets.traffic(rows));
    }

    void results(Path file, List<InspectionResult> rows, Map<Long, Verdict> said) {
        save(file, rows.size(), Sheets.results(rows, said));
    }

    void support(Path file) {
        plant.saveSupport(file, trouble -> bench.run(() -> ended(file, 0, trouble)));
    }

    private void save(Path file, int rows, String text) {
        bench.aside(() -> {
            Optional<String> trouble = write(file, text);
            bench.run(() -> ended(file, rows, trouble));
        });
    }

    private static Optional<String> write(Path file, String text) {
        try {
            Files.write(file, text.getBytes(StandardCharsets.UTF_8));
            return Optional.empty();
        } catch (IOException notWritten) {
            return Optional.of(Why.of(notWritten));
        }
    }

    private void ended(Path file, int rows, Optional<String> trouble) {
        saved = Optional.of(new Saved(file, rows, trouble, bench.now()));
        changed.run();
    }

    /** How the last one ended, for a while. */
    Optional<Saved> saved() {
        saved = saved.filter(end -> end.at().isAfter(bench.now().minus(TOLD_STAYS)));
        return saved;
    }
}
