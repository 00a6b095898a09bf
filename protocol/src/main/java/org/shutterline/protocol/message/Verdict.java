package org.shutterline.protocol.message;

/** What an inspection says about a part. Only {@link #OK} is good. */
public enum Verdict {
    /** The part passed. */
    OK,
    /** The part did not pass. */
    NG,
    /** No judgement could be made; never to be treated as good. */
    UNKNOWN;

    /** The verdict of two judgements taken together: UNKNOWN outweighs NG, which outweighs OK. */
    public Verdict and(Verdict other) {
        if (this == UNKNOWN || other == UNKNOWN) {
            return UNKNOWN;
        }
        return this == NG || other == NG ? NG : OK;
    }
}
