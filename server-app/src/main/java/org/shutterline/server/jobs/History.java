package org.shutterline.server.jobs;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.server.settings.YamlFile;

/**
 * The versions of one job: a folder {@code NUMBER} each with {@code job.yaml}, {@code entry.json} and {@code files}. A version
 * counts when {@code head.json} says so and never changes afterwards, so that versions share the files that are equal.
 */
final class History {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern NUMBER = Pattern.compile("[0-9]{6,9}");
    private static final String HEAD = "head.json";
    private static final String ENTRY = "entry.json";
    private static final String YAML = "job.yaml";
    private static final String FILES = EntryText.FILES;

    private final String name;
    private final Path folder;
    private final Disk disk;
    private final WholeFiles whole;

    History(String name, Path folder, Disk disk, WholeFiles whole) {
        this.name = name;
        this.folder = folder;
        this.disk = disk;
        this.whole = whole;
    }

    Path folder() {
        return folder;
    }

    /** Without a readable one it is the newest version that is whole. */
    Head head() throws IOException {
        Optional<Head> read = json(folder.resolve(HEAD)).flatMap(Head::read);
        return read.isPresent() ? read.get() : Head.at(numbers().stream().reduce(0, (first, second) -> second));
    }

    void point(Head head) throws IOException {
        disk.folder(folder);
        disk.replace(folder.resolve(HEAD), JobFile.of(JSON.writeValueAsBytes(head.written())));
    }

    /** Ascending, as far as they count, but the present one last. */
    List<JobVersionEntry> entries() throws IOException {
        Head head = head();
        List<JobVersionEntry> read = new ArrayList<>();
        for (int number : counting(head)) {
            if (number != head.number()) {
                entry(number).ifPresent(read::add);
            }
        }
        entry(head.number()).ifPresent(read::add);
        return read;
    }

    private List<Integer> counting(Head head) throws IOException {
        return numbers().stream().filter(number -> number <= head.newest()).toList();
    }

    /** A version with this very content, the newest that is whole. */
    Optional<JobVersionEntry> same(JobContent content) throws IOException {
        List<JobVersionEntry> entries = entries();
        for (int i = entries.size() - 1; i >= 0; i--) {
            JobVersionEntry entry = entries.get(i);
            if (entry.id().equals(content.id()) && holds(entry.number(), content)) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    private boolean holds(int number, JobContent content) throws IOException {
        try {
            return content(number).sha256().equals(content.sha256());
        } catch (BadSetting damaged) {
            return false;
        }
    }

    /** What of the kept versions does not read as it was saved, a sentence each; others may drop some meanwhile. */
    List<String> damage() throws IOException {
        List<String> found = new ArrayList<>();
        for (int number : counting(head())) {
            try {
                content(number);
            } catch (BadSetting damaged) {
                boolean isThere = Files.isDirectory(at(number));
                if (isThere) {
                    found.add("job " + damaged.getMessage());
                }
            }
        }
        return found;
    }

    Optional<JobVersionEntry> entry(int number) throws IOException {
        return json(at(number).resolve(ENTRY)).flatMap(entry -> EntryText.read(number, entry));
    }

    /** @throws BadSetting if the version is damaged or not kept */
    JobContent content(int number) throws IOException {
        JobContent content = listed(number);
        if (!isWhole(content)) {
            throw changed(number);
        }
        return content;
    }

    private BadSetting changed(int number) {
        return new BadSetting(placeOf(number), "was changed after it was saved");
    }

    private String placeOf(int number) {
        return name + ", version " + number;
    }

    /** The same by the hashes of its files that were written down, whatever the files hold now. */
    JobContent listed(int number) throws IOException {
        JsonNode entry =
                json(at(number).resolve(ENTRY)).orElseThrow(() -> new BadSetting(placeOf(number), "is not kept"));
        Map<String, JobFile> files = new TreeMap<>();
        entry.path(FILES).properties().forEach(file -> {
            Path path = at(number).resolve(FILES).resolve(file.getKey());
            files.put(
                    file.getKey(),
                    JobFile.known(
                            path,
                            file.getValue().path("sha256").asText(),
                            file.getValue().path("bytes").asLong()));
        });
        JobContent content = JobContent.of(name, YamlFile.read(at(number).resolve(YAML), placeOf(number)), files);
        if (!content.id().equals(entry.path("id").asText())) {
            throw changed(number);
        }
        return content;
    }

    private boolean isWhole(JobContent content) throws IOException {
        for (Map.Entry<String, JobFile> file : content.files().entrySet()) {
            if (!whole.isWhole(content.find(file.getKey(), ""), file.getValue())) {
                return false;
            }
        }
        return true;
    }

    /** Writes a version that does not count yet. */
    JobVersionEntry add(JobContent content, Instant now, Origin origin) throws IOException {
        Head head = head();
        JobVersionEntry entry = new JobVersionEntry(head.newest() + 1, content.id(), now, origin);
        sweep(head.newest());
        Path fresh = folder.resolve(".new");
        disk.folder(fresh.resolve(FILES));
        Map<String, Path> kept = content.files().isEmpty() ? Map.of() : keptFiles(head);
        for (Map.Entry<String, JobFile> file : content.files().entrySet()) {
            put(file.getValue(), fresh.resolve(FILES).resolve(file.getKey()), kept);
        }
        disk.create(fresh.resolve(YAML), JobFile.of(content.yaml()));
        disk.create(fresh.resolve(ENTRY), JobFile.of(JSON.writeValueAsBytes(EntryText.written(entry, content))));
        disk.force(fresh.resolve(FILES));
        disk.force(fresh);
        disk.move(fresh, at(entry.number()));
        return entry;
    }

    private void put(JobFile file, Path to, Map<String, Path> kept) throws IOException {
        Path same = kept.get(file.sha256());
        if (same == null || !whole.isWhole(same, file)) {
            disk.create(to, file);
        } else if (!disk.link(same, to)) {
            disk.create(to, JobFile.known(same, file.sha256(), file.bytes()));
        }
    }

    /** The files of all versions by their hash. */
    Map<String, Path> keptFiles() throws IOException {
        return keptFiles(head());
    }

    private Map<String, Path> keptFiles(Head head) throws IOException {
        Map<String, Path> kept = new TreeMap<>();
        for (int number : counting(head)) {
            Optional<JsonNode> entry = json(at(number).resolve(ENTRY));
            entry.ifPresent(json -> json.path(FILES)
                    .properties()
                    .forEach(file -> kept.put(
                            file.getValue().path("sha256").asText(),
                            at(number).resolve(FILES).resolve(file.getKey()))));
        }
        kept.values().removeIf(path -> !Files.isRegularFile(path));
        return kept;
    }

    /**
     * Drops the oldest beyond so many, but none of these, nor what is the present one or was it last by the wire. Those that
     * clients on the wire made are counted apart: however often one changes a limit, nothing goes that a person made.
     */
    void prune(int keep, Set<String> activeIds) throws IOException {
        int wire = head().wire();
        Map<Boolean, List<JobVersionEntry>> all = entries().stream()
                .collect(Collectors.partitioningBy(entry -> entry.origin().way() == Origin.Way.WIRE));
        for (List<JobVersionEntry> some : all.values()) {
            for (JobVersionEntry old : some.subList(0, Math.max(0, some.size() - keep))) {
                if (!activeIds.contains(old.id()) && old.number() != wire) {
                    drop(at(old.number()));
                }
            }
        }
    }

    /** Removes what a power cut left over. */
    private void sweep(int head) throws IOException {
        for (String left : List.of(".new", ".gone")) {
            disk.deleteTree(folder.resolve(left));
        }
        for (int number : numbers()) {
            if (number > head) {
                drop(at(number));
            }
        }
    }

    private void drop(Path version) throws IOException {
        Path gone = folder.resolve(".gone");
        disk.deleteTree(gone);
        disk.move(version, gone);
        disk.deleteTree(gone);
    }

    private Path at(int number) {
        return folder.resolve(String.format("%06d", number));
    }

    private List<Integer> numbers() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> versions = Files.list(folder)) {
            return versions.map(version -> version.getFileName().toString())
                    .filter(version -> NUMBER.matcher(version).matches())
                    .map(Integer::valueOf)
                    .sorted(Comparator.naturalOrder())
                    .toList();
        }
    }

    private static Optional<JsonNode> json(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(JSON.readTree(Files.readAllBytes(file))).filter(JsonNode::isObject);
        } catch (JacksonException damaged) {
            return Optional.empty();
        }
    }
}
