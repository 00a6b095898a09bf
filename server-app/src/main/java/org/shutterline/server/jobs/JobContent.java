package org.shutterline.server.jobs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Catalog;
import org.shutterline.server.settings.Isolation;
import org.shutterline.server.settings.JobReader;
import org.shutterline.server.settings.YamlFile;
import org.shutterline.server.settings.YamlText;
import org.shutterline.server.spi.InspectionToolFactory;
import org.shutterline.server.spi.JobFiles;
import org.shutterline.server.station.Job;
import org.shutterline.server.station.JobShelf;

/**
 * All that a job is made of, as it is kept: its name, what its file says as plain maps and lists, and its other files. It
 * need not be usable; {@link #toJob} finds out. Immutable.
 */
public final class JobContent {
    private static final String NAME = "name";
    private static final int ID_DIGITS = 12;

    private final String name;
    private final Map<String, Object> tree;
    private final Map<String, JobFile> files;
    private final String sha256;

    private JobContent(String name, Map<String, Object> tree, Map<String, JobFile> files) {
        this.name = name;
        this.tree = tree;
        this.files = files;
        this.sha256 = hash();
        for (String file : files.keySet()) {
            if (!JobName.isReadable(file)) {
                throw new BadSetting(placeOf(name), "a file of it cannot be called '" + file + "'");
            }
        }
    }

    /**
     * @param tree String, whole numbers, Double, Boolean, List and Map; what it says of the name does not count
     * @param files by plain names
     * @throws BadSetting for a value that no file can hold
     */
    public static JobContent of(String name, Map<String, ?> tree, Map<String, JobFile> files) {
        Map<String, Object> nameless = new LinkedHashMap<>(tree);
        nameless.remove(NAME);
        return new JobContent(
                name, Tree.copy(nameless, placeOf(name)), Collections.unmodifiableMap(new TreeMap<>(files)));
    }

    /**
     * As it stands in the folder of jobs now, without versions.
     *
     * @throws BadSetting if its file is no YAML
     */
    public static JobContent read(Path jobs, String name) throws JobShelf.NoSuchJob {
        return new WorkingCopy(jobs, new Disk(), Clock.systemUTC()).read(name);
    }

    public String name() {
        return name;
    }

    /** What its file says; nobody can change it. */
    public Map<String, Object> tree() {
        return tree;
    }

    /** Its other files by name. */
    public Map<String, JobFile> files() {
        return files;
    }

    /**
     * Tells one content from another: 12 hex digits. The same content has the same, whatever it is called and however its
     * file is laid out.
     */
    public String id() {
        return sha256.substring(0, ID_DIGITS);
    }

    /**
     * Stands for the whole content: 64 hex digits, of which {@link #id} is the beginning. Another content with the same id can be
     * made on purpose, one with the same of these cannot.
     */
    public String sha256() {
        return sha256;
    }

    private String hash() {
        Hash hash = new Hash();
        hash.add(Canonical.of(tree));
        files.forEach((file, content) -> hash.add("/" + file + ":" + content.sha256()));
        return hash.hex();
    }

    /** The same under another name. */
    public JobContent named(String other) {
        return new JobContent(other, tree, files);
    }

    /** @throws BadSetting for a value that no file can hold */
    public JobContent withTree(Map<String, ?> other) {
        return of(name, other, files);
    }

    /** With a file more, or in place of the one of this name. */
    public JobContent withFile(String file, JobFile content) {
        Map<String, JobFile> more = new TreeMap<>(files);
        more.put(file, content);
        return new JobContent(name, tree, Collections.unmodifiableMap(more));
    }

    public JobContent withoutFile(String file) {
        Map<String, JobFile> less = new TreeMap<>(files);
        less.remove(file);
        return new JobContent(name, tree, Collections.unmodifiableMap(less));
    }

    /** Its file, which reads back equal. */
    public byte[] yaml() {
        return YamlText.of(tree).getBytes(StandardCharsets.UTF_8);
    }

    /** Reads what {@link #yaml} wrote, or somebody by hand. */
    static Map<String, Object> treeOf(byte[] yaml, String place) {
        return YamlFile.parse(yaml, place);
    }

    /** How messages call the file of a job. */
    public static String placeOf(String name) {
        return "jobs/" + name + ".yaml";
    }

    /**
     * As a station uses it; its files must lie on the disk.
     *
     * @throws BadSetting naming place, key and what was expected
     */
    public Job toJob(Catalog<InspectionToolFactory> tools, Isolation isolation) {
        return toJob(placeOf(name), tools, this::find, isolation);
    }

    /**
     * The same with files that need not be saved yet.
     *
     * @param scratch a folder where they are put as they are asked for
     */
    public Job toJob(Catalog<InspectionToolFactory> tools, Path scratch, Isolation isolation) {
        return toJob(placeOf(name), tools, filesIn(scratch), isolation);
    }

    Job toJob(String place, Catalog<InspectionToolFactory> tools, JobFiles found) {
        return toJob(place, tools, found, Isolation.NONE);
    }

    Job toJob(String place, Catalog<InspectionToolFactory> tools, JobFiles found, Isolation isolation) {
        return JobReader.read(name, place, tree, id(), found, tools, isolation);
    }

    Path find(String wanted, String place) {
        return file(wanted, place)
                .path()
                .orElseThrow(() -> new BadSetting(place, "the file '" + wanted + "' is not saved yet"));
    }

    private JobFile file(String wanted, String place) {
        JobFile file = files.get(wanted);
        if (file == null) {
            throw new BadSetting(
                    place, "expected the name of a file in the folder " + name + ", found '" + wanted + "'");
        }
        return file;
    }

    /**
     * Its files, put into a folder as they are asked for unless they lie on the disk already. Each stands under its hash, so
     * that another draft with a file of the same name does not write over it while it is read.
     */
    public JobFiles filesIn(Path scratch) {
        return (wanted, place) -> put(scratch, wanted, place);
    }

    private Path put(Path scratch, String wanted, String place) {
        JobFile file = file(wanted, place);
        if (file.path().isPresent()) {
            return file.path().get();
        }
        Path folder = scratch.resolve(file.sha256());
        Path put = folder.resolve(wanted);
        if (Files.exists(put)) {
            return put;
        }
        try (InputStream content = file.open()) {
            Files.createDirectories(folder);
            Path fresh = Files.createTempFile(folder, "new", ".tmp");
            Files.copy(content, fresh, StandardCopyOption.REPLACE_EXISTING);
            Files.move(fresh, put, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return put;
        } catch (IOException failed) {
            throw new BadSetting(place, "the file '" + wanted + "' cannot be put aside: " + failed.getMessage());
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JobContent content && content.name.equals(name) && content.sha256.equals(sha256);
    }

    @Override
    public int hashCode() {
        return sha256.hashCode();
    }

    @Override
    public String toString() {
        return name + " " + id();
    }
}
