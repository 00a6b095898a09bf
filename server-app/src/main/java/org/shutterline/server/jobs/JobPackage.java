package org.shutterline.server.jobs;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Catalog;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.server.settings.AllowedPrograms;
import org.shutterline.server.settings.Isolation;
import org.shutterline.server.settings.YamlFile;
import org.shutterline.server.spi.InspectionToolFactory;
import org.shutterline.server.spi.JobFiles;
import org.shutterline.server.station.Job;
import org.shutterline.server.station.ToolStep;

/**
 * A job as one file, to be carried to another station: a zip of {@code manifest.json}, {@code job.yaml} and
 * {@code files/NAME}. One that is opened was checked whole, and nothing of it was written anywhere. Used by one thread.
 */
public final class JobPackage implements AutoCloseable {
    /** How the name of such a file ends. */
    public static final String END = ".shutterjob";

    private static final String YAML = PackedEntries.YAML;
    private static final String FILES = PackedEntries.FILES;

    private final String label;
    private final PackageLimits limits;
    private final AllowedPrograms programs;
    private final PackedEntries entries;
    private final JobContent content;

    private JobPackage(
            PackedEntries entries,
            String label,
            Catalog<InspectionToolFactory> tools,
            AllowedPrograms programs,
            PackageLimits limits)
            throws JobRefused {
        this.label = label;
        this.limits = limits;
        this.entries = entries;
        Manifest manifest = Manifest.read(entries.text(Manifest.ENTRY), label);
        checkList(manifest);
        checkHashes(manifest);
        this.content = content(manifest);
        this.programs = programs.of(content.sha256());
        Map<String, Set<Setting.Content>> wanted = checkJob(tools);
        for (Map.Entry<String, JobFile> file : content.files().entrySet()) {
            BroughtFile.check(
                    entries.what(FILES + file.getKey()),
                    file.getKey(),
                    file.getValue(),
                    wanted.getOrDefault(file.getKey(), Set.of()),
                    limits,
                    this.programs);
        }
    }

    /**
     * Writes a job as one file, in place of one that is there. It holds the job as it is; which programs it may start is asked
     * where it is brought.
     *
     * @throws JobRefused if no station could take it
     */
    public static void export(JobContent content, Path target, Catalog<InspectionToolFactory> tools)
            throws JobRefused, IOException {
        Path fresh = target.resolveSibling("." + target.getFileName() + ".new");
        try {
            try (OutputStream stream = Files.newOutputStream(fresh)) {
                write(content, stream);
            }
            try (JobPackage checked =
                    open(fresh, content.name() + END, tools, AllowedPrograms.ANY, PackageLimits.USUAL)) {
                Objects.requireNonNull(checked);
            }
            new Disk().move(fresh, target);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** The same content gives the same bytes. */
    static void write(JobContent content, OutputStream stream) throws IOException {
        Map<String, JobFile> files = new LinkedHashMap<>();
        files.put(YAML, JobFile.of(content.yaml()));
        content.files().forEach((name, file) -> files.put(FILES + name, file));
        Map<String, Manifest.Listed> listed = new LinkedHashMap<>();
        files.forEach((entry, file) -> listed.put(entry, new Manifest.Listed(file.bytes(), file.sha256())));
        Manifest manifest = new Manifest(content.name(), content.id(), listed);
        ZipOutputStream zip = new ZipOutputStream(stream);
        put(zip, Manifest.ENTRY, JobFile.of(manifest.written()));
        for (Map.Entry<String, JobFile> file : files.entrySet()) {
            put(zip, file.getKey(), file.getValue());
        }
        zip.finish();
    }

    private static void put(ZipOutputStream zip, String name, JobFile file) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
        zip.putNextEntry(entry);
        try (InputStream stream = file.open()) {
            stream.transferTo(zip);
        }
        zip.closeEntry();
    }

    /**
     * Checks all of it: that it is whole, that it is not made to harm, and that this station can use it.
     *
     * @param programs those that it may start
     * @throws JobRefused naming the entry and what was expected
     */
    public static JobPackage open(Path file, Catalog<InspectionToolFactory> tools, AllowedPrograms programs)
            throws JobRefused {
        return open(file, String.valueOf(file.getFileName()), tools, programs, PackageLimits.USUAL);
    }

    static JobPackage open(
            Path file,
            String label,
            Catalog<InspectionToolFactory> tools,
            AllowedPrograms programs,
            PackageLimits limits)
            throws JobRefused {
        try {
            PackedEntries entries = PackedEntries.open(file, label, limits.mostEntries());
            try {
                return new JobPackage(entries, label, tools, programs, limits);
            } catch (JobRefused | RuntimeException failed) {
                entries.close();
                throw failed;
            }
        } catch (IOException unreadable) {
            throw new JobRefused(label, "cannot be read: " + unreadable.getMessage());
        } catch (BadSetting bad) {
            throw new JobRefused(bad);
        }
    }

    /** The job, under the name that it had. Its files are read from the package, so it is saved before this is closed. */
    public JobContent content() {
        return content;
    }

    private void checkList(Manifest manifest) throws JobRefused {
        entries.mustHave(YAML);
        long together = 0;
        for (Map.Entry<String, Manifest.Listed> listed : manifest.files().entrySet()) {
            if (!entries.names().contains(listed.getKey()) || listed.getKey().equals(Manifest.ENTRY)) {
                throw new JobRefused(entries.what(listed.getKey()), "is missing, though the manifest lists it");
            }
            long most = listed.getKey().equals(YAML) ? YamlFile.MOST_BYTES : limits.mostBytes();
            if (listed.getValue().bytes() > most) {
                throw new JobRefused(
                        entries.what(listed.getKey()),
                        listed.getValue().bytes() + " bytes, expected " + most + " at most");
            }
            together += listed.getValue().bytes();
        }
        if (together > limits.mostBytesTogether()) {
            throw new JobRefused(
                    label, together + " bytes unpacked, expected " + limits.mostBytesTogether() + " at most");
        }
        for (String name : entries.names()) {
            if (!name.equals(Manifest.ENTRY) && !manifest.files().containsKey(name)) {
                throw new JobRefused(entries.what(name), "is not in the manifest, expected only what it lists");
            }
        }
    }

    private void checkHashes(Manifest manifest) throws JobRefused {
        for (Map.Entry<String, Manifest.Listed> listed : manifest.files().entrySet()) {
            String sha256 = entries.sha256(listed.getKey(), listed.getValue().bytes());
            if (!sha256.equals(listed.getValue().sha256())) {
                throw new JobRefused(entries.what(listed.getKey()), "is damaged: it is not what the manifest says");
            }
        }
    }

    private JobContent content(Manifest manifest) throws JobRefused {
        Map<String, Object> tree = JobContent.treeOf(entries.text(YAML), entries.what(YAML));
        Map<String, JobFile> files = new TreeMap<>();
        manifest.files().forEach((name, listed) -> {
            if (name.startsWith(FILES)) {
                files.put(name.substring(FILES.length()), entries.file(name, listed));
            }
        });
        return JobContent.of(manifest.name(), tree, files);
    }

    /**
     * Through the same reader as any job, and every file that a tool names must be there.
     *
     * @return what the files must hold that tools name, as far as the tools say
     */
    private Map<String, Set<Setting.Content>> checkJob(Catalog<InspectionToolFactory> tools) throws JobRefused {
        Map<String, Set<Setting.Content>> wanted = new HashMap<>();
        Job job = content.toJob(entries.what(YAML), tools, (file, place) -> Path.of(""));
        for (ToolStep tool : job.tools()) {
            programs.check(tool.factory(), tool.options());
            for (Setting<?> setting : tool.factory().settings()) {
                Optional<String> file = tool.options().written(setting).map(String::valueOf);
                if (setting.shape() instanceof Setting.FileName named && file.isPresent()) {
                    if (!content.files().containsKey(file.get())) {
                        throw new JobRefused(
                                tool.options().placeOf(setting),
                                "no file '" + Visible.of(file.get()) + "' in it, expected every file of the job");
                    }
                    if (named.content() != Setting.Content.OTHER) {
                        wanted.computeIfAbsent(file.get(), fresh -> EnumSet.noneOf(Setting.Content.class))
                                .add(named.content());
                    }
                }
            }
        }
        return wanted;
    }

    /** As a station would use it, with files from elsewhere. */
    Job job(Catalog<InspectionToolFactory> tools, JobFiles files, Isolation isolation) {
        return content.toJob(entries.what(YAML), tools, files, isolation);
    }

    @Override
    public void close() throws IOException {
        entries.close();
    }
}
