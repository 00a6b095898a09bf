package org.shutterline.server.tool.pattern;

import java.util.DoubleSummaryStatistics;
import java.util.Optional;
import org.shutterline.protocol.message.Point;
import org.shutterline.server.spi.Region;

/** What would be wanted of a template that cannot be used. */
final class Fitness {
    private Fitness() {}

    /** Whatever is wrong with it by itself. */
    static Optional<String> of(Template template) {
        if (template.widthPx() < Template.LEAST_PX || template.heightPx() < Template.LEAST_PX) {
            return Optional.of("a template of at least " + Template.LEAST_PX + " x " + Template.LEAST_PX + " px");
        }
        return template.hasTexture()
                ? Optional.empty()
                : Optional.of("a template with something to see in it; this one is all of one grey");
    }

    /** Whether it is larger than where it is looked for. */
    static Optional<String> inRegion(Template template, Optional<Region> region, PatternRule rule) {
        boolean fits = region.map(Fitness::box)
                .map(box -> rule.uprightDeg() != 0
                        || box.width() >= rule.minVisible() * template.widthPx()
                                && box.height() >= rule.minVisible() * template.heightPx())
                .orElse(true);
        return fits
                ? Optional.empty()
                : Optional.of("a template that fits into the region, found " + template.widthPx() + " x "
                        + template.heightPx() + " px");
    }

    /** The upright box that a view of the region has. */
    private static Region.Rectangle box(Region region) {
        if (region instanceof Region.Rectangle rectangle) {
            return rectangle;
        }
        DoubleSummaryStatistics across =
                region.outline().stream().mapToDouble(Point::x).summaryStatistics();
        DoubleSummaryStatistics down =
                region.outline().stream().mapToDouble(Point::y).summaryStatistics();
        return new Region.Rectangle(
                across.getMin(), down.getMin(), across.getMax() - across.getMin(), down.getMax() - down.getMin(), 0);
    }
}
