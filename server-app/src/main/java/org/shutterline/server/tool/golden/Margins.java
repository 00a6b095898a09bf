package org.shutterline.server.tool.golden;

import org.shutterline.protocol.message.Point;
import org.shutterline.server.spi.Pose;
import org.shutterline.server.spi.Region;
import org.shutterline.server.spi.Scene;

/** What is looked at beyond the four sides of a rectangle, px of the taught picture. */
record Margins(int left, int top, int right, int bottom) {
    static final Margins NONE = new Margins(0, 0, 0, 0);

    /** As that of a view: so far a region may reach beyond the picture. */
    private static final double SLACK_PX = 0.5;

    /** As wide as the picture has it all round, and at most so wide. */
    static Margins within(Scene scene, Region.Rectangle box, int mostPx) {
        int left = mostPx;
        while (left > 0 && !new Margins(left, 0, 0, 0).isIn(scene, box)) {
            left--;
        }
        int top = mostPx;
        while (top > 0 && !new Margins(left, top, 0, 0).isIn(scene, box)) {
            top--;
        }
        int right = mostPx;
        while (right > 0 && !new Margins(left, top, right, 0).isIn(scene, box)) {
            right--;
        }
        int bottom = mostPx;
        while (bottom > 0 && !new Margins(left, top, right, bottom).isIn(scene, box)) {
            bottom--;
        }
        return new Margins(left, top, right, bottom);
    }

    int across() {
        return left + right;
    }

    int down() {
        return top + bottom;
    }

    /** The rectangle with them, turned as it is. */
    Region.Rectangle around(Region.Rectangle box) {
        Point middle = box.centre();
        Point moved = Pose.of(middle, middle, box.angleDeg(), 1)
                .at(new Point(middle.x() + (right - left) / 2.0, middle.y() + (bottom - top) / 2.0));
        double width = box.width() + across();
        double height = box.height() + down();
        return new Region.Rectangle(moved.x() - width / 2, moved.y() - height / 2, width, height, box.angleDeg());
    }

    private boolean isIn(Scene scene, Region.Rectangle box) {
        return around(box).after(scene.pose()).outline().stream()
                .allMatch(p -> p.x() >= -SLACK_PX
                        && p.y() >= -SLACK_PX
                        && p.x() <= scene.widthPx() + SLACK_PX
                        && p.y() <= scene.heightPx() + SLACK_PX);
    }
}
