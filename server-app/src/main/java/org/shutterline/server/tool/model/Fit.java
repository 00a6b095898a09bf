package org.shutterline.server.tool.model;

/** How a region is brought to the size of the model's input; named in job files. */
enum Fit {
    /** Both sides by themselves. */
    STRETCH,
    /** As it is, in the middle of grey bars. */
    LETTERBOX
}
