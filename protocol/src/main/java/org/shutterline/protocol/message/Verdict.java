package org.shutterline.protocol.message;

/** What an inspection says about a part. Only {@link #OK} is good. */
public enum Verdict {
    /** The part passed. */
    OK,
    /** The part did not pass. */
    NG,
    /** No judgement could be made; never to be treated as good. */
    UNKNOWN;

    /** The verdict of two judgements taken together: NG outweighs UNKNOWN, which outweighs OK. */
    public Verdict and(Verdict other) {
        if (this == NG || other == NG) {
            return NG;
        }
        return this == UNKNOWN || other == UNKNOWN ? UNKNOWN : OK;
    }
}
