package org.shutterline.server.tool.text;

/** How the letters stand out; named in job files. */
enum Ink {
    /** Whatever covers less of the region is ink. */
    AUTO,
    DARK,
    LIGHT
}
