package org.shutterline.server.editor;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.server.jobs.JobRefused;
import org.shutterline.server.monitor.Why;
import org.shutterline.server.station.JobShelf;

/** The turns of the desk: what is done in one, what goes on beside it, and what is told after it. Owns the notice. */
final class Turns {
    private final Threads threads;
    private final Runnable tell;
    private Optional<EditorState.Notice> notice = Optional.empty();
    private boolean told;

    /** Work that reads or writes the disk; what it answers is done on the desk. */
    interface Work {
        Runnable run() throws IOException, JobRefused, JobShelf.NoSuchJob;
    }

    /** @param tell run on the desk after a turn that changed something */
    Turns(Threads threads, Runnable tell) {
        this.threads = threads;
        this.tell = tell;
    }

    Threads threads() {
        return threads;
    }

    /** Does it on the desk and tells the state after it, also that no job can be so. Any thread. */
    void take(Runnable deed) {
        threads.desk().execute(() -> {
            try {
                deed.run();
            } catch (BadSetting impossible) {
                complain("refused", Why.of(impossible));
            }
            changed();
        });
    }

    /** Does it on the thread for trials; that it failed is told. Any thread. */
    void aside(Work work) {
        threads.trials().execute(() -> {
            try {
                take(work.run());
            } catch (IOException | JobRefused | JobShelf.NoSuchJob | RuntimeException refused) {
                take(() -> complain("refused", Why.of(refused)));
            }
        });
    }

    /** Many changes in one turn of the desk are one state. */
    void changed() {
        if (!told) {
            told = true;
            threads.desk().execute(() -> {
                told = false;
                tell.run();
            });
        }
    }

    Optional<EditorState.Notice> notice() {
        return notice;
    }

    /** Something was done. */
    void say(String text, String... with) {
        say(new EditorState.Notice(false, text, List.of(with)));
    }

    /** Something could not be done. */
    void complain(String text, String... with) {
        say(EditorState.Notice.trouble(text, with));
    }

    void say(EditorState.Notice said) {
        notice = Optional.of(said);
    }

    void sayNothing() {
        notice = Optional.empty();
    }
}
