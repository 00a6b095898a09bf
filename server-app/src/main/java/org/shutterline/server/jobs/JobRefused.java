package org.shutterline.server.jobs;

import org.shutterline.protocol.plugin.BadSetting;

/** What was asked for cannot be done with a job, or a file that was brought is not taken. Nothing was written. */
public final class JobRefused extends Exception {
    private static final long serialVersionUID = 1;

    /**
     * @param what the job, or the file and the entry in it: {@code "plate.shutterjob, files/golden.png"}
     * @param why what is wrong and what was expected, as the end of a sentence
     */
    public JobRefused(String what, String why) {
        super(what + ": " + why);
    }

    /** A part of what was brought is no good setting. */
    JobRefused(BadSetting bad) {
        super(bad.getMessage());
    }
}
