package org.shutterline.server.archive;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.SynchronousQueue;
import org.shutterline.protocol.message.Detail;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.server.station.Keeper;

/**
 * How long a result takes from {@code keep} to its outcome, beside a bare insert of the same bytes; both by turns, in one
 * process. Run by hand, pinned to one core: {@code taskset -c 0 java -cp ... KeepingTimes FOLDER}.
 */
final class KeepingTimes {
    private static final int WARM_UP = 4_000;
    private static final int TURNS = 80;
    private static final int EACH = 100;

    private KeepingTimes() {}

    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory(Path.of(args[0]), "times");
        try (Archive archive = Archive.open(folder, PictureRules.USUAL, Clock.systemUTC());
                Connection bare = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("bare.db"));
                Statement statement = bare.createStatement()) {
            statement.execute("PRAGMA journal_mode=WAL");
            statement.execute("PRAGMA synchronous=FULL");
            statement.execute("CREATE TABLE r(id INTEGER PRIMARY KEY, station INTEGER, verdict TEXT, row TEXT)");
            PreparedStatement insert = bare.prepareStatement("INSERT INTO r VALUES(?,?,?,?)");
            Keeping keeping = new Keeping(archive);
            long[] kept = new long[TURNS * EACH];
            long[] inserted = new long[TURNS * EACH];
            for (int i = 0; i < WARM_UP; i++) {
                keeping.run();
                bare(insert, i + 1);
            }
            for (int turn = 0; turn < TURNS; turn++) {
                for (int i = 0; i < EACH; i++) {
                    kept[turn * EACH + i] = keeping.run();
                }
                for (int i = 0; i < EACH; i++) {
                    inserted[turn * EACH + i] = bare(insert, WARM_UP + turn * EACH + i + 1);
                }
            }
            print("bare insert", inserted);
            print("keep", kept);
        }
    }

    private static long bare(PreparedStatement insert, long id) throws Exception {
        Detail detail = Samples.detail(id, 1, Verdict.OK);
        String row = ResultJson.measured(detail.result()) + ResultJson.more(detail);
        long from = System.nanoTime();
        insert.setLong(1, id);
        insert.setInt(2, 1);
        insert.setString(3, "OK");
        insert.setString(4, row);
        insert.executeUpdate();
        return System.nanoTime() - from;
    }

    private static void print(String what, long[] nanos) {
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "%-12s p50 %.1f us, p90 %.1f us, p99 %.1f us%n",
                what,
                nanos[nanos.length / 2] / 1e3,
                nanos[nanos.length * 9 / 10] / 1e3,
                nanos[nanos.length * 99 / 100] / 1e3);
    }

    private record Keeping(Archive archive, SynchronousQueue<String> end) implements Keeper.Outcome {
        Keeping(Archive archive) {
            this(archive, new SynchronousQueue<>());
        }

        long run() throws InterruptedException {
            Detail detail = Samples.detail(archive.nextId(), 1, Verdict.OK);
            long from = System.nanoTime();
            archive.keep(detail, Optional.empty(), this);
            String why = end.take();
            if (!why.isEmpty()) {
                throw new IllegalStateException(why);
            }
            return System.nanoTime() - from;
        }

        @Override
        public void durable(InspectionResult result) {
            hand("");
        }

        @Override
        public void unsafe(String why) {
            hand(why);
        }

        private void hand(String word) {
            try {
                end.put(word);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
