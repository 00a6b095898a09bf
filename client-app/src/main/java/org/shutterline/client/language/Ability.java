package org.shutterline.client.language;

/** What the client would like to say, and not every language has words for. */
public enum Ability {
    TRIGGER,
    /** The name of a part with its trigger. */
    PART,
    /** A key that makes asking again take no second picture. */
    ONCE,
    /** The results since an id; who can be asked for them numbers its results. */
    PAST,
    /** Please tell results from now on. */
    SUBSCRIBE,
    STATUS,
    RESET,
    PICTURE,
    THUMBNAIL,
    /** What the tools found, to be drawn into the picture. */
    MARKS,
    LIVE,
    JOB,
    JOBS,
    CHANGE_JOB
}
