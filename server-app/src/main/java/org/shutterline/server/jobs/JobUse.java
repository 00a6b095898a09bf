package org.shutterline.server.jobs;

import java.util.Set;

/** Tells which jobs stations judge by. Asked from any thread; does not block. */
@FunctionalInterface
public interface JobUse {
    /** Nobody uses any. */
    JobUse NONE = name -> Set.of();

    /** The ids of the versions of this job by which a station judges now; empty if none does. */
    Set<String> activeVersions(String name);
}
