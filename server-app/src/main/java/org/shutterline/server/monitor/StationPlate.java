package org.shutterline.server.monitor;

/**
 * What does not change of a station while the program runs.
 *
 * @param number 1 to 99
 * @param camera which camera it is, in a technician's words, as its driver describes it
 * @param deadlineMs by when an accepted trigger is answered
 */
public record StationPlate(int number, String camera, int deadlineMs) {}
