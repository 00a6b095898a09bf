package org.shutterline.server.tool.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.server.spi.JobFiles;

/**
 * The names of a model's classes, in its order.
 *
 * @param names empty if the job gives none: then they are numbered from 0
 * @param place where they stand, for messages
 */
record Labels(List<String> names, String place) {
    static final Setting<List<String>> LIST =
            Setting.of("labels", "a list of texts", Labels::texts).as(new Setting.Texts());
    static final Setting<String> FILE = Setting.file("labelsFile");

    private static final int MOST_BYTES = 1 << 20;

    static Labels read(Options options, JobFiles files) {
        Optional<List<String>> list = options.find(LIST);
        Optional<String> file = options.find(FILE);
        if (list.isPresent() && file.isPresent()) {
            throw new BadSetting(options.placeOf(FILE), "expected either this or labels, not both");
        }
        return file.map(name -> read(files.find(name, options.placeOf(FILE)), options.placeOf(FILE)))
                .orElseGet(() -> new Labels(list.orElse(List.of()), options.placeOf(LIST)));
    }

    /** One a line; empty lines at the end do not count. */
    private static Labels read(Path file, String place) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new BadSetting(
                        place, "expected a text of one label a line, " + file.getFileName() + " is too large for that");
            }
            return new Labels(
                    Files.readString(file, StandardCharsets.UTF_8)
                            .stripTrailing()
                            .lines()
                            .map(String::strip)
                            .toList(),
                    place);
        } catch (IOException e) {
            throw new BadSetting(
                    place, "expected a text of one label a line, " + file.getFileName() + " cannot be read");
        }
    }

    static Optional<List<String>> texts(Object raw) {
        boolean fits = raw instanceof List<?> list
                && list.stream()
                        .allMatch(item -> item instanceof String || item instanceof Number || item instanceof Boolean);
        return fits ? Optional.of(((List<?>) raw).stream().map(String::valueOf).toList()) : Optional.empty();
    }

    /**
     * The same for a model with so many classes.
     *
     * @throws BadSetting if there are more or fewer names
     */
    Labels forClasses(int classes) {
        if (names.isEmpty()) {
            return new Labels(
                    IntStream.range(0, classes).mapToObj(Integer::toString).toList(), place);
        }
        if (names.size() != classes) {
            throw new BadSetting(place, "the model knows " + classes + " classes, found " + names.size() + " labels");
        }
        return this;
    }

    /**
     * Checks that a setting names one of them.
     *
     * @throws BadSetting if it does not
     */
    void check(String name, String where) {
        if (!names.contains(name)) {
            throw new BadSetting(where, "expected one of " + String.join(", ", names) + ", found '" + name + "'");
        }
    }

    /** @param number from 0; what is beyond the names is called by its number */
    String of(int number) {
        return number >= 0 && number < names.size() ? names.get(number) : Integer.toString(number);
    }
}
