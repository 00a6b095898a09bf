package org.shutterline.server.jobs;

import java.time.Instant;

/**
 * One version of a job that is kept.
 *
 * @param number 1 or more, rising; never given twice in a job's life
 * @param id identifies its content: a job that went back has the same twice
 */
public record JobVersionEntry(int number, String id, Instant savedAt, Origin origin) {}
