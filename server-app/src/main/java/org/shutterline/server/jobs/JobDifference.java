package org.shutterline.server.jobs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.shutterline.server.jobs.JobChange.Kind;

/**
 * In what two contents differ: tools first, in their order, then outputs, then files. Empty exactly if their ids are equal.
 *
 * @param changes from the one to the other
 */
public record JobDifference(List<JobChange> changes) {
    public JobDifference {
        changes = List.copyOf(changes);
    }

    /** What turned the one into the other; their names do not count. */
    public static JobDifference between(JobContent before, JobContent after) {
        List<JobChange> changes = new ArrayList<>();
        if (!before.id().equals(after.id())) {
            compareTools(before.tree(), after.tree(), changes);
            compareOutputs(before.tree(), after.tree(), changes);
            compareRest(before.tree(), after.tree(), changes);
            compareFiles(before.files(), after.files(), changes);
        }
        return new JobDifference(changes);
    }

    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** One line for each, for people. */
    public List<String> words(Locale language) {
        DifferenceWords words = new DifferenceWords(language);
        return changes.stream().map(words::of).toList();
    }

    private static void compareTools(Map<String, Object> before, Map<String, Object> after, List<JobChange> changes) {
        Map<String, Map<?, ?>> old = byKey(before.get("tools"), "id");
        Map<String, Map<?, ?>> now = byKey(after.get("tools"), "id");
        Map<String, String> renamed = renamed(old, now);
        now.forEach((id, tool) -> {
            String oldId = renamed.getOrDefault(id, id);
            if (!oldId.equals(id)) {
                changes.add(new JobChange(Kind.TOOL_RENAMED, id, ToolDifference.title(tool, id), "", oldId, id));
            } else if (!old.containsKey(id)) {
                changes.add(new JobChange(
                        Kind.TOOL_ADDED, id, ToolDifference.title(tool, id), "", "", Shown.of(tool.get("tool"))));
            } else {
                changes.addAll(new ToolDifference(id, old.get(id), tool).changes());
            }
        });
        old.forEach((id, tool) -> {
            if (!now.containsKey(id) && !renamed.containsValue(id)) {
                changes.add(new JobChange(
                        Kind.TOOL_REMOVED, id, ToolDifference.title(tool, id), "", Shown.of(tool.get("tool")), ""));
            }
        });
        if (isReordered(old.keySet(), now.keySet())) {
            changes.add(order(Kind.TOOLS_REORDERED, old.keySet(), now.keySet()));
        }
    }

    /** New ids of tools that are the same but for their id, and what that was. */
    private static Map<String, String> renamed(Map<String, Map<?, ?>> old, Map<String, Map<?, ?>> now) {
        Map<String, String> renamed = new LinkedHashMap<>();
        now.forEach((id, tool) -> {
            if (!old.containsKey(id)) {
                old.forEach((oldId, oldTool) -> {
                    if (!now.containsKey(oldId)
                            && !renamed.containsValue(oldId)
                            && !renamed.containsKey(id)
                            && without(oldTool, "id").equals(without(tool, "id"))) {
                        renamed.put(id, oldId);
                    }
                });
            }
        });
        return renamed;
    }

    private static String without(Map<?, ?> tool, String key) {
        Map<Object, Object> rest = new LinkedHashMap<>(tool);
        rest.remove(key);
        return Canonical.of(rest);
    }

    private static void compareOutputs(Map<String, Object> before, Map<String, Object> after, List<JobChange> changes) {
        Map<String, Map<?, ?>> old = byKey(before.get("outputs"), "name", "value");
        Map<String, Map<?, ?>> now = byKey(after.get("outputs"), "name", "value");
        now.forEach((name, output) -> {
            if (!old.containsKey(name)) {
                changes.add(ofJob(Kind.OUTPUT_ADDED, name, "", Shown.of(output.get("value"))));
            } else if (!Canonical.of(old.get(name)).equals(Canonical.of(output))) {
                changes.add(ofJob(
                        Kind.OUTPUT_CHANGED,
                        name,
                        Shown.of(withoutName(old.get(name))),
                        Shown.of(withoutName(output))));
            }
        });
        old.forEach((name, output) -> {
            if (!now.containsKey(name)) {
                changes.add(ofJob(Kind.OUTPUT_REMOVED, name, Shown.of(output.get("value")), ""));
            }
        });
        if (isReordered(old.keySet(), now.keySet())) {
            changes.add(order(Kind.OUTPUTS_REORDERED, old.keySet(), now.keySet()));
        }
    }

    private static Map<Object, Object> withoutName(Map<?, ?> output) {
        Map<Object, Object> rest = new LinkedHashMap<>(output);
        rest.remove("name");
        return rest;
    }

    private static void compareRest(Map<String, Object> before, Map<String, Object> after, List<JobChange> changes) {
        Set<String> keys = new LinkedHashSet<>(before.keySet());
        keys.addAll(after.keySet());
        for (String key : keys) {
            Object old = before.get(key);
            Object now = after.get(key);
            boolean told = key.equals("tools") || key.equals("outputs");
            boolean same =
                    Canonical.of(Map.of("", Shown.orEmpty(old))).equals(Canonical.of(Map.of("", Shown.orEmpty(now))));
            if (!same && (!told || changes.isEmpty())) {
                changes.add(ofJob(ToolDifference.settingKind(old, now), key, Shown.of(old), Shown.of(now)));
            }
        }
    }

    private static void compareFiles(Map<String, JobFile> old, Map<String, JobFile> now, List<JobChange> changes) {
        now.forEach((name, file) -> {
            JobFile before = old.get(name);
            if (before == null) {
                changes.add(ofJob(Kind.FILE_ADDED, name, "", Shown.bytes(file.bytes())));
            } else if (!before.sha256().equals(file.sha256())) {
                changes.add(ofJob(Kind.FILE_REPLACED, name, Shown.bytes(before.bytes()), Shown.bytes(file.bytes())));
            }
        });
        old.forEach((name, file) -> {
            if (!now.containsKey(name)) {
                changes.add(ofJob(Kind.FILE_REMOVED, name, Shown.bytes(file.bytes()), ""));
            }
        });
    }

    private static JobChange ofJob(Kind kind, String key, String before, String after) {
        return new JobChange(kind, "", "", key, before, after);
    }

    private static JobChange order(Kind kind, Set<String> old, Set<String> now) {
        return ofJob(kind, "", String.join(", ", old), String.join(", ", now));
    }

    private static boolean isReordered(Set<String> old, Set<String> now) {
        List<String> before = old.stream().filter(now::contains).toList();
        List<String> after = now.stream().filter(old::contains).toList();
        return !before.equals(after);
    }

    /** A list of groups by what the first of these keys says that is there. What is no group is left out. */
    private static Map<String, Map<?, ?>> byKey(Object list, String... keys) {
        Map<String, Map<?, ?>> read = new LinkedHashMap<>();
        if (list instanceof List<?> items) {
            for (Object item : items) {
                if (item instanceof Map<?, ?> map) {
                    Object found = null;
                    for (int i = 0; i < keys.length && found == null; i++) {
                        found = map.get(keys[i]);
                    }
                    read.put(Objects.toString(found, "?"), map);
                }
            }
        }
        return read;
    }
}
