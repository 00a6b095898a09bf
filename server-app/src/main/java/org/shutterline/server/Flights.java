package org.shutterline.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.shutterline.protocol.message.Blob;
import org.shutterline.protocol.message.Detail;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.PictureFormat;
import org.shutterline.protocol.message.PictureView;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.protocol.plugin.Catalog;
import org.shutterline.server.archive.Archive;
import org.shutterline.server.archive.PictureAnswer;
import org.shutterline.server.flight.FlightRecord;
import org.shutterline.server.flight.FlightText;
import org.shutterline.server.flight.Replay;
import org.shutterline.server.jobs.JobRefused;
import org.shutterline.server.jobs.JobStore;
import org.shutterline.server.jobs.Labelled;
import org.shutterline.server.spi.InspectionToolFactory;
import org.shutterline.server.station.JobShelf.NoSuchJob;

/** What can be done with one earlier result beyond looking at it. Blocks on the disk. */
record Flights(Archive archive, JobStore jobs, Catalog<InspectionToolFactory> tools) {
    /** @param wire what passed for it, as far as it is known */
    void save(long id, Path file, String wire) throws IOException, JobRefused, NoSuchJob {
        Detail detail = archive.detail(id).orElseThrow(() -> new IOException("there is no result " + id));
        FlightRecord.write(
                file,
                FlightText.of(detail, true),
                picture(id),
                jobs.content(detail.result().job(), detail.jobVersion()),
                wire,
                tools);
    }

    Replay replay(Path file) throws IOException, JobRefused {
        return replay(file, tools);
    }

    static Replay replay(Path file, Catalog<InspectionToolFactory> tools) throws IOException, JobRefused {
        try (FlightRecord record = FlightRecord.open(file, tools)) {
            return Replay.of(record, tools);
        }
    }

    /** As PNG, without loss. */
    private byte[] picture(long id) throws IOException {
        PictureAnswer answer = archive.picture(id, PictureFormat.PNG, PictureView.SOURCE);
        if (answer instanceof PictureAnswer.Found found) {
            try (Blob blob = found.picture().blob()) {
                ByteBuffer bytes = blob.bytes();
                byte[] copy = new byte[bytes.remaining()];
                bytes.get(copy);
                return copy;
            }
        }
        throw new IOException("the picture of result " + id + " was not kept");
    }

    /**
     * Keeps what a person says of a part beside what the job said of it: the picture joins the job's labelled set.
     *
     * @param said OK or NG; empty takes it back
     */
    void say(InspectionResult result, Optional<Verdict> said) throws IOException, JobRefused, NoSuchJob {
        if (said.isEmpty()) {
            jobs.unlabel(result.job(), result.id());
            return;
        }
        Path file = Files.createTempFile("labelled", ".png");
        try {
            Files.write(file, picture(result.id()));
            jobs.label(result.job(), result.id(), said.get() == Verdict.OK, file);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** What people said of the results of these jobs, by id. */
    Map<Long, Verdict> said(Set<String> names) {
        Map<Long, Verdict> said = new HashMap<>();
        for (String name : names) {
            try {
                for (Labelled labelled : jobs.labelled(name)) {
                    said.put(labelled.id(), labelled.good() ? Verdict.OK : Verdict.NG);
                }
            } catch (NoSuchJob deleted) {
                continue;
            }
        }
        return said;
    }
}
