package org.shutterline.server.tool.golden;

import java.util.List;
import java.util.stream.Stream;
import org.opencv.core.Rect;
import org.shutterline.protocol.message.Point;
import org.shutterline.server.spi.View;

/**
 * From places of the golden picture to those of the whole picture.
 *
 * @param warp from the golden picture to what lies there
 * @param sight what is seen, of the golden picture's scale
 * @param view the same as the camera took it
 */
record Way(Warp warp, Sight sight, View view) {
    /** A box of the golden picture as it lies in the picture, clockwise. */
    List<Point> corners(Rect box) {
        double right = box.x + box.width;
        double bottom = box.y + box.height;
        return Stream.of(
                        new Point(box.x, box.y),
                        new Point(right, box.y),
                        new Point(right, bottom),
                        new Point(box.x, bottom))
                .map(this::inPicture)
                .toList();
    }

    private Point inPicture(Point corner) {
        // the warp counts from the middle of the first pixel, a view from its corner
        double[] at = warp.at(corner.x() - 0.5, corner.y() - 0.5);
        double x = (at[0] + 0.5 + sight.left()) * view.widthPx() / sight.widthPx();
        double y = (at[1] + 0.5 + sight.top()) * view.heightPx() / sight.heightPx();
        return view.inPicture(Math.max(0, Math.min(view.widthPx(), x)), Math.max(0, Math.min(view.heightPx(), y)));
    }
}
