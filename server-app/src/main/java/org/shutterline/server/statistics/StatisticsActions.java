package org.shutterline.server.statistics;

/** What a technician may want of statistics. Safe for any thread; each call returns at once and its effect comes as a state. */
public interface StatisticsActions {
    /** Counts these results; what is still being counted is given up. */
    void choose(StatisticsChoice choice);

    /** Counts the same anew, for results came meanwhile. */
    void lookAgain();

    void chooseValue(ValueName value);
}
