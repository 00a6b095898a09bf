package org.shutterline.server.jobs;

/** What becomes of a job that is brought when there is one of its name. */
public enum Clash {
    /** It takes the name with a number behind it. */
    FREE_NAME,
    /** It becomes a new version of the job that is there. */
    NEW_VERSION
}
