package org.shutterline.server.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Catalog;
import org.shutterline.server.spi.InspectionToolFactory;
import org.shutterline.server.station.Job;
import org.shutterline.server.station.JobShelf;

/** The jobs as files: {@code NAME.yaml}, with a folder {@code NAME} beside it for templates and the like. */
public final class JobFolder implements JobShelf {
    /** No separator, no leading point: a name never leads out of the folder. */
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_-][\\p{L}\\p{N} ._-]{0,63}");

    private static final String END = ".yaml";

    private final Path folder;
    private final Catalog<InspectionToolFactory> tools;
    private final Isolation isolation;

    /** Jobs whose tools all run in this process, also those that ask for one of their own. */
    public JobFolder(Path folder, Catalog<InspectionToolFactory> tools) {
        this(folder, tools, (kind, settings, memoryMb) -> kind);
    }

    /** @param isolation of the tools that ask for a process of their own */
    public JobFolder(Path folder, Catalog<InspectionToolFactory> tools, Isolation isolation) {
        this.folder = folder;
        this.tools = tools;
        this.isolation = isolation;
    }

    /** None if there is no folder. */
    @Override
    public List<String> names() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(END))
                    .map(name -> name.substring(0, name.length() - END.length()))
                    .filter(name -> NAME.matcher(name).matches())
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public Job read(String name) throws NoSuchJob {
        if (!NAME.matcher(name).matches()) {
            throw new NoSuchJob(name);
        }
        Path file = folder.resolve(name + END);
        if (!Files.isRegularFile(file)) {
            throw new NoSuchJob(name);
        }
        String place = folder.getFileName() + "/" + name + END;
        Path ofJob = folder.resolve(name);
        return JobReader.read(
                name,
                place,
                YamlFile.read(file, place),
                JobVersion.of(file, ofJob),
                (wanted, at) -> fileOf(ofJob, wanted, at),
                tools,
                isolation);
    }

    private static Path fileOf(Path ofJob, String wanted, String place) {
        boolean plain = NAME.matcher(wanted).matches();
        Path file = ofJob.resolve(plain ? wanted : "");
        if (!plain || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new BadSetting(
                    place,
                    "expected the name of a file in the folder " + ofJob.getFileName() + ", found '" + wanted + "'");
        }
        return file;
    }
}
