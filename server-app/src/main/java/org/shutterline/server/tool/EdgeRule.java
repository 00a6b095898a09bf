package org.shutterline.server.tool;

import org.shutterline.protocol.plugin.Options;

/** Which edges a job wants, and how they are looked for. */
record EdgeRule(Direction direction, Step first, Step second, double minStrength, double smoothPx, int lines) {
    static EdgeRule read(Options options) {
        return new EdgeRule(
                options.get(EdgesFactory.DIRECTION),
                options.get(EdgesFactory.FIRST),
                options.get(EdgesFactory.SECOND),
                options.get(EdgesFactory.MIN_STRENGTH),
                options.get(EdgesFactory.SMOOTH),
                options.get(EdgesFactory.LINES));
    }
}
