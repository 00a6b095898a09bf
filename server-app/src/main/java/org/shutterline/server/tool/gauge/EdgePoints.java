package org.shutterline.server.tool.gauge;

import java.util.ArrayList;
import java.util.List;
import org.shutterline.protocol.message.Point;
import org.shutterline.server.spi.Scene;
import org.shutterline.server.spi.ToolException;
import org.shutterline.server.spi.View;

/**
 * Where the search lines of a view met edges; x: across the lines, y: along them, px.
 *
 * @param first the only edges, or those that begin a pair
 * @param second those that end one
 * @param lines on how many lines was looked
 */
record EdgePoints(List<Point> first, List<Point> second, int lines) {
    static EdgePoints in(Scene scene, View view, EdgeRule rule) throws ToolException {
        Strips strips = Strips.of(view, rule.direction());
        int lines = Math.min(rule.lines(), strips.across());
        EdgePoints found = new EdgePoints(new ArrayList<>(), new ArrayList<>(), lines);
        for (int i = 0; i < lines; i++) {
            scene.checkTime();
            int from = (int) ((long) i * strips.across() / lines);
            int to = (int) ((long) (i + 1) * strips.across() / lines);
            found.search(new SearchLine(strips.profile(from, to), rule.smoothPx()), (from + to) / 2.0, rule);
        }
        return found;
    }

    private void search(SearchLine line, double across, EdgeRule rule) {
        if (rule.pair()) {
            EdgePairs.Pair pair = new EdgePairs(
                            line.edges(rule.first(), rule.minStrength()), line.edges(rule.second(), rule.minStrength()))
                    .of(rule.choice());
            pair.first().ifPresent(spot -> first.add(new Point(across, spot.at())));
            pair.second().ifPresent(spot -> second.add(new Point(across, spot.at())));
        } else {
            line.edge(rule.first(), rule.minStrength(), rule.choice())
                    .ifPresent(spot -> first.add(new Point(across, spot.at())));
        }
    }

    /** How many of them must lie on an edge: half. */
    int least() {
        return Math.max(1, (lines + 1) / 2);
    }
}
