package org.shutterline.server.flight;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.protocol.plugin.Catalog;
import org.shutterline.server.flight.FlightText.Read;
import org.shutterline.server.settings.Isolation;
import org.shutterline.server.spi.Frame;
import org.shutterline.server.spi.InspectionToolFactory;
import org.shutterline.server.spi.PictureFile;
import org.shutterline.server.spi.PixelFormat;
import org.shutterline.server.station.Inspector;
import org.shutterline.server.station.Judgement;
import org.shutterline.server.station.SetUp;

/**
 * A flight record that was run again.
 *
 * @param flight what was answered then
 * @param verdict what the job says of the picture now
 * @param reason why it is not OK
 * @param values now, in the order of the output list
 * @param ms what the tools took now
 * @param wire the lines that passed then, as people read them
 */
public record Replay(
        FlightText flight, Verdict verdict, String reason, List<Read> values, double ms, List<String> wire) {

    /**
     * Judges the picture of a record by its job, on this thread.
     *
     * @param isolation of the tools that ask for a process of their own
     * @throws IOException if the picture cannot be read
     * @throws org.shutterline.protocol.plugin.BadSetting if the job cannot be used
     */
    public static Replay of(FlightRecord record, Catalog<InspectionToolFactory> tools, Isolation isolation)
            throws IOException {
        try (Inspector inspector = SetUp.USUAL.inspector(record.job().toJob(tools, record.scratch(), isolation));
                Frame frame = frame(record)) {
            long start = System.nanoTime();
            Judgement judgement = inspector.inspect(
                    frame, record.flight().part(), record.flight().time());
            return new Replay(
                    record.flight(),
                    judgement.verdict(),
                    judgement.reason(),
                    judgement.values().stream().map(Read::of).toList(),
                    (System.nanoTime() - start) / 1e6,
                    record.wireLines());
        }
    }

    private static Frame frame(FlightRecord record) throws IOException {
        try (PictureFile picture = PictureFile.open(record.picture())) {
            PixelFormat format = picture.format();
            byte[] pixels = picture.pixels(format);
            ByteBuffer memory = ByteBuffer.allocateDirect(pixels.length);
            memory.put(pixels).flip();
            return new Frame(picture.widthPx(), picture.heightPx(), format, memory, () -> {});
        }
    }

    /** Whether verdict, reason and every value are the same as then. */
    public boolean isSame() {
        return differences().isEmpty();
    }

    /** What differs, a line each: {@code hole A: was 5.02 mm, is 5.03 mm}. */
    public List<String> differences() {
        List<String> lines = new ArrayList<>();
        if (verdict != flight.verdict()) {
            lines.add("verdict: was " + flight.verdict() + ", is " + verdict);
        }
        if (!reason.equals(flight.reason())) {
            lines.add("reason: was '" + flight.reason() + "', is '" + reason + "'");
        }
        int most = Math.max(values.size(), flight.values().size());
        for (int i = 0; i < most; i++) {
            Optional<Read> was =
                    i < flight.values().size() ? Optional.of(flight.values().get(i)) : Optional.empty();
            Optional<Read> is = i < values.size() ? Optional.of(values.get(i)) : Optional.empty();
            if (!was.equals(is)) {
                lines.add(is.or(() -> was).orElseThrow().name() + ": was " + told(was) + ", is " + told(is));
            }
        }
        return lines;
    }

    private static String told(Optional<Read> read) {
        return read.flatMap(now -> now.value().map(value -> now.unit().isEmpty() ? value : value + " " + now.unit()))
                .orElse("not measured");
    }

    /** For people who have no window, in English: what it is, what passed, each value, each difference, and whether it is the same. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "result %d of %s, station %d, job %s version %s: %s in %.1f ms",
                flight.id(),
                flight.time(),
                flight.station(),
                flight.job(),
                flight.jobVersion(),
                flight.verdict(),
                flight.ms()));
        lines.addAll(wire);
        values.forEach(value -> lines.add(value.name() + ": " + told(Optional.of(value))));
        if (!flight.exact()) {
            lines.add("the picture was kept as JPEG, so small differences are to be expected");
        }
        lines.addAll(differences());
        lines.add(String.format(
                Locale.ROOT,
                isSame() ? "run again: the same result, %s in %.1f ms" : "run again: another result, %s in %.1f ms",
                verdict,
                ms));
        return lines;
    }
}
