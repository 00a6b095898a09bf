package org.shutterline.server;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.PictureFormat;
import org.shutterline.protocol.message.PictureView;
import org.shutterline.protocol.message.PlainPicture;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.plugin.Catalog;
import org.shutterline.server.access.Act;
import org.shutterline.server.access.EditLeases;
import org.shutterline.server.access.Seat;
import org.shutterline.server.archive.Archive;
import org.shutterline.server.archive.HistoryQuery;
import org.shutterline.server.editor.OtherEditor;
import org.shutterline.server.editor.Workshop;
import org.shutterline.server.jobs.JobStore;
import org.shutterline.server.machine.Machine;
import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.Frame;
import org.shutterline.server.spi.InspectionToolFactory;
import org.shutterline.server.station.StationRunner;

/** What the editor of jobs sees of this server. */
record WindowWorkshop(
        WindowSeat seat,
        EditLeases leases,
        Machine machine,
        Archive archive,
        JobStore jobs,
        Catalog<InspectionToolFactory> tools,
        Path scratch)
        implements Workshop {
    /** One window, one editor. */
    static final String KEY = Seat.WINDOW;

    private static final long PICTURE_MS = 10_000;

    @Override
    public boolean mayTeach() {
        return seat.may(Act.EDIT);
    }

    @Override
    public Optional<OtherEditor> claim(String job) {
        return leases.take(job, seat.editor(KEY))
                .map(holder -> new OtherEditor(holder.who(), holder.from(), holder.since()));
    }

    @Override
    public void release(String job) {
        leases.free(job, KEY);
    }

    @Override
    public List<Integer> stations() {
        return machine.stations().stream()
                .map(station -> station.plan().number())
                .toList();
    }

    private Optional<StationRunner> station(int number) {
        return machine.stations().stream()
                .filter(station -> station.plan().number() == number)
                .findFirst();
    }

    @Override
    public int deadlineMs(int station) {
        return station(station).map(runner -> runner.plan().deadlineMs()).orElse(0);
    }

    @Override
    public String activeJob(int station) {
        return station(station).map(runner -> runner.status().job()).orElse("");
    }

    @Override
    public String activeVersion(int station) {
        return station(station).map(runner -> runner.activeJob().version()).orElse("");
    }

    @Override
    public List<InspectionResult> newest(int station, int most) {
        return archive.search(HistoryQuery.newest(most).of(station));
    }

    @Override
    public Optional<InspectionResult> result(long id) {
        return archive.find(id);
    }

    @Override
    public Optional<PlainPicture> picture(long id) {
        CompletableFuture<Optional<PlainPicture>> fetched = new CompletableFuture<>();
        ask(
                new Command.FetchPicture(id, PictureFormat.RAW, PictureView.SOURCE),
                reply -> fetched.complete(
                        reply instanceof Reply.PictureOf of
                                ? Optional.of(PlainPicture.taking(of.picture()))
                                : Optional.empty()));
        return fetched.completeOnTimeout(Optional.empty(), PICTURE_MS, TimeUnit.MILLISECONDS)
                .join();
    }

    @Override
    public PlainPicture look(int station) throws CameraException, InterruptedException {
        StationRunner runner = station(station)
                .orElseThrow(
                        () -> new CameraException(CameraException.Kind.THIS_PICTURE, "there is no station " + station));
        try (Frame frame = runner.look().frame()) {
            ByteBuffer pixels = frame.pixels();
            byte[] copy = new byte[pixels.remaining()];
            pixels.get(copy);
            return PlainPicture.of(frame.format().word(), frame.widthPx(), frame.heightPx(), copy);
        }
    }

    @Override
    public void ask(Command command, Consumer<Reply> reply) {
        seat.ask(command, reply, answer -> machine.askHere(command, event -> {}, answer));
    }
}
