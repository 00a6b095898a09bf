package org.shutterline.server.jobs;

/**
 * A job that was brought.
 *
 * @param name that it has here
 * @param version that was made of it, or the one that was there with the same content
 */
public record Brought(String name, JobVersionEntry version) {}
