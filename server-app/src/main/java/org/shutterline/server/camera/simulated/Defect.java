package org.shutterline.server.camera.simulated;

/** What can be wrong with a plate. */
public enum Defect {
    HOLE_MISSING,
    HOLE_WRONG_SIZE,
    SCRATCH,
    WRONG_CODE,
    DAMAGED_CODE
}
