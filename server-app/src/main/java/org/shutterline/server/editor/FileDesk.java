package org.shutterline.server.editor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.server.jobs.JobRefused;
import org.shutterline.server.jobs.PackageLimits;
import org.shutterline.server.jobs.PickedFile;
import org.shutterline.server.monitor.Why;

/** Takes files that people pick into drafts. Used on the desk, but for what says otherwise. */
record FileDesk(Workshop workshop, Turns turns, Claims claims) {

    /** Nothing happens if the tool has no such setting, or it wants no file. */
    void pick(DraftDesk desk, String tool, String key, Path file) {
        wanted(desk.draft(), tool, key)
                .ifPresent(held -> turns.threads().trials().execute(() -> {
                    String name = String.valueOf(file.getFileName());
                    try {
                        PickedFile picked = PickedFile.of(file, held, workshop.scratch());
                        turns.take(() -> take(desk, tool, key, picked));
                    } catch (JobRefused refused) {
                        String why = String.valueOf(refused.getMessage()).substring((name + ": ").length());
                        turns.take(() -> turns.complain("fileRefused", name, why));
                    } catch (IOException | RuntimeException unreadable) {
                        turns.take(() -> turns.complain("fileRefused", name, Why.of(unreadable)));
                    } catch (OutOfMemoryError large) {
                        turns.take(() -> turns.complain("pictureTooLarge"));
                    }
                }));
    }

    private Optional<Setting.Content> wanted(Draft draft, String tool, String key) {
        return draft.tool(tool).stream()
                .flatMap(now ->
                        workshop.tools().all().stream().filter(kind -> kind.id().equals(now.kind())))
                .flatMap(kind -> kind.settings().stream())
                .filter(setting -> setting.key().equals(key))
                .map(Setting::shape)
                .filter(Setting.FileName.class::isInstance)
                .map(shape -> ((Setting.FileName) shape).content())
                .findFirst();
    }

    /** The tool may be gone by now, the draft closed, and somebody else at the job. */
    private void take(DraftDesk desk, String tool, String key, PickedFile picked) {
        if (desk.isResting()) {
            turns.complain("fileLate", picked.name(), desk.name());
            return;
        }
        if (wanted(desk.draft(), tool, key).isEmpty() || !claims.take(desk.name())) {
            return;
        }
        Draft next = desk.draft().withPicked(tool, key, picked);
        long most = PackageLimits.USUAL.mostBytesTogether();
        if (next.bytes() > most) {
            turns.complain("filesTooLarge", picked.name(), String.valueOf(most >> 20));
        } else {
            desk.step(next);
        }
    }
}
