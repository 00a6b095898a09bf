package org.shutterline.server.tool.golden;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.server.spi.JobFiles;
import org.shutterline.server.spi.Lesson;
import org.shutterline.server.spi.Region;
import org.shutterline.server.spi.Scene;
import org.shutterline.server.spi.Teacher;
import org.shutterline.server.spi.ToolException;
import org.shutterline.server.spi.View;
import org.shutterline.server.spi.Vision;
import org.shutterline.server.tool.Mats;

/** Makes the golden picture of good ones: the mean of all, aligned to the first, and how far they spread pixel by pixel. */
final class GoldenTeacher implements Teacher {
    private static final int LEAST_PX = 24;

    @Override
    public Lesson teach(List<Scene> good, Optional<Region> drawn, Options options, JobFiles files)
            throws ToolException {
        Vision.load();
        if (good.isEmpty()) {
            throw new ToolException("there is no picture to learn from");
        }
        Optional<Region> region = drawn.or(() -> options.find(GoldenFactory.REGION));
        GoldenPlace place = GoldenPlace.taught(region);
        try (Mats mats = new Mats();
                Spread spread = first(place, good.get(0), GoldenFactory.rule(options), mats)) {
            for (int i = 1; i < good.size(); i++) {
                add(spread, place, good.get(i), i + 1);
            }
            return lesson(spread, place.rimPx(), drawn, options, files, good.size());
        }
    }

    /** What of the rim is not in the picture may look as it will. */
    private static Spread first(GoldenPlace place, Scene scene, GoldenRule rule, Mats mats) throws ToolException {
        int rim = place.rimPx();
        Margins margins = place.margins(scene, 0);
        try (View view = place.in(scene, margins)) {
            if (view.widthPx() - margins.across() < LEAST_PX || view.heightPx() - margins.down() < LEAST_PX) {
                throw new ToolException("the region is too small: at least " + LEAST_PX + " x " + LEAST_PX + " px");
            }
            int left = rim - margins.left();
            int top = rim - margins.top();
            int right = rim - margins.right();
            int bottom = rim - margins.bottom();
            Mat first = mats.empty();
            Core.copyMakeBorder(view.grey(), first, top, bottom, left, right, Core.BORDER_REPLICATE);
            Mat known = mats.hold(new Mat(view.grey().size(), CvType.CV_8UC1, new Scalar(255)));
            Mat unknown = mats.empty();
            Core.copyMakeBorder(known, unknown, top, bottom, left, right, Core.BORDER_CONSTANT, new Scalar(0));
            Core.bitwise_not(unknown, unknown);
            return new Spread(first, unknown, rule, rim);
        }
    }

    private static void add(Spread spread, GoldenPlace place, Scene scene, int number) throws ToolException {
        Margins margins = place.margins(scene, spread.marginPx());
        try (View view = place.in(scene, margins)) {
            Size size = new Size(
                    view.widthPx() - margins.across() + 2.0 * place.rimPx(),
                    view.heightPx() - margins.down() + 2.0 * place.rimPx());
            if (!size.equals(spread.size())) {
                throw new ToolException("picture " + number + " is not as large as the first one");
            }
            Sight sight = new Sight(view.grey(), margins.left() - place.rimPx(), margins.top() - place.rimPx());
            if (!spread.add(sight)) {
                throw new ToolException("picture " + number + " is too unlike the first one to be aligned");
            }
        }
    }

    private static Lesson lesson(
            Spread spread, int rimPx, Optional<Region> drawn, Options options, JobFiles files, int pictures) {
        String golden = name(GoldenFactory.GOLDEN, "golden", options, files);
        String spreadFile = name(GoldenFactory.SPREAD, "spread", options, files);
        Map<String, Object> settings = new LinkedHashMap<>();
        drawn.ifPresent(region -> settings.put(GoldenFactory.REGION.key(), region.asWritten()));
        settings.put(GoldenFactory.GOLDEN.key(), golden);
        settings.put(GoldenFactory.SPREAD.key(), spreadFile);
        settings.put(GoldenFactory.RIM_PX.key(), rimPx);
        Map<String, byte[]> made = new LinkedHashMap<>();
        try (Mats mats = new Mats()) {
            made.put(golden, GreyFile.png(mats.hold(spread.mean())));
            made.put(spreadFile, GreyFile.png(mats.hold(spread.deviation())));
        }
        String of = pictures == 1 ? "one good picture; more would show what may vary" : pictures + " good pictures";
        return new Lesson(settings, made, "Golden picture made of " + of + ".");
    }

    /** The tool's own file again, else a name that no other tool of the job uses. */
    private static String name(Setting<String> setting, String stem, Options options, JobFiles files) {
        Optional<String> own = options.find(setting);
        if (own.isPresent()) {
            return own.get();
        }
        String name = stem + ".png";
        for (int i = 2; exists(name, files); i++) {
            name = stem + "-" + i + ".png";
        }
        return name;
    }

    private static boolean exists(String name, JobFiles files) {
        try {
            files.find(name, name);
            return true;
        } catch (BadSetting none) {
            return false;
        }
    }
}
