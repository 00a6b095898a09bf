package org.shutterline.server.tool.golden;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opencv.core.Mat;
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
        GoldenPlace place = new GoldenPlace(region);
        try (Mats mats = new Mats();
                Spread spread = new Spread(first(place, good.get(0), mats), GoldenFactory.rule(options))) {
            for (int i = 1; i < good.size(); i++) {
                add(spread, place, good.get(i), i + 1);
            }
            return lesson(spread, drawn, options, files, good.size());
        }
    }

    private static Mat first(GoldenPlace place, Scene scene, Mats mats) throws ToolException {
        try (View view = place.in(scene)) {
            if (view.widthPx() < LEAST_PX || view.heightPx() < LEAST_PX) {
                throw new ToolException("the region is too small: at least " + LEAST_PX + " x " + LEAST_PX + " px");
            }
            return mats.hold(view.grey().clone());
        }
    }

    private static void add(Spread spread, GoldenPlace place, Scene scene, int number) throws ToolException {
        try (View view = place.in(scene)) {
            if (!view.grey().size().equals(spread.size())) {
                throw new ToolException("picture " + number + " is not as large as the first one");
            }
            if (!spread.add(view.grey())) {
                throw new ToolException("picture " + number + " is too unlike the first one to be aligned");
            }
        }
    }

    private static Lesson lesson(Spread spread, Optional<Region> drawn, Options options, JobFiles files, int pictures) {
        String golden = name(GoldenFactory.GOLDEN, "golden", options, files);
        String spreadFile = name(GoldenFactory.SPREAD, "spread", options, files);
        Map<String, Object> settings = new LinkedHashMap<>();
        drawn.ifPresent(region -> settings.put(GoldenFactory.REGION.key(), region.asWritten()));
        settings.put(GoldenFactory.GOLDEN.key(), golden);
        settings.put(GoldenFactory.SPREAD.key(), spreadFile);
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
