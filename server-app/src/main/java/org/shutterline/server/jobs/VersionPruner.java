package org.shutterline.server.jobs;

import java.io.IOException;

/**
 * Which versions stay.
 *
 * @param use an active one always does
 * @param keep how many of each job at least, those that clients on the wire made counted apart
 */
record VersionPruner(JobUse use, int keep) {
    void prune(History history, String name) throws IOException {
        history.prune(keep, use.activeVersions(name));
    }
}
