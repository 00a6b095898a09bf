package org.shutterline.protocol.message;

import java.util.List;

/**
 * Something that a tool draws on its picture: where it looked, or what it found.
 *
 * @param kind what {@code points} mean
 * @param points in px of the source picture
 * @param verdict colours it
 * @param label for people, empty for none: a name, and after a colon and a blank the value, {@code "hole A: 5.02 mm"}
 * @param tool the id of the tool in its job
 */
public record Overlay(Kind kind, List<Point> points, Verdict verdict, String label, String tool) {

    /** What the points of an overlay mean. */
    public enum Kind {
        /** Where the tool looked: a closed polygon, drawn dashed. */
        REGION,
        /** What it found: a closed polygon. */
        POLYGON,
        /** An open line through all points. */
        LINE,
        /** Two points: centre and a point on the rim. */
        CIRCLE,
        /** Two points: a measured distance, with a tip at both ends. */
        DISTANCE,
        /** Each point is a small cross. */
        CROSS
    }

    public Overlay {
        points = List.copyOf(points);
    }
}
