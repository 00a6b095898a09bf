package org.shutterline.server.monitor;

import java.util.Optional;
import org.shutterline.server.doctor.Checkup;
import org.shutterline.server.doctor.Fix;

/**
 * What the doctor says, and what became of the fix that was wanted last.
 *
 * @param fixing the fix that is being done
 * @param failed the fix that could not be done, and why; empty once another is wanted or its finding is over
 */
public record DoctorView(Checkup checkup, Optional<Fix> fixing, Optional<Failed> failed) {
    /** A fix that could not be done. */
    public record Failed(Fix fix, String why) {}
}
