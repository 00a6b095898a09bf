package org.shutterline.server.tool.pattern;

import java.io.IOException;
import java.nio.file.Path;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.shutterline.protocol.message.Point;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.InspectionToolFactory;
import org.shutterline.server.spi.JobFiles;
import org.shutterline.server.spi.Output;
import org.shutterline.server.spi.PictureFile;
import org.shutterline.server.spi.PixelFormat;
import org.shutterline.server.spi.Region;
import org.shutterline.server.spi.Vision;
import org.shutterline.server.tool.Place;

/** Where in a region something looks most like a picture of it. */
public final class PatternFactory implements InspectionToolFactory {
    static final Output SCORE = new Output("score", "", 3);
    static final Output X = new Output("x", "px", 2);
    static final Output Y = new Output("y", "px", 2);

    static final Setting<String> TEMPLATE = Setting.file("template");
    static final Setting<Double> MIN_SCORE = Setting.number("minScore", 0, 1).byDefault(0.7);

    @Override
    public String id() {
        return "pattern";
    }

    @Override
    public String title() {
        return "Pattern";
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(Place.REGION, TEMPLATE, MIN_SCORE);
    }

    @Override
    public List<Output> outputs() {
        return List.of(SCORE, X, Y);
    }

    @Override
    public InspectionTool create(Options options, JobFiles files) {
        Vision.load();
        String place = options.placeOf(TEMPLATE);
        Path file = files.find(options.get(TEMPLATE), place);
        Template template = new Template(read(file, place));
        String wrong = complaint(template, Place.read(options).region());
        if (!wrong.isEmpty()) {
            template.close();
            throw new BadSetting(place, wrong);
        }
        return new Pattern(Place.read(options), template, options.get(MIN_SCORE));
    }

    private static Mat read(Path file, String place) {
        try (PictureFile picture = PictureFile.open(file)) {
            byte[] grey = picture.pixels(PixelFormat.MONO8);
            Mat mat = new Mat(picture.heightPx(), picture.widthPx(), CvType.CV_8UC1);
            mat.put(0, 0, grey);
            return mat;
        } catch (IOException e) {
            throw new BadSetting(place, "expected a picture, but of " + file.getFileName() + ": " + e.getMessage());
        }
    }

    private static String complaint(Template template, Optional<Region> region) {
        if (template.widthPx() < Template.LEAST_PX || template.heightPx() < Template.LEAST_PX) {
            return "expected a template of at least " + Template.LEAST_PX + " x " + Template.LEAST_PX + " px";
        }
        if (!template.hasTexture()) {
            return "expected a template with something to see in it; this one is all of one grey";
        }
        boolean fits = region.map(PatternFactory::box)
                .map(box -> box.width() >= template.widthPx() && box.height() >= template.heightPx())
                .orElse(true);
        return fits
                ? ""
                : "expected a template that fits into the region, found " + template.widthPx() + " x "
                        + template.heightPx() + " px";
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
