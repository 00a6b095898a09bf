package org.shutterline.server.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.server.spi.InspectionToolFactory;

/**
 * The programs that a job may start which comes from a file of somebody else, or which a client changes. Who teaches at this
 * station may name any. Immutable.
 */
public final class AllowedPrograms {
    /** None at all. */
    public static final AllowedPrograms NONE = of(List.of());

    /** Whatever is named: for whoever looks at a job and does not make one of it. */
    public static final AllowedPrograms ANY = new AllowedPrograms(true, Set.of(), Optional.empty());

    private final boolean any;
    private final Set<String> paths;
    private final Optional<Kept> kept;

    private AllowedPrograms(boolean any, Set<String> paths, Optional<Kept> kept) {
        this.any = any;
        this.paths = paths;
        this.kept = kept;
    }

    /**
     * What a station has in its own jobs.
     *
     * @param versions the SHA-256 of their contents; an id, which is shorter, is no proof
     * @param files the SHA-256 of their files
     */
    public record Kept(Set<String> versions, Set<String> files) {}

    /** @param paths as a job names them in the first word of a command */
    public static AllowedPrograms of(List<String> paths) {
        return new AllowedPrograms(false, new TreeSet<>(paths), Optional.empty());
    }

    /** A list of absolute paths. */
    static Setting<AllowedPrograms> setting(String key) {
        return Setting.of(
                key,
                "a list of programs by their absolute paths",
                raw -> raw instanceof List<?> list && list.stream().allMatch(AllowedPrograms::isAbsolute)
                        ? Optional.of(of(list.stream().map(String::valueOf).toList()))
                        : Optional.empty());
    }

    private static boolean isAbsolute(Object raw) {
        try {
            return raw instanceof String text && Path.of(text).isAbsolute();
        } catch (InvalidPathException noPath) {
            return false;
        }
    }

    /** The same, and what this station has anyway: for whoever runs a job again and brings none. */
    public AllowedPrograms with(Kept here) {
        return new AllowedPrograms(any, paths, Optional.of(here));
    }

    /** Those of a job with this content: any if this station has the very same. */
    public AllowedPrograms of(String contentSha256) {
        return kept.filter(here -> here.versions().contains(contentSha256)).isPresent() ? ANY : this;
    }

    /** Why a program may not be among the files of a job, and what to do; empty if it may. */
    public Optional<String> whyNoFile(String sha256) {
        if (any || kept.filter(here -> here.files().contains(sha256)).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(
                kept.isPresent()
                        ? "is a program that no job of this station has: run the record again where it was made, or put"
                                + " the program into the folder of a job here by hand first"
                        : "is a program, expected pictures, models and data; programs are put in place by hand");
    }

    /**
     * Checks what a tool would start.
     *
     * @throws BadSetting naming the program and those that may be named
     */
    public void check(InspectionToolFactory kind, Options settings) {
        for (Setting<List<String>> program : kind.programs()) {
            settings.find(program).flatMap(this::whyNot).ifPresent(why -> {
                throw new BadSetting(settings.placeOf(program), why);
            });
        }
    }

    private Optional<String> whyNot(List<String> command) {
        if (any || paths.contains(command.get(0))) {
            return Optional.empty();
        }
        String expected = paths.isEmpty()
                ? "no program, since jobs.programs in the settings of this station lists none"
                : "one of those that jobs.programs in the settings of this station lists: " + String.join(", ", paths);
        return Optional.of(
                "starts the program '" + command.get(0).replaceAll("\\p{Cntrl}", "?") + "', expected " + expected);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AllowedPrograms allowed
                && allowed.any == any
                && allowed.paths.equals(paths)
                && allowed.kept.equals(kept);
    }

    @Override
    public int hashCode() {
        return paths.hashCode();
    }

    @Override
    public String toString() {
        return any ? "any" : paths.toString();
    }
}
