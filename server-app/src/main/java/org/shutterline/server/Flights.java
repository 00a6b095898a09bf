package org.shutterline.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
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
import org.shutterline.server.flight.WirePiece;
import org.shutterline.server.jobs.JobContent;
import org.shutterline.server.jobs.JobRefused;
import org.shutterline.server.jobs.JobStore;
import org.shutterline.server.jobs.JobVersionEntry;
import org.shutterline.server.jobs.Labelled;
import org.shutterline.server.settings.AllowedPrograms;
import org.shutterline.server.settings.Isolation;
import org.shutterline.server.spi.InspectionToolFactory;
import org.shutterline.server.station.JobShelf.NoSuchJob;

/**
 * What can be done with one earlier result beyond looking at it. Blocks on the disk.
 *
 * @param programs those that the job of a record may start, asked each time
 */
record Flights(
        Archive archive,
        JobStore jobs,
        Catalog<InspectionToolFactory> tools,
        Isolation isolation,
        Supplier<AllowedPrograms> programs) {
    /** @param exact whether its pixels are the very ones that were judged */
    private record Kept(byte[] png, boolean exact) {}

    /** @param wire what passed for it, as far as it is known */
    void save(long id, Path file, List<WirePiece> wire) throws IOException, JobRefused {
        Detail detail = detail(id);
        Kept picture = picture(id);
        JobContent job = judged(detail).named(detail.result().job());
        FlightRecord.write(file, FlightText.of(detail, picture.exact()), picture.png(), job, wire, tools);
    }

    private Detail detail(long id) throws IOException {
        return archive.detail(id).orElseThrow(() -> new IOException("there is no result " + id));
    }

    /** The content by which it was judged, whatever the job is called now. */
    private JobContent judged(Detail detail) throws IOException {
        InspectionResult result = detail.result();
        return jobs.wherever(result.job(), detail.jobVersion())
                .orElseThrow(() -> new IOException("job " + result.job() + ", version " + detail.jobVersion()
                        + ", by which result " + result.id()
                        + " was judged, is not kept any more: only its picture and its values are left"));
    }

    Replay replay(Path file) throws IOException, JobRefused {
        return replay(file, tools, isolation, programs.get());
    }

    /**
     * @param isolation of the tools that ask for a process of their own
     * @param programs those that the job of a record may start
     */
    static Replay replay(Path file, Catalog<InspectionToolFactory> tools, Isolation isolation, AllowedPrograms programs)
            throws IOException, JobRefused {
        try (FlightRecord record = FlightRecord.open(file, tools, programs)) {
            return Replay.of(record, tools, isolation);
        }
    }

    /** As PNG, which loses nothing more. */
    private Kept picture(long id) throws IOException {
        PictureAnswer answer = archive.picture(id, PictureFormat.PNG, PictureView.SOURCE);
        if (answer instanceof PictureAnswer.Found found) {
            try (Blob blob = found.picture().blob()) {
                ByteBuffer bytes = blob.bytes();
                byte[] copy = new byte[bytes.remaining()];
                bytes.get(copy);
                return new Kept(copy, found.exact());
            }
        }
        throw new IOException("the picture of result " + id + " was not kept");
    }

    /**
     * Keeps what a person says of a part beside what the job said of it: the picture joins the labelled set of the job, by the
     * name that it has now.
     *
     * @param said OK or NG; empty takes it back
     */
    void say(InspectionResult result, Optional<Verdict> said) throws IOException, JobRefused, NoSuchJob {
        String job = jobs.names().contains(result.job())
                ? result.job()
                : judged(detail(result.id())).name();
        if (said.isEmpty()) {
            jobs.unlabel(job, result.id());
            return;
        }
        Path file = Files.createTempFile("labelled", ".png");
        try {
            Files.write(file, picture(result.id()).png());
            jobs.label(job, result.id(), said.get() == Verdict.OK, file);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** The newest number of the version with this id; empty if it is not kept any more. */
    OptionalInt versionNumber(String job, String id) {
        try {
            return jobs.versions(job).stream()
                    .filter(version -> version.id().equals(id))
                    .mapToInt(JobVersionEntry::number)
                    .max();
        } catch (NoSuchJob deleted) {
            return OptionalInt.empty();
        }
    }

    /** What people said of the results of these jobs, by id; a name that is gone may be another now, so all jobs are asked. */
    Map<Long, Verdict> said(Set<String> names) {
        List<String> present = jobs.names();
        Map<Long, Verdict> said = new HashMap<>();
        for (String name : present.containsAll(names) ? names : present) {
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
