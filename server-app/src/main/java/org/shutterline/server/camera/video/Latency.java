package org.shutterline.server.camera.video;

/**
 * The longest time from the exposure of a picture, in ns.
 *
 * @param stampNanos until its stamp, if it has one by our clock
 * @param arrivalNanos until it has arrived, if it has none
 */
record Latency(long stampNanos, long arrivalNanos) {}
