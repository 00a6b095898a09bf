package org.shutterline.server.tool.gauge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.shutterline.protocol.message.Overlay;
import org.shutterline.protocol.message.Point;
import org.shutterline.server.spi.Finding;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.Mark;
import org.shutterline.server.spi.Plane;
import org.shutterline.server.spi.Region;
import org.shutterline.server.spi.Scene;
import org.shutterline.server.spi.ToolException;
import org.shutterline.server.spi.View;
import org.shutterline.server.tool.Place;

/** Searches the rim of a circle on rays from the middle of the region, and fits a circle in the plane. */
final class CircleTool implements InspectionTool {
    private static final int RAYS_A_LINE = 3;

    private final Place place;
    private final CircleRule rule;

    CircleTool(Place place, CircleRule rule) {
        this.place = place;
        this.rule = rule;
    }

    @Override
    public Finding inspect(Scene scene) throws ToolException {
        scene.checkTime();
        try (View view = place.in(scene)) {
            Rays rays = rays(view);
            if (rays.outer() - rays.inner() < 1) {
                return Finding.missing("its region is too small for a circle", view.marks());
            }
            List<Point> rim = rim(scene, view, rays);
            Plane plane = scene.plane();
            List<Point> laid = rim.stream().map(plane::at).toList();
            double near = rule.outlierPx()
                    * plane.perPx(
                            view.inPicture(rays.centre().x(), rays.centre().y()));
            int least = (int) Math.ceil(rule.lines() * rule.minShare() / 100);
            Optional<CircleFit> circle = CircleFit.through(laid, near, least);
            return circle.map(fit -> found(fit, rim, laid, near, view, plane))
                    .orElseGet(() -> missing(laid.size(), least, view));
        }
    }

    /** Of a ring between its circles; of anything else from the middle of its box to the nearer side. */
    private Rays rays(View view) {
        int count = rule.lines() * RAYS_A_LINE;
        if (view.region() instanceof Region.Ring ring) {
            Point centre = view.inView(new Point(ring.centreX(), ring.centreY()));
            return new Rays(centre, ring.innerRadius(), ring.outerRadius(), count, rule.inward());
        }
        if (view.region() instanceof Region.Circle circle) {
            Point centre = view.inView(new Point(circle.centreX(), circle.centreY()));
            return new Rays(centre, 0, circle.radius(), count, rule.inward());
        }
        Point centre = new Point(view.widthPx() / 2.0, view.heightPx() / 2.0);
        return new Rays(centre, 0, Math.min(centre.x(), centre.y()), count, rule.inward());
    }

    /** In the picture. */
    private List<Point> rim(Scene scene, View view, Rays rays) throws ToolException {
        Strips strips = rays.greyOf(view);
        List<Point> rim = new ArrayList<>();
        for (int line = 0; line < rule.lines(); line++) {
            scene.checkTime();
            int from = line * RAYS_A_LINE;
            double middle = from + (RAYS_A_LINE - 1) / 2.0;
            new SearchLine(strips.profile(from, from + RAYS_A_LINE), rule.smoothPx())
                    .edge(rule.edge(), rule.minStrength(), rule.choice())
                    .map(spot -> rays.at(middle, spot.at()))
                    .ifPresent(p -> rim.add(view.inPicture(p.x(), p.y())));
        }
        return rim;
    }

    private Finding found(CircleFit circle, List<Point> rim, List<Point> laid, double near, View view, Plane plane) {
        List<Point> good = circle.near(laid, near);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(CircleFactory.DIAMETER.name(), 2 * circle.radius());
        values.put(CircleFactory.X.name(), circle.x());
        values.put(CircleFactory.Y.name(), circle.y());
        values.put(CircleFactory.ROUNDNESS.name(), circle.roundness(good));
        values.put(CircleFactory.SHARE.name(), 100.0 * good.size() / rule.lines());
        Point middle = WayBack.picture(plane, new Point(circle.x(), circle.y()), rim.get(0));
        Point right = WayBack.picture(plane, new Point(circle.x() + circle.radius(), circle.y()), middle);
        List<Point> crosses = new ArrayList<>(List.of(middle));
        for (int i = 0; i < laid.size(); i++) {
            if (Math.abs(circle.off(laid.get(i))) <= near) {
                crosses.add(rim.get(i));
            }
        }
        return Finding.of(values, view.marks())
                .with(List.of(
                        new Mark(Overlay.Kind.CIRCLE, List.of(middle, right)), new Mark(Overlay.Kind.CROSS, crosses)));
    }

    private Finding missing(int found, int wanted, View view) {
        String why = found < wanted
                ? String.format(
                        Locale.ROOT,
                        "no %s on %d of %d search lines, at least %d are wanted",
                        rule.edge().words(),
                        rule.lines() - found,
                        rule.lines(),
                        wanted)
                : "no circle: fewer than " + wanted + " of " + rule.lines() + " edge points lie on one";
        return Finding.missing(why, view.marks());
    }
}
