package org.shutterline.server.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Detail;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.PictureFormat;
import org.shutterline.protocol.message.PictureView;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.plugin.Catalog;
import org.shutterline.server.jobs.JobStore;
import org.shutterline.server.jobs.JobUse;
import org.shutterline.server.net.Asked;
import org.shutterline.server.net.Engine;
import org.shutterline.server.net.Peer;
import org.shutterline.server.settings.AllowedPrograms;
import org.shutterline.server.settings.Isolation;
import org.shutterline.server.settings.JobSettings;
import org.shutterline.server.spi.Camera;
import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.Frame;
import org.shutterline.server.spi.InspectionToolFactory;
import org.shutterline.server.station.CameraOpener;
import org.shutterline.server.station.FirstJob;
import org.shutterline.server.station.Keeper;
import org.shutterline.server.station.StationMemory;
import org.shutterline.server.station.StationPlan;
import org.shutterline.server.station.StationRunner;
import org.shutterline.server.tuning.JobTuner;

/** Many ask one machine whose disk is slow. */
@Timeout(30)
class MachineIT {
    @TempDir
    Path folder;

    private final SlowKeeper keeper = new SlowKeeper();
    private final ExecutorService lookups = Executors.newFixedThreadPool(2);
    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor();
    private Machine machine;

    @BeforeEach
    void make() {
        JobStore jobs = new JobStore(
                folder,
                Catalog.installed("tool", InspectionToolFactory.class),
                Isolation.NONE,
                Clock.systemUTC(),
                JobUse.NONE,
                new JobSettings(50, AllowedPrograms.NONE));
        StationEvents events = new StationEvents(new StageStatistics());
        machine = new Machine(
                new NoRecords(),
                jobs,
                new JobTuner(jobs, AllowedPrograms.NONE),
                lookups,
                events,
                (width, height, format, pixels) -> new byte[0],
                Map::of);
        for (int number = 1; number <= 2; number++) {
            machine.add(station(number, jobs, events));
        }
    }

    private StationRunner station(int number, JobStore jobs, StationEvents events) {
        StationPlan plan = new StationPlan(number, 1_000, 1, true, 100, 60_000);
        return new StationRunner(
                plan,
                new StationMemory(number, "plate", "", true, 0, 0, 0, 0, 0),
                FirstJob.none("plate", "", "no job in this test", plan),
                jobs,
                new NoCamera(),
                (width, height, format) -> {
                    throw new CameraException(CameraException.Kind.THIS_PICTURE, "no picture in this test");
                },
                keeper,
                deadlines,
                Clock.systemUTC(),
                events);
    }

    @AfterEach
    void close() {
        keeper.commits.release(1_000_000);
        machine.close();
        lookups.shutdownNow();
        deadlines.shutdownNow();
    }

    @Test
    void whoResetsWithoutEndKeepsNobodyWaiting() throws InterruptedException {
        Peer greedy = peer(1);
        Peer polite = peer(2);
        BlockingQueue<Reply> ofGreedy = new LinkedBlockingQueue<>();
        BlockingQueue<Reply> ofPolite = new LinkedBlockingQueue<>();
        machine.listen(greedy, event -> {});
        machine.listen(polite, event -> {});
        for (int n = 0; n < 1_000; n++) {
            ask(greedy, new Command.ResetCounters(1), ofGreedy);
            ask(greedy, new Command.GoOffline(2), ofGreedy);
        }
        await().until(() -> keeper.waiting.get() == 1);

        ask(polite, new Command.AskHealth(), ofPolite);
        assertThat(ofPolite.poll(5, TimeUnit.SECONDS)).isInstanceOf(Reply.HealthOf.class);
        ask(polite, new Command.FetchPicture(7, PictureFormat.JPEG, PictureView.SOURCE), ofPolite);
        assertThat(ofPolite.poll(5, TimeUnit.SECONDS)).isEqualTo(new Reply.Refused(Code.NO_SUCH_RESULT));
        ask(greedy, new Command.AskHealth(), ofGreedy);
        assertThat(ofGreedy.poll(5, TimeUnit.SECONDS)).isInstanceOf(Reply.HealthOf.class);
        assertThat(ofGreedy).isEmpty();

        ask(polite, new Command.ResetCounters(1), ofPolite);
        keeper.commits.release(3);
        assertThat(ofPolite.poll(5, TimeUnit.SECONDS)).isEqualTo(new Reply.Done());
        await().until(() -> ofGreedy.size() == 2_000);
        assertThat(keeper.remembered).hasValueLessThanOrEqualTo(3);
    }

    @Test
    void whatAStationWasToldIsRememberedThoughWhoeverToldItHasGone() {
        Peer peer = peer(1);
        BlockingQueue<Reply> replies = new LinkedBlockingQueue<>();
        Engine.Registration registration = machine.listen(peer, event -> {});
        ask(peer, new Command.GoOffline(2), replies);
        ask(peer, new Command.GoOffline(1), replies);
        registration.close();
        keeper.commits.release(2);
        await().until(() -> keeper.remembered.get() == 2);
    }

    private void ask(Peer peer, Command command, BlockingQueue<Reply> replies) {
        machine.ask(new Asked(command, peer, System.nanoTime(), OffsetDateTime.now(), false), replies::add);
    }

    private static Peer peer(long id) {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 40_000 + (int) id);
        return new Peer(id, "", address, "plain", Role.OPERATE, 7501);
    }

    /** Remembers once for each permit. */
    private static final class SlowKeeper implements Keeper {
        final Semaphore commits = new Semaphore(0);
        final AtomicInteger waiting = new AtomicInteger();
        final AtomicInteger remembered = new AtomicInteger();

        @Override
        public boolean isSafe() {
            return true;
        }

        @Override
        public long nextId() {
            return 1;
        }

        @Override
        public void keep(Detail detail, Optional<Frame> frame, Outcome outcome) {
            frame.ifPresent(Frame::close);
        }

        @Override
        public void keepLate(Detail detail) {
            // nothing is judged here
        }

        @Override
        public List<InspectionResult> newest(int station, int most) {
            return List.of();
        }

        @Override
        public Optional<StationMemory> recall(int station) {
            return Optional.empty();
        }

        @Override
        public void remember(StationMemory memory) {
            waiting.incrementAndGet();
            commits.acquireUninterruptibly();
            waiting.decrementAndGet();
            remembered.incrementAndGet();
        }

        @Override
        public void rememberRefused(int station, long refused) {
            // nothing is triggered here
        }
    }

    private static final class NoCamera implements CameraOpener {
        @Override
        public Camera open() throws CameraException {
            throw new CameraException(CameraException.Kind.THIS_PICTURE, "no camera in this test");
        }

        @Override
        public Map<String, String> notes() {
            return Map.of();
        }
    }

    private static final class NoRecords implements Records {
        @Override
        public Optional<InspectionResult> find(long id) {
            return Optional.empty();
        }

        @Override
        public Optional<Detail> detail(long id) {
            return Optional.empty();
        }

        @Override
        public List<InspectionResult> since(int station, long after, int most) {
            return List.of();
        }

        @Override
        public Optional<InspectionResult> last(int station) {
            return Optional.empty();
        }

        @Override
        public Reply picture(long id, PictureFormat format, PictureView view) {
            return new Reply.Refused(Code.NO_SUCH_RESULT);
        }
    }
}
