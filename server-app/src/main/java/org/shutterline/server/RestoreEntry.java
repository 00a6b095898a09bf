package org.shutterline.server;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import org.shutterline.server.access.Entry;
import org.shutterline.server.archive.ArchiveException;
import org.shutterline.server.archive.AuditCheck;
import org.shutterline.server.archive.AuditTrail;
import org.shutterline.server.backup.Restore;

/** What the books say of a restore: they go on where the backup ends, so the line names those that were there before. */
final class RestoreEntry {
    private RestoreEntry() {}

    static Entry of(Restore.Done done, String who, String from) {
        String deed = "a backup of " + done.results() + " results was restored; what was there before is in "
                + done.before().getFileName() + ", its books " + ended(done.before());
        return new Entry(Clock.systemUTC().instant(), who, from, deed, Entry.DONE);
    }

    private static String ended(Path before) {
        try (AuditTrail trail = AuditTrail.open(before)) {
            AuditCheck.Found found = trail.verify();
            return found.broken()
                    .map(why -> "were changed: " + why)
                    .orElseGet(() -> "end at line " + found.lines() + " with " + found.hash());
        } catch (ArchiveException | UncheckedIOException damaged) {
            return "cannot be read";
        }
    }
}
