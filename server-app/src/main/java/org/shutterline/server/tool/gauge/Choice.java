package org.shutterline.server.tool.gauge;

/** Which of several edges on a search line is meant. */
enum Choice {
    /** The first in the direction of the search; of pairs the first edge and the one that follows it. */
    FIRST,
    /** The last; of pairs the last second edge and the one before it. */
    LAST,
    /** The steepest; of pairs the two whose strengths add up to most. */
    STRONGEST,
    /** Of a pair only: the first first edge and the last second one, whatever lies between. */
    OUTERMOST
}
