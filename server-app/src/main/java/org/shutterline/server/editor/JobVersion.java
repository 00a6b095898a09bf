package org.shutterline.server.editor;

/**
 * One version of a job.
 *
 * @param number 1 or more
 */
public record JobVersion(String job, int number) {}
