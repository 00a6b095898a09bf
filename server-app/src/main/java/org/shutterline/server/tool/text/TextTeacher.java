package org.shutterline.server.tool.text;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.opencv.core.Mat;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.spi.JobFiles;
import org.shutterline.server.spi.Lesson;
import org.shutterline.server.spi.Region;
import org.shutterline.server.spi.Scene;
import org.shutterline.server.spi.Teacher;
import org.shutterline.server.spi.ToolException;
import org.shutterline.server.spi.View;
import org.shutterline.server.spi.Vision;

/** Takes the text that all pictures of good parts show as the expected one, instead of what was expected before. */
final class TextTeacher implements Teacher {
    @Override
    public Lesson teach(List<Scene> good, Optional<Region> drawn, Options options, JobFiles files)
            throws ToolException {
        Vision.load();
        Optional<Region> region = drawn.or(() -> options.find(TextFactory.REGION));
        String text = "";
        try (TextReader reader = TextReader.open(options.get(TextFactory.LAYOUT), options.get(TextFactory.WHITELIST))) {
            for (Scene scene : good) {
                String read = read(reader, scene, region, options);
                if (!text.isEmpty() && !text.equals(read)) {
                    throw new ToolException("the pictures show different texts: " + text + " and " + read
                            + "; give a regular expression instead");
                }
                text = read;
            }
        } catch (IOException unavailable) {
            throw new ToolException(unavailable.getMessage(), unavailable);
        }
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put(TextFactory.EXPECTED.key(), text);
        settings.put(TextFactory.EQUALS_PART.key(), false);
        settings.put(TextFactory.PATTERN.key(), "");
        return new Lesson(settings, Map.of(), "The expected text is " + text + ".");
    }

    private static String read(TextReader reader, Scene scene, Optional<Region> region, Options options)
            throws ToolException {
        try (View view = scene.look(region);
                Print print = new Print()) {
            Optional<Mat> letters = print.prepare(view.grey(), view.mask(), options.get(TextFactory.INK));
            ReadText read = letters.isPresent() ? reader.read(letters.get(), scene.nanosLeft()) : new ReadText("", 0);
            if (read.text().isEmpty()) {
                throw new ToolException("no text could be read");
            }
            double least = options.get(TextFactory.MIN_CONFIDENCE);
            if (read.confidencePercent() < least) {
                throw new ToolException(String.format(
                        Locale.ROOT,
                        "the text is no more than a guess: %s, sure by %.0f %%, at least %.0f %% is wanted",
                        read.text(),
                        read.confidencePercent(),
                        least));
            }
            return read.text();
        }
    }
}
