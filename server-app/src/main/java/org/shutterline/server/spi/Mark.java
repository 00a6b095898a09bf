package org.shutterline.server.spi;

import java.util.List;
import org.shutterline.protocol.message.Overlay;
import org.shutterline.protocol.message.Point;

/**
 * Something that a tool draws on the picture; its verdict and label are added by the judge.
 *
 * @param kind what the points mean
 * @param points in px of the whole picture
 */
public record Mark(Overlay.Kind kind, List<Point> points) {
    public Mark {
        points = List.copyOf(points);
    }

    /** Where the tool looked: the rim of the region, and that of its hole. */
    public static List<Mark> regions(Region region) {
        Mark rim = new Mark(Overlay.Kind.REGION, region.outline());
        return region.hole().isEmpty() ? List.of(rim) : List.of(rim, new Mark(Overlay.Kind.REGION, region.hole()));
    }
}
