package org.shutterline.server.tool.code;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.spi.JobFiles;
import org.shutterline.server.spi.Lesson;
import org.shutterline.server.spi.Region;
import org.shutterline.server.spi.Scene;
import org.shutterline.server.spi.Teacher;
import org.shutterline.server.spi.ToolException;
import org.shutterline.server.spi.View;
import org.shutterline.server.spi.Vision;
import org.shutterline.server.tool.Place;

/**
 * Learns the text that is expected: the one that all good parts have, or a pattern that their texts have in common. If no
 * symbology is named yet, it learns that, too.
 */
final class CodeTeacher implements Teacher {
    @Override
    public Lesson teach(List<Scene> good, Optional<Region> drawn, Options options, JobFiles files)
            throws ToolException {
        Vision.load();
        CodeReader reader = new CodeReader(CodeFactory.rules(options, List.of(Symbology.values())));
        Amount amount = CodeFactory.amount(options);
        List<String> texts = new ArrayList<>();
        List<ReadCode> codes = new ArrayList<>();
        for (Scene scene : good) {
            Optional<Region> region = drawn.or(() -> options.find(Place.REGION));
            try (View view = scene.look(region)) {
                List<ReadCode> read = ReadCodes.inReadingOrder(CodeSearch.in(view, reader, scene, amount));
                if (read.isEmpty()) {
                    throw new ToolException("no code could be read");
                }
                codes.addAll(read);
                texts.add(ReadCodes.joined(read, ReadCode::text, options.get(CodeFactory.SEPARATOR)));
            }
        }
        return lesson(texts, codes, options);
    }

    private static Lesson lesson(List<String> texts, List<ReadCode> codes, Options options) throws ToolException {
        Map<String, Object> settings = new LinkedHashMap<>();
        if (options.find(CodeFactory.SYMBOLOGIES).isEmpty()) {
            settings.put(
                    CodeFactory.SYMBOLOGIES.key(),
                    codes.stream()
                            .map(code -> code.symbology().name().toLowerCase(Locale.ROOT))
                            .distinct()
                            .toList());
        }
        if (texts.stream().distinct().count() == 1) {
            settings.put(CodeFactory.EXPECTED.key(), texts.get(0));
            settings.put(CodeFactory.EQUALS_PART.key(), false);
            settings.put(CodeFactory.PATTERN.key(), "");
            return new Lesson(settings, Map.of(), "Expects " + texts.get(0));
        }
        String pattern = Alike.pattern(codes.stream().map(ReadCode::text).toList())
                .orElseThrow(() -> new ToolException("the codes of these pictures have nothing in common: "
                        + String.join(", ", texts.subList(0, Math.min(3, texts.size())))));
        settings.put(CodeFactory.EXPECTED.key(), "");
        settings.put(CodeFactory.PATTERN.key(), pattern);
        return new Lesson(settings, Map.of(), "The texts differ; expects what is like " + pattern);
    }
}
