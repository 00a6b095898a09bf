package org.shutterline.server.editor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that a tool is made of; how it is called, judged and moved is no part of it.
 *
 * @param entry its kind and settings, and whether it is isolated
 * @param files the hashes of those that its settings name
 */
record ToolMake(Map<String, Object> entry, Map<String, String> files) {
    private static final List<String> NOT_MADE_OF =
            List.of("id", "title", "limits", "role", "whenNotFound", "fixture", "timeLimitMs");

    static ToolMake of(Draft draft, DraftTool tool) {
        Map<String, Object> entry = new LinkedHashMap<>(tool.raw());
        entry.keySet().removeAll(NOT_MADE_OF);
        Map<String, String> files = new TreeMap<>();
        draft.content().files().forEach((name, file) -> {
            if (tool.names(name)) {
                files.put(name, file.sha256());
            }
        });
        return new ToolMake(entry, files);
    }

    /** Of all tools of a draft. */
    static List<ToolMake> allOf(Draft draft) {
        return draft.tools().stream().map(tool -> of(draft, tool)).toList();
    }
}
