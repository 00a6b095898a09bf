package org.shutterline.server.doctor;

import java.util.List;

/**
 * What the doctor says at one moment.
 *
 * @param findings what is wrong, the newest first
 * @param over what was wrong a while ago, the newest first
 * @param passed the checks that find nothing
 */
public record Checkup(List<Finding> findings, List<Finding> over, List<Check> passed) {
    /** Before the first look. */
    public static final Checkup NONE = new Checkup(List.of(), List.of(), List.of());

    public Checkup {
        findings = List.copyOf(findings);
        over = List.copyOf(over);
        passed = List.copyOf(passed);
    }
}
