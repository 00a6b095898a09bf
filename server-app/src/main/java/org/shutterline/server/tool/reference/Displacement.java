package org.shutterline.server.tool.reference;

/**
 * How a view lies against its reference.
 *
 * @param rightPx of the middle, px of the picture
 * @param downPx likewise
 * @param turnDeg clockwise
 * @param similarity percent of the landmarks that agree
 */
record Displacement(double rightPx, double downPx, double turnDeg, double similarity) {
    double shiftPx() {
        return Math.hypot(rightPx, downPx);
    }
}
