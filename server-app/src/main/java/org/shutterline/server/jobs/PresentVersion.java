package org.shutterline.server.jobs;

/**
 * The version of a job that counts when the job is activated.
 *
 * @param entry may have been made long ago: the same content is the same version
 * @param by how it became the present one
 */
public record PresentVersion(JobVersionEntry entry, Origin.Way by) {}
