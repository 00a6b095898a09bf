package org.shutterline.server.tool;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opencv.core.Mat;
import org.shutterline.protocol.message.Overlay;
import org.shutterline.protocol.message.Point;
import org.shutterline.server.spi.Finding;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.Mark;
import org.shutterline.server.spi.Region;
import org.shutterline.server.spi.Scene;
import org.shutterline.server.spi.ToolException;

/** Reads the code in its region and compares its text. */
final class CodeTool implements InspectionTool {
    private final Place place;
    private final CodeReader reader;
    private final Optional<String> expected;
    private final boolean equalsPart;

    CodeTool(Place place, CodeReader reader, Optional<String> expected, boolean equalsPart) {
        this.place = place;
        this.reader = reader;
        this.expected = expected;
        this.equalsPart = equalsPart;
    }

    @Override
    public Finding inspect(Scene scene) throws ToolException {
        scene.checkTime();
        Region region = place.in(scene);
        try (Mats mats = new Mats()) {
            Mat grey = mats.hold(scene.grey(region));
            Optional<ReadCode> code = reader.read(grey, scene);
            return code.isPresent()
                    ? compared(code.get(), scene.part(), region)
                    : Finding.missing("no code could be read", List.of(Mark.region(region)));
        }
    }

    private Finding compared(ReadCode code, Optional<String> part, Region region) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(CodeFactory.TEXT.name(), code.text());
        values.put(CodeFactory.SYMBOLOGY.name(), code.symbology().name());
        Optional<String> wanted = equalsPart ? part : expected;
        Map<String, String> compared =
                wanted.map(text -> Map.of(CodeFactory.TEXT.name(), text)).orElse(Map.of());
        return new Finding(values, marks(code, region), Optional.empty(), wrong(code.text(), wanted), compared);
    }

    private Optional<String> wrong(String text, Optional<String> wanted) {
        if (equalsPart && wanted.isEmpty()) {
            return Optional.of("no part name given");
        }
        return wanted.filter(expectedText -> !expectedText.equals(text))
                .map(expectedText -> text + ", expected " + expectedText);
    }

    private static List<Mark> marks(ReadCode code, Region region) {
        List<Mark> marks = new ArrayList<>();
        marks.add(Mark.region(region));
        List<Point> corners = code.corners().stream()
                .map(p -> new Point(region.x() + p.x(), region.y() + p.y()))
                .toList();
        if (!corners.isEmpty()) {
            Overlay.Kind kind = corners.size() == 1
                    ? Overlay.Kind.CROSS
                    : corners.size() == 2 ? Overlay.Kind.LINE : Overlay.Kind.POLYGON;
            marks.add(new Mark(kind, corners));
        }
        return marks;
    }
}
