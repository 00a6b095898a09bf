package org.shutterline.server.editor;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Whether whoever sits at the window may change jobs, and has the one that he changes for himself. Used on the desk. */
final class Claims {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final Workshop workshop;
    private final Turns turns;

    Claims(Workshop workshop, Turns turns) {
        this.workshop = workshop;
        this.turns = turns;
    }

    /** Whether jobs may be made, named and removed; that they may not is told. */
    boolean mayTeach() {
        boolean may = workshop.mayTeach();
        if (!may) {
            turns.complain("notAllowed");
        }
        return may;
    }

    /** Whether a job may be changed now, which keeps others from it; that it may not is told. */
    boolean take(String job) {
        if (!mayTeach()) {
            return false;
        }
        Optional<OtherEditor> other = workshop.claim(job);
        other.ifPresent(has -> turns.complain(
                "held", job, has.who(), has.from(), TIME.format(has.since().atZone(ZoneId.systemDefault()))));
        return other.isEmpty();
    }

    /** Others may change the job again. */
    void free(String job) {
        workshop.release(job);
    }
}
