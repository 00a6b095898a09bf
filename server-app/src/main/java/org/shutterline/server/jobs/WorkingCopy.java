package org.shutterline.server.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.server.settings.YamlFile;
import org.shutterline.server.station.JobShelf;

/** The jobs where people see and edit them: {@code NAME.yaml}, and a folder {@code NAME} beside it for other files. */
final class WorkingCopy {
    private static final String END = ".yaml";

    private final Path folder;
    private final Disk disk;
    private final Fingerprints prints;

    WorkingCopy(Path folder, Disk disk, Clock clock) {
        this.folder = folder;
        this.disk = disk;
        this.prints = new Fingerprints(clock);
    }

    /** Sorted; none if there is no folder. */
    List<String> names() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(END))
                    .map(name -> name.substring(0, name.length() - END.length()))
                    .filter(JobName::isReadable)
                    .sorted()
                    .toList();
        }
    }

    boolean has(String name) {
        return JobName.isReadable(name) && Files.isRegularFile(yaml(name));
    }

    Path yaml(String name) {
        return folder.resolve(name + END);
    }

    Path folderOf(String name) {
        return folder.resolve(name);
    }

    /** @throws BadSetting if its file is no YAML, or something cannot be read */
    JobContent read(String name) throws JobShelf.NoSuchJob {
        if (!has(name)) {
            throw new JobShelf.NoSuchJob(name);
        }
        String place = JobContent.placeOf(name);
        try {
            return JobContent.of(name, YamlFile.read(yaml(name), place), files(name));
        } catch (IOException unreadable) {
            throw new BadSetting(place, "a file in its folder cannot be read: " + unreadable.getMessage());
        }
    }

    private Map<String, JobFile> files(String name) throws IOException {
        Map<String, JobFile> read = new TreeMap<>();
        for (Path file : paths(name)) {
            read.put(file.getFileName().toString(), prints.of(file));
        }
        return read;
    }

    private List<Path> paths(String name) throws IOException {
        if (!Files.isDirectory(folderOf(name))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folderOf(name))) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file -> JobName.isReadable(file.getFileName().toString()))
                    .toList();
        }
    }

    /** Makes it what this content says. What is so already stays untouched, with the remarks that somebody wrote in it. */
    void checkOut(JobContent content) throws IOException {
        Path files = folderOf(content.name());
        if (!content.files().isEmpty()) {
            disk.folder(files);
        }
        Map<String, JobFile> there = files(content.name());
        for (Map.Entry<String, JobFile> file : content.files().entrySet()) {
            JobFile old = there.remove(file.getKey());
            if (old == null || !old.sha256().equals(file.getValue().sha256())) {
                disk.replace(files.resolve(file.getKey()), file.getValue());
            }
        }
        if (!saysTheSame(content)) {
            disk.replace(yaml(content.name()), JobFile.of(content.yaml()));
        }
        for (String gone : there.keySet()) {
            disk.deleteOne(files.resolve(gone));
        }
    }

    private boolean saysTheSame(JobContent content) {
        try {
            return Files.exists(yaml(content.name()))
                    && content.withTree(YamlFile.read(yaml(content.name()), "")).equals(content);
        } catch (BadSetting unusable) {
            return false;
        }
    }

    void delete(String name) throws IOException {
        disk.deleteOne(yaml(name));
        disk.deleteTree(folderOf(name));
    }

    /** Goes on where it was cut off. */
    void rename(String from, String to) throws IOException {
        if (Files.exists(folderOf(from))) {
            disk.move(folderOf(from), folderOf(to));
        }
        if (Files.exists(yaml(from))) {
            disk.move(yaml(from), yaml(to));
        }
    }
}
