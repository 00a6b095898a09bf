package org.shutterline.server.jobs;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.server.settings.AllowedPrograms;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the versions of a folder of jobs hold. Only reads, so that a server may work with the same folder meanwhile. */
public final class OwnVersions {
    private static final Logger LOG = LoggerFactory.getLogger(OwnVersions.class);

    private OwnVersions() {}

    /** @param jobs need not be there */
    public static AllowedPrograms.Kept in(Path jobs) {
        Set<String> versions = new TreeSet<>();
        Set<String> files = new TreeSet<>();
        try {
            JobFolder folder = new JobFolder(jobs, new Disk(), Clock.systemUTC());
            for (String name : folder.working.names()) {
                History history = folder.history(name);
                for (JobVersionEntry entry : history.entries()) {
                    contentOf(history, entry).ifPresent(content -> versions.add(content.sha256()));
                }
                files.addAll(history.keptFiles().keySet());
            }
        } catch (IOException unreadable) {
            LOG.warn("{} cannot be read as a whole: {}", jobs, unreadable.toString());
        }
        return new AllowedPrograms.Kept(versions, files);
    }

    private static Optional<JobContent> contentOf(History history, JobVersionEntry entry) throws IOException {
        try {
            return Optional.of(history.listed(entry.number()));
        } catch (BadSetting damaged) {
            LOG.debug("{}", damaged.getMessage());
            return Optional.empty();
        }
    }
}
