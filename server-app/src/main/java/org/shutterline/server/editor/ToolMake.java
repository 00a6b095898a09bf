package org.shutterline.server.editor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.shutterline.protocol.plugin.Catalog;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.server.spi.InspectionToolFactory;

/**
 * All that a tool is made of; how it is called, judged and moved is no part of it.
 *
 * @param entry its kind and settings, and whether it is isolated
 * @param files what tells those that its settings name from others; of one with a program all, since that may read any of the job
 */
record ToolMake(Map<String, Object> entry, Map<String, String> files) {
    private static final List<String> NOT_MADE_OF =
            List.of("id", "title", "limits", "role", "whenNotFound", "fixture", "timeLimitMs");

    static ToolMake of(Draft draft, DraftTool tool, Catalog<InspectionToolFactory> kinds) {
        Map<String, Object> entry = new LinkedHashMap<>(tool.raw());
        entry.keySet().removeAll(NOT_MADE_OF);
        List<Setting<List<String>>> programs = programs(tool, kinds);
        Map<String, String> files = new TreeMap<>();
        draft.content().files().forEach((name, file) -> {
            if (!programs.isEmpty() || tool.names(name)) {
                files.put(name, file.sha256());
            }
        });
        for (Setting<List<String>> program : programs) {
            if (tool.settings().get(program.key()) instanceof List<?> words) {
                words.forEach(word -> elsewhere(String.valueOf(word)).ifPresent(now -> files.put("" + word, now)));
            }
        }
        return new ToolMake(entry, files);
    }

    private static List<Setting<List<String>>> programs(DraftTool tool, Catalog<InspectionToolFactory> kinds) {
        return kinds.all().stream()
                .filter(kind -> kind.id().equals(tool.kind()))
                .flatMap(kind -> kind.programs().stream())
                .toList();
    }

    /** Tells a file that is no part of the job from what it was before. */
    private static Optional<String> elsewhere(String word) {
        try {
            Path file = Path.of(word);
            if (file.isAbsolute()) {
                BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
                return Optional.of(now.size() + " " + now.lastModifiedTime());
            }
        } catch (IOException | InvalidPathException noFile) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    /** Of all tools of a draft. */
    static List<ToolMake> allOf(Draft draft, Catalog<InspectionToolFactory> kinds) {
        return draft.tools().stream().map(tool -> of(draft, tool, kinds)).toList();
    }
}
