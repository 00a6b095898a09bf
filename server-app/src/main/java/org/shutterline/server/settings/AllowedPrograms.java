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
    public static final AllowedPrograms NONE = new AllowedPrograms(false, Set.of());

    /** Whatever is named: for whoever looks at a job and does not make one of it. */
    public static final AllowedPrograms ANY = new AllowedPrograms(true, Set.of());

    private final boolean any;
    private final Set<String> paths;

    private AllowedPrograms(boolean any, Set<String> paths) {
        this.any = any;
        this.paths = paths;
    }

    /** @param paths as a job names them in the first word of a command */
    public static AllowedPrograms of(List<String> paths) {
        return new AllowedPrograms(false, new TreeSet<>(paths));
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

    /** Whether the files of a job may be programs. */
    public boolean isAny() {
        return any;
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
        return other instanceof AllowedPrograms allowed && allowed.any == any && allowed.paths.equals(paths);
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
