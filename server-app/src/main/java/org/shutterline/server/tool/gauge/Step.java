package org.shutterline.server.tool.gauge;

/** From which grey to which an edge goes, in the direction of measuring. */
enum Step {
    DARK_TO_LIGHT("edge from dark to light"),
    LIGHT_TO_DARK("edge from light to dark"),
    ANY("edge");

    private final String words;

    Step(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** How strong a slope is as an edge of this kind; negative if it is of the other kind. */
    double strength(double slope) {
        return this == ANY ? Math.abs(slope) : this == DARK_TO_LIGHT ? slope : -slope;
    }
}
