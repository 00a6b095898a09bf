package org.shutterline.server.tool.gauge;

/** Along which side of its region a distance is measured. */
enum Direction {
    /** From left to right: between upright edges. */
    HORIZONTAL,
    /** From top to bottom: between level edges. */
    VERTICAL
}
