package org.shutterline.server.tool;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shutterline.protocol.message.Overlay;
import org.shutterline.protocol.message.Point;
import org.shutterline.server.spi.Finding;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.Mark;
import org.shutterline.server.spi.Scene;
import org.shutterline.server.spi.ToolException;
import org.shutterline.server.spi.View;

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
        try (View view = place.in(scene)) {
            Optional<ReadCode> code = reader.read(view.grey(), scene);
            return code.isPresent()
                    ? compared(code.get(), scene.part(), view)
                    : Finding.missing("no code could be read", view.marks());
        }
    }

    private Finding compared(ReadCode code, Optional<String> part, View view) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(CodeFactory.TEXT.name(), code.text());
        values.put(CodeFactory.SYMBOLOGY.name(), code.symbology().name());
        Optional<String> wanted = equalsPart ? part : expected;
        Map<String, String> compared =
                wanted.map(text -> Map.of(CodeFactory.TEXT.name(), text)).orElse(Map.of());
        Finding finding = Finding.of(values, marks(code, view)).expecting(compared);
        return wrong(code.text(), wanted).map(finding::wrong).orElse(finding);
    }

    private Optional<String> wrong(String text, Optional<String> wanted) {
        if (equalsPart && wanted.isEmpty()) {
            return Optional.of("no part name given");
        }
        return wanted.filter(expectedText -> !expectedText.equals(text))
                .map(expectedText -> text + ", expected " + expectedText);
    }

    private static List<Mark> marks(ReadCode code, View view) {
        List<Mark> marks = new ArrayList<>(view.marks());
        List<Point> corners =
                code.corners().stream().map(p -> view.inPicture(p.x(), p.y())).toList();
        if (!corners.isEmpty()) {
            Overlay.Kind kind = corners.size() == 1
                    ? Overlay.Kind.CROSS
                    : corners.size() == 2 ? Overlay.Kind.LINE : Overlay.Kind.POLYGON;
            marks.add(new Mark(kind, corners));
        }
        return marks;
    }
}
