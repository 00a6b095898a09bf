package org.shutterline.server.tool.golden;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.shutterline.protocol.message.Overlay;
import org.shutterline.protocol.message.Point;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.Lesson;
import org.shutterline.server.spi.Mark;
import org.shutterline.server.spi.TestScene;
import org.shutterline.server.spi.ToolException;

/** The tool as a technician would set it up who changes nothing: taught from one good board, whole picture, all settings as they come. */
final class BoardTool implements AutoCloseable {
    private final InspectionTool tool;

    /** @param golden not kept */
    BoardTool(Mat golden) {
        GoldenFactory factory = new GoldenFactory();
        Options untouched = Options.checked("boards", Map.of(), factory.settings());
        try (TestScene good = TestScene.over(golden.clone())) {
            Lesson lesson =
                    factory.teacher().orElseThrow().teach(List.of(good), Optional.empty(), untouched, BoardTool::none);
            Path folder = Files.createTempDirectory("board");
            for (Map.Entry<String, byte[]> file : lesson.files().entrySet()) {
                Files.write(folder.resolve(file.getKey()), file.getValue());
            }
            Options taught = Options.checked("boards", lesson.settings(), factory.settings());
            this.tool = factory.create(taught, (name, place) -> folder.resolve(name));
            for (String name : lesson.files().keySet()) {
                Files.delete(folder.resolve(name));
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ToolException unteachable) {
            throw new IllegalStateException(unteachable);
        }
    }

    private static Path none(String name, String place) {
        throw new BadSetting(place, "no file " + name);
    }

    /** Where it says that the picture differs. A picture that cannot be judged has no boxes: its defects count as missed. */
    List<Rect> boxes(TestScene tested) {
        try {
            List<Rect> boxes = new ArrayList<>();
            for (Mark mark : tool.inspect(tested).marks()) {
                if (mark.kind() == Overlay.Kind.POLYGON) {
                    boxes.add(around(mark.points()));
                }
            }
            return boxes;
        } catch (ToolException late) {
            throw new IllegalStateException(late);
        }
    }

    private static Rect around(List<Point> corners) {
        int left = (int) Math.floor(corners.stream().mapToDouble(Point::x).min().orElseThrow());
        int top = (int) Math.floor(corners.stream().mapToDouble(Point::y).min().orElseThrow());
        int right = (int) Math.ceil(corners.stream().mapToDouble(Point::x).max().orElseThrow());
        int bottom =
                (int) Math.ceil(corners.stream().mapToDouble(Point::y).max().orElseThrow());
        return new Rect(left, top, right - left, bottom - top);
    }

    @Override
    public void close() {
        tool.close();
    }
}
