package org.shutterline.server.editor;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.shutterline.protocol.line.AnyText;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.server.jobs.JobStore;
import org.shutterline.server.jobs.Labelled;
import org.shutterline.server.station.JobShelf;

/** What people say of pictures. */
final class Labels {
    /** The most pictures of a folder that are tried. */
    static final int MOST = 10_000;

    private static final int MOST_BYTES = 8 << 20;
    private static final int MOST_LINES = 100_000;

    private Labels() {}

    /** By the name of a folder between: OK or NG, in any case. */
    static Optional<Verdict> ofFolder(Path root, Path file) {
        List<Path> between = new ArrayList<>();
        root.relativize(file).forEach(between::add);
        return between.stream()
                .limit(between.size() - 1L)
                .flatMap(part -> verdict(part.toString()).stream())
                .findFirst();
    }

    /** What was said in the history, by the id of the result; jobs that are not kept have none. */
    static Map<Long, Verdict> ofPeople(JobStore store, Collection<String> jobs) {
        Map<Long, Verdict> said = new HashMap<>();
        for (String job : jobs) {
            try {
                for (Labelled one : store.labelled(job)) {
                    said.put(one.id(), one.good() ? Verdict.OK : Verdict.NG);
                }
            } catch (JobShelf.NoSuchJob notSavedYet) {
                continue;
            }
        }
        return said;
    }

    /**
     * Lines of {@code file,OK} or {@code file,NG}, by the path in the folder or the bare name, in UTF-8 or Latin-1; none if there is no such file. The first line may be
     * a heading, empty lines and those that begin with # say nothing.
     *
     * @throws IOException naming the line and what was expected
     */
    static Map<String, Verdict> read(Path list) throws IOException {
        Map<String, Verdict> labels = new HashMap<>();
        if (!Files.isRegularFile(list)) {
            return labels;
        }
        int number = 0;
        for (String line : text(list).lines().limit(MOST_LINES + 1L).toList()) {
            number++;
            if (number > MOST_LINES) {
                throw new IOException(list.getFileName() + " is longer than " + MOST_LINES + " lines");
            }
            if (!line.isBlank() && !line.startsWith("#") && !taken(line, labels) && number > 1) {
                throw new IOException(list.getFileName() + ", line " + number + ": '" + shortened(line)
                        + "', expected the name of a file, a comma, and OK or NG");
            }
        }
        return labels;
    }

    private static boolean taken(String line, Map<String, Verdict> labels) {
        int comma = Math.max(line.lastIndexOf(','), line.lastIndexOf(';'));
        Optional<Verdict> said = comma > 0 ? verdict(line.substring(comma + 1).strip()) : Optional.empty();
        said.ifPresent(label -> labels.put(named(line.substring(0, comma)), label));
        return said.isPresent();
    }

    /** A path is written with slashes of either kind. */
    private static String named(String file) {
        return file.strip().replace('\\', '/').replaceFirst("^\\./", "");
    }

    private static String shortened(String line) {
        return line.length() > 60 ? line.substring(0, 60) + "\u2026" : line;
    }

    /** Programs for tables write UTF-8, with a mark before it, or Latin-1. */
    private static String text(Path list) throws IOException {
        byte[] bytes;
        try (InputStream stream = Files.newInputStream(list)) {
            bytes = stream.readNBytes(MOST_BYTES + 1);
        }
        if (bytes.length > MOST_BYTES) {
            throw new IOException(list.getFileName() + " is larger than 8 MB, expected a list of files and labels");
        }
        String text = AnyText.of(bytes);
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private static Optional<Verdict> verdict(String word) {
        return switch (word.toUpperCase(Locale.ROOT)) {
            case "OK" -> Optional.of(Verdict.OK);
            case "NG" -> Optional.of(Verdict.NG);
            default -> Optional.empty();
        };
    }
}
