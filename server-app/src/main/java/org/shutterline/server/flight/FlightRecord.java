package org.shutterline.server.flight;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.shutterline.protocol.plugin.Catalog;
import org.shutterline.server.jobs.JobContent;
import org.shutterline.server.jobs.JobPackage;
import org.shutterline.server.jobs.JobRefused;
import org.shutterline.server.settings.AllowedPrograms;
import org.shutterline.server.spi.InspectionToolFactory;

/**
 * One trigger as one file: what was answered, the picture, the job that judged it, the times, and what passed over the
 * wire. The file is a zip of {@code record.json}, {@code picture.png}, {@code job.shutterjob} and {@code wire.json}; those
 * of earlier programs have {@code wire.txt}, lines for people.
 */
public final class FlightRecord implements AutoCloseable {
    /** How the name of such a file ends. */
    public static final String END = ".shutterflight";

    private static final String FLIGHT = "record.json";
    private static final String PICTURE = "picture.png";
    private static final String JOB = "job" + JobPackage.END;
    private static final String WIRE = "wire.json";
    private static final String WIRE_AS_TEXT = "wire.txt";
    /** The most bytes of each part; a part of another name is refused. */
    private static final Map<String, Long> MOST =
            Map.of(FLIGHT, 16L << 20, PICTURE, 512L << 20, JOB, 1024L << 20, WIRE, 16L << 20, WIRE_AS_TEXT, 16L << 20);

    private final Path folder;
    private final FlightText flight;
    private final List<WirePiece> wire;
    private final JobPackage job;

    private FlightRecord(Path folder, FlightText flight, List<WirePiece> wire, JobPackage job) {
        this.folder = folder;
        this.flight = flight;
        this.wire = wire;
        this.job = job;
    }

    /**
     * Writes a record, in place of one that is there.
     *
     * @param picture a PNG file's bytes
     * @param wire what passed, from the request to the answer; may be empty
     * @throws JobRefused if the job cannot be packed
     */
    public static void write(
            Path file,
            FlightText flight,
            byte[] picture,
            JobContent job,
            List<WirePiece> wire,
            Catalog<InspectionToolFactory> tools)
            throws IOException, JobRefused {
        Path scratch = Files.createTempDirectory("flight");
        Path fresh = file.resolveSibling("." + file.getFileName() + ".new");
        try {
            Path packed = scratch.resolve(JOB);
            JobPackage.export(job, packed, tools);
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(fresh))) {
                put(zip, FLIGHT, flight.written());
                put(zip, PICTURE, picture);
                put(zip, WIRE, FlightWire.written(wire));
                zip.putNextEntry(new ZipEntry(JOB));
                Files.copy(packed, zip);
                zip.closeEntry();
            }
            Files.move(fresh, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
            remove(scratch);
        }
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    /**
     * Opens a record and checks that it is whole and that this copy of the program has all that it needs.
     *
     * @param programs those that its job may start
     * @throws JobRefused naming what is wrong with it
     */
    public static FlightRecord open(Path file, Catalog<InspectionToolFactory> tools, AllowedPrograms programs)
            throws IOException, JobRefused {
        String name = String.valueOf(file.getFileName());
        Path folder = Files.createTempDirectory("flight");
        try {
            Set<String> parts = unpack(file, name, folder);
            for (String part : Set.of(FLIGHT, PICTURE, JOB)) {
                if (!parts.contains(part)) {
                    throw new JobRefused(name, "holds no " + part + ", expected a flight record");
                }
            }
            FlightText flight = FlightText.read(Files.readAllBytes(folder.resolve(FLIGHT)), name + ", " + FLIGHT);
            List<WirePiece> wire = parts.contains(WIRE)
                    ? FlightWire.read(Files.readAllBytes(folder.resolve(WIRE)), name + ", " + WIRE)
                    : List.of();
            return new FlightRecord(folder, flight, wire, JobPackage.open(folder.resolve(JOB), tools, programs));
        } catch (IOException | JobRefused | RuntimeException refused) {
            remove(folder);
            throw refused;
        }
    }

    /** Real bytes are counted, whatever the headers say; names are compared and never used as paths. */
    private static Set<String> unpack(Path file, String name, Path folder) throws IOException, JobRefused {
        Map<String, Path> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Long most = MOST.get(entry.getName());
                if (most == null || parts.containsKey(entry.getName())) {
                    throw new JobRefused(
                            name,
                            "holds '" + shown(entry.getName()) + "', expected " + String.join(", ", MOST.keySet()));
                }
                Path to = folder.resolve(entry.getName());
                parts.put(entry.getName(), to);
                copy(zip, to, most, name + ", " + entry.getName());
            }
        } catch (EOFException cut) {
            throw new JobRefused(name, "is damaged: it is cut off");
        } catch (ZipException | IllegalArgumentException damaged) {
            // the library has no other word for a name that is no text
            throw new JobRefused(name, "is damaged: " + damaged.getMessage());
        }
        return parts.keySet();
    }

    private static String shown(String entry) {
        String plain = entry.replaceAll("[^\\x20-\\x7E]", "?");
        return plain.length() > 60 ? plain.substring(0, 57) + "..." : plain;
    }

    private static void copy(InputStream from, Path to, long most, String what) throws IOException, JobRefused {
        byte[] piece = new byte[1 << 16];
        long bytes = 0;
        try (OutputStream file = Files.newOutputStream(to)) {
            for (int read = from.read(piece); read >= 0; read = from.read(piece)) {
                bytes += read;
                if (bytes > most) {
                    throw new JobRefused(what, "is larger than " + (most >> 20) + " MiB");
                }
                file.write(piece, 0, read);
            }
        }
    }

    /** What was answered then. */
    public FlightText flight() {
        return flight;
    }

    /** Where the picture lies until this is closed. */
    public Path picture() {
        return folder.resolve(PICTURE);
    }

    /** The job that judged it, readable until this is closed. */
    public JobContent job() {
        return job.content();
    }

    /** What passed over the wire; empty if that was not known, or if an earlier program kept only lines for people. */
    public List<WirePiece> wire() {
        return wire;
    }

    /** The same in lines for people, also of an earlier program. */
    List<String> wireLines() throws IOException {
        Path asText = folder.resolve(WIRE_AS_TEXT);
        if (Files.exists(asText)) {
            return new String(Files.readAllBytes(asText), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
        return wire.stream().map(WirePiece::line).toList();
    }

    /** A folder for files of the job while it is run again. */
    Path scratch() {
        return folder.resolve("job");
    }

    @Override
    public void close() throws IOException {
        job.close();
        remove(folder);
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
