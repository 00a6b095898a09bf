package org.shutterline.server.statistics;

/** Where states of the statistics are shown; takes them on any thread. */
@FunctionalInterface
public interface StatisticsView {
    void show(StatisticsState state);
}
