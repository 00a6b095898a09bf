package org.shutterline.server.tool.text;

/** How the text stands in its region; named in job files. */
enum Layout {
    LINE(7),
    BLOCK(6);

    private final int segmentation;

    Layout(int segmentation) {
        this.segmentation = segmentation;
    }

    /** The reader's own number for it. */
    int segmentation() {
        return segmentation;
    }
}
