package org.shutterline.server.tool.pattern;

import org.shutterline.protocol.message.Point;
import org.shutterline.server.spi.Pose;

/**
 * Where a template may lie.
 *
 * @param pose from px of the template to px of the view, both of the full size
 * @param score normalised correlation, -1 to 1; 1 is the same picture but for its light
 * @param visible the share of it that lies inside the view
 */
record Guess(Pose pose, double score, double visible) {
    Point centre(Template template) {
        return pose.at(new Point(template.widthPx() / 2.0, template.heightPx() / 2.0));
    }
}
