package org.shutterline.server.statistics;

/** A measured value of a job. */
public record ValueName(String job, String name) {}
