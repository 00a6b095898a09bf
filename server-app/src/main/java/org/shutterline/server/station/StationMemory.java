package org.shutterline.server.station;

/**
 * What a station knows again after a restart.
 *
 * @param station 1 to 99
 * @param job the name of the active job
 * @param version which content of it; empty if that was never kept
 * @param online whether it was online
 * @param ok results since the counters were reset, as the kept rows say
 * @param ng likewise
 * @param unknown likewise
 * @param refused refused triggers since then, as last remembered
 * @param resetId the counters count results above this id
 */
public record StationMemory(
        int station,
        String job,
        String version,
        boolean online,
        long ok,
        long ng,
        long unknown,
        long refused,
        long resetId) {}
