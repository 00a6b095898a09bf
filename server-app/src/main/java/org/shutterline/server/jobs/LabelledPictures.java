package org.shutterline.server.jobs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The labelled sets of all jobs: {@code NAME/OK/ID.png} and {@code NAME/NG/ID.png}, as they can be tried on. */
final class LabelledPictures {
    private static final Pattern FILE = Pattern.compile("([0-9]{1,18})\\.(png|jpg)");
    private static final List<String> LABELS = List.of("OK", "NG");

    private final Path folder;
    private final Disk disk;

    LabelledPictures(Path folder, Disk disk) {
        this.folder = folder;
        this.disk = disk;
    }

    Path folderOf(String job) {
        return folder.resolve(job);
    }

    List<Labelled> all(String job) throws IOException {
        List<Labelled> all = new ArrayList<>();
        for (String label : LABELS) {
            Path pictures = folderOf(job).resolve(label);
            if (Files.isDirectory(pictures)) {
                try (Stream<Path> files = Files.list(pictures)) {
                    files.forEach(file -> {
                        Matcher name = FILE.matcher(file.getFileName().toString());
                        if (name.matches()) {
                            all.add(new Labelled(Long.parseLong(name.group(1)), label.equals("OK"), file));
                        }
                    });
                }
            }
        }
        all.sort(Comparator.comparingLong(Labelled::id));
        return List.copyOf(all);
    }

    /** A picture has one label: the other is taken away afterwards. */
    Labelled put(String job, long id, boolean good, Path picture) throws IOException {
        String end = isJpeg(picture) ? ".jpg" : ".png";
        Path to = folderOf(job).resolve(good ? "OK" : "NG").resolve(id + end);
        disk.folder(to.getParent());
        disk.replace(to, JobFile.at(picture));
        for (Labelled other : all(job)) {
            if (other.id() == id && !other.picture().equals(to)) {
                disk.deleteOne(other.picture());
            }
        }
        return new Labelled(id, good, to);
    }

    private static boolean isJpeg(Path picture) throws IOException {
        try (InputStream stream = Files.newInputStream(picture)) {
            return stream.read() == 0xff && stream.read() == 0xd8;
        }
    }

    void remove(String job, long id) throws IOException {
        for (Labelled picture : all(job)) {
            if (picture.id() == id) {
                disk.deleteOne(picture.picture());
            }
        }
    }

    void rename(String from, String to) throws IOException {
        if (Files.exists(folderOf(from))) {
            disk.move(folderOf(from), folderOf(to));
        }
    }

    void delete(String job) throws IOException {
        disk.deleteTree(folderOf(job));
    }
}
