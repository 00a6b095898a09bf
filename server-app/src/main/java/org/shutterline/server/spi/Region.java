package org.shutterline.server.spi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shutterline.protocol.message.Point;
import org.shutterline.protocol.plugin.Setting;

/**
 * A rectangle in a picture in which a tool looks.
 *
 * @param x px from the left edge, at least 0
 * @param y px from the upper edge, at least 0
 * @param width px, at least 1
 * @param height px, at least 1
 */
public record Region(int x, int y, int width, int height) {

    /** A setting that is written {@code {x: 10, y: 20, width: 300, height: 200}}. */
    public static Setting<Region> setting(String key) {
        return Setting.of(key, "a rectangle {x, y, width, height} of whole numbers", Region::read)
                .unit("px");
    }

    /** The corners, clockwise from the upper left. */
    public List<Point> corners() {
        return List.of(
                new Point(x, y), new Point(x + width, y), new Point(x + width, y + height), new Point(x, y + height));
    }

    /** Whether all of it lies in a picture of this size. */
    public boolean isInside(int widthPx, int heightPx) {
        return (long) x + width <= widthPx && (long) y + height <= heightPx;
    }

    private static Optional<Region> read(Object raw) {
        if (raw instanceof Map<?, ?> map
                && map.size() == 4
                && map.get("x") instanceof Integer x
                && map.get("y") instanceof Integer y
                && map.get("width") instanceof Integer width
                && map.get("height") instanceof Integer height
                && x >= 0
                && y >= 0
                && width >= 1
                && height >= 1) {
            return Optional.of(new Region(x, y, width, height));
        }
        return Optional.empty();
    }
}
