package org.shutterline.server.monitor;

/**
 * What is set up of a station.
 *
 * @param number 1 to 99
 * @param camera which camera it is, in a technician's words, as its driver describes it
 * @param deadlineMs by when an accepted trigger is answered
 * @param faults whether its camera has faults on demand
 */
public record StationPlate(int number, String camera, int deadlineMs, boolean faults) {}
