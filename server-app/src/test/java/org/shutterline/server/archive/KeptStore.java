package org.shutterline.server.archive;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.PictureFormat;
import org.shutterline.protocol.message.PictureState;
import org.shutterline.protocol.message.PictureView;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.server.spi.PixelFormat;

/** Fills an archive and says what is in it, for tests of other packages too. */
public final class KeptStore {
    private static final Duration SOON = Duration.ofMillis(5);

    private KeptStore() {}

    /** So many results more of station 1, with their pictures written. */
    public static void fill(Archive archive, int results) throws Exception {
        for (int i = 0; i < results; i++) {
            long id = keep(archive).id();
            await().pollInterval(SOON)
                    .until(() -> archive.find(id).orElseThrow().picture() == PictureState.STORED);
        }
    }

    private static InspectionResult keep(Archive archive) throws Exception {
        Outcomes outcome = new Outcomes();
        archive.keep(
                Samples.detail(archive.nextId(), 1, Verdict.OK),
                Optional.of(Samples.frame(16, 12, PixelFormat.MONO8, new AtomicInteger())),
                outcome);
        return outcome.stored();
    }

    public static Map<Long, InspectionResult> results(Archive archive) {
        Map<Long, InspectionResult> all = new TreeMap<>();
        List<InspectionResult> page = archive.since(1, 0, 1_000);
        while (!page.isEmpty()) {
            page.forEach(result -> all.put(result.id(), result));
            page = archive.since(1, page.get(page.size() - 1).id(), 1_000);
        }
        return all;
    }

    /** How many pictures can be shown. */
    public static long shown(Archive archive) {
        return results(archive).keySet().stream()
                .filter(id -> archive.picture(id, PictureFormat.PNG, PictureView.SOURCE) instanceof PictureAnswer.Found)
                .count();
    }

    /** One result after the other, until it is stopped. */
    public static Load load(Archive archive, AtomicBoolean stop) {
        Load load = new Load();
        load.thread = new Thread(
                () -> {
                    try {
                        while (!stop.get()) {
                            long id = keep(archive).id();
                            synchronized (load.acknowledged) {
                                load.acknowledged.add(id);
                            }
                        }
                    } catch (Exception failed) {
                        throw new IllegalStateException(failed);
                    }
                },
                "load");
        load.thread.start();
        return load;
    }

    /** What was acknowledged, in its order. */
    public static final class Load {
        private final List<Long> acknowledged = new ArrayList<>();
        private Thread thread = new Thread();

        public int done() {
            synchronized (acknowledged) {
                return acknowledged.size();
            }
        }

        public void awaitDone(int results) {
            await().until(() -> done() >= results);
        }

        public List<Long> end() throws InterruptedException {
            thread.join();
            return acknowledged;
        }
    }
}
