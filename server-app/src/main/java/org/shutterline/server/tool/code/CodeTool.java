package org.shutterline.server.tool.code;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.shutterline.protocol.message.Overlay;
import org.shutterline.protocol.message.Point;
import org.shutterline.server.spi.Finding;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.Mark;
import org.shutterline.server.spi.Scene;
import org.shutterline.server.spi.ToolException;
import org.shutterline.server.spi.View;
import org.shutterline.server.tool.Place;

/** Reads the codes in its region and compares their text. */
final class CodeTool implements InspectionTool {
    private final Place place;
    private final CodeReader reader;
    private final Amount amount;
    private final WantedText wanted;
    private final String separator;

    CodeTool(Place place, CodeReader reader, Amount amount, WantedText wanted, String separator) {
        this.place = place;
        this.reader = reader;
        this.amount = amount;
        this.wanted = wanted;
        this.separator = separator;
    }

    @Override
    public Finding inspect(Scene scene) throws ToolException {
        scene.checkTime();
        try (View view = place.in(scene)) {
            List<ReadCode> codes = ReadCodes.inReadingOrder(CodeSearch.in(view, reader, scene, amount));
            return codes.isEmpty() ? Finding.missing("no code could be read", view.marks()) : found(codes, scene, view);
        }
    }

    private Finding found(List<ReadCode> codes, Scene scene, View view) throws ToolException {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(CodeFactory.TEXT.name(), joined(codes, ReadCode::text));
        values.put(
                CodeFactory.SYMBOLOGY.name(),
                joined(codes, code -> code.symbology().name()));
        values.put(CodeFactory.COUNT.name(), (double) codes.size());
        Map<String, String> compared = wanted.text(scene)
                .map(text -> Map.of(CodeFactory.TEXT.name(), text))
                .orElse(Map.of());
        Finding finding = Finding.of(values, marks(codes, view)).expecting(compared);
        return wrong(codes, scene).map(finding::wrong).orElse(finding);
    }

    private Optional<String> wrong(List<ReadCode> codes, Scene scene) throws ToolException {
        if (amount.isKnown() && codes.size() < amount.wanted()) {
            return Optional.of(codes.size() + " of " + amount.wanted() + " codes could be read");
        }
        return wanted.wrong(
                joined(codes, ReadCode::text),
                codes.stream().map(ReadCode::text).toList(),
                scene);
    }

    private String joined(List<ReadCode> codes, Function<ReadCode, String> part) {
        return ReadCodes.joined(codes, part, separator);
    }

    private static List<Mark> marks(List<ReadCode> codes, View view) {
        List<Mark> marks = new ArrayList<>(view.marks());
        for (ReadCode code : codes) {
            List<Point> corners = code.corners().stream()
                    .map(p -> view.inPicture(p.x(), p.y()))
                    .toList();
            if (!corners.isEmpty()) {
                marks.add(new Mark(kind(corners.size()), corners));
            }
        }
        return marks;
    }

    private static Overlay.Kind kind(int corners) {
        if (corners == 1) {
            return Overlay.Kind.CROSS;
        }
        return corners == 2 ? Overlay.Kind.LINE : Overlay.Kind.POLYGON;
    }
}
