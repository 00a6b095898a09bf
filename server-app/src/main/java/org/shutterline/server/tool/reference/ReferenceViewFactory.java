package org.shutterline.server.tool.reference;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
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
import org.shutterline.server.spi.Teacher;
import org.shutterline.server.spi.View;
import org.shutterline.server.spi.Vision;
import org.shutterline.server.tool.Mats;
import org.shutterline.server.tool.Place;

/** Whether the camera still sees what it saw when the job was taught: nobody pushed, turned or swapped it. */
public final class ReferenceViewFactory implements InspectionToolFactory {
    static final Output SHIFT = new Output("shift", "px", 1);
    static final Output TURN = new Output("turn", "degrees", 2);
    static final Output SIMILARITY = new Output("similarity", "%", 0);

    static final Setting<String> REFERENCE = Setting.picture("reference");
    static final Setting<Double> MAX_SHIFT =
            Setting.number("maxShiftPx", 0, 1000).byDefault(5.0).unit("px");
    static final Setting<Double> MAX_TURN =
            Setting.number("maxTurnDeg", 0, 15).byDefault(0.5).unit("degrees");
    static final Setting<Double> MIN_SIMILARITY =
            Setting.number("minSimilarity", 10, 100).byDefault(30.0).unit("%");

    @Override
    public String id() {
        return "view";
    }

    @Override
    public String title() {
        return "Reference view";
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(Place.REGION, REFERENCE, MAX_SHIFT, MAX_TURN, MIN_SIMILARITY);
    }

    @Override
    public List<Output> outputs() {
        return List.of(SHIFT, TURN, SIMILARITY);
    }

    @Override
    public Optional<Teacher> teacher() {
        return Optional.of(new ReferenceViewTeacher());
    }

    @Override
    public InspectionTool create(Options options, JobFiles files) {
        Vision.load();
        String place = options.placeOf(REFERENCE);
        Landmarks landmarks = landmarks(files.find(options.get(REFERENCE), place), options.find(Place.REGION), place);
        if (!landmarks.areEnough()) {
            landmarks.close();
            throw new BadSetting(place, "expected a picture with more to hold on to: a few crisp things that stay");
        }
        ViewRule rule = new ViewRule(options.get(MAX_SHIFT), options.get(MAX_TURN), options.get(MIN_SIMILARITY));
        return new ReferenceViewTool(Place.read(options), landmarks, rule);
    }

    private static Landmarks landmarks(Path file, Optional<Region> region, String place) {
        try (PictureFile picture = PictureFile.open(file);
                Mats mats = new Mats()) {
            byte[] levels = picture.pixels(PixelFormat.MONO8);
            Mat grey = mats.hold(new Mat(picture.heightPx(), picture.widthPx(), CvType.CV_8UC1));
            grey.put(0, 0, levels);
            Optional<Mat> mask = region.flatMap(shape -> View.maskOf(shape, grey.cols(), grey.rows()));
            mask.ifPresent(mats::hold);
            return Landmarks.of(grey, mask);
        } catch (IOException e) {
            throw new BadSetting(place, "expected a picture, but of " + file.getFileName() + ": " + e.getMessage());
        }
    }
}
