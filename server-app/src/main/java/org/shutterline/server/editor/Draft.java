package org.shutterline.server.editor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.shutterline.server.jobs.JobContent;
import org.shutterline.server.jobs.JobFile;
import org.shutterline.server.jobs.JobName;
import org.shutterline.server.jobs.PickedFile;

/** A job while it is being changed. Each change makes another draft; none of them touches what is in service. Immutable. */
record Draft(JobContent content) {
    private static final String TOOLS = "tools";
    private static final String OUTPUTS = "outputs";

    List<DraftTool> tools() {
        return maps(TOOLS).stream().map(DraftTool::new).toList();
    }

    Optional<DraftTool> tool(String id) {
        return tools().stream().filter(tool -> tool.id().equals(id)).findFirst();
    }

    int indexOf(String id) {
        return tools().stream().map(DraftTool::id).toList().indexOf(id);
    }

    /** With the tools up to this one alone. */
    Draft upTo(String id) {
        return withTools(tools().subList(0, indexOf(id) + 1));
    }

    /** An id that no tool has yet: the word itself, or with a number behind it. */
    String freeId(String word) {
        String plain = word.replaceAll("[^A-Za-z0-9_-]", "");
        String start = plain.isEmpty() ? "tool" : plain;
        String id = start;
        for (int i = 2; tool(id).isPresent(); i++) {
            id = start + i;
        }
        return id;
    }

    /** At the end, with its first output told. */
    Draft with(DraftTool tool, String output) {
        List<DraftTool> all = new ArrayList<>(tools());
        all.add(tool);
        return withTools(all).telling(tool, output);
    }

    /** Whether a value is in the list that is answered. */
    boolean tells(String tool, String output) {
        return maps(OUTPUTS).stream().anyMatch(told -> (tool + "." + output).equals(told.get("value")));
    }

    Draft telling(DraftTool tool, String output) {
        if (tells(tool.id(), output)) {
            return this;
        }
        List<Map<String, Object>> outputs = new ArrayList<>(maps(OUTPUTS));
        Map<String, Object> told = new LinkedHashMap<>();
        boolean first = outputs.stream().noneMatch(other -> tool.title().equals(other.get("name")));
        told.put("name", first ? tool.title() : tool.title() + " " + output);
        told.put("value", tool.id() + "." + output);
        outputs.add(told);
        return with(OUTPUTS, outputs);
    }

    Draft notTelling(String tool, String output) {
        return with(
                OUTPUTS,
                maps(OUTPUTS).stream()
                        .filter(told -> !(tool + "." + output).equals(told.get("value")))
                        .toList());
    }

    /** Those that are answered, in their order. */
    List<Answer> answers() {
        return maps(OUTPUTS).stream().map(this::answer).toList();
    }

    private Answer answer(Map<String, Object> told) {
        String value = String.valueOf(told.getOrDefault("value", ""));
        int point = Math.max(0, value.indexOf('.'));
        String id = value.substring(0, point);
        Optional<DraftTool> tool = tool(id);
        return new Answer(
                String.valueOf(told.getOrDefault("name", "")),
                tool.map(DraftTool::title).orElse(id),
                tool.map(DraftTool::kind).orElse(""),
                value.substring(Math.min(value.length(), point + 1)));
    }

    /** @param index 0 for the first that is answered */
    Draft answering(int index, String name) {
        List<Map<String, Object>> outputs = new ArrayList<>(maps(OUTPUTS));
        if (index >= 0 && index < outputs.size()) {
            outputs.set(index, named(outputs.get(index), name));
        }
        return with(OUTPUTS, outputs);
    }

    /** The same in another order. */
    Draft answerMoved(int from, int to) {
        List<Map<String, Object>> outputs = new ArrayList<>(maps(OUTPUTS));
        if (from < 0 || from >= outputs.size()) {
            return this;
        }
        Map<String, Object> moved = outputs.remove(from);
        outputs.add(Math.max(0, Math.min(outputs.size(), to)), moved);
        return with(OUTPUTS, outputs);
    }

    /** Without a tool and all that names it. */
    Draft without(String id) {
        List<DraftTool> left = tools().stream()
                .filter(tool -> !tool.id().equals(id))
                .map(tool -> tool.entry("fixture").filter(id::equals).isPresent()
                        ? tool.withEntry("fixture", Optional.empty())
                        : tool)
                .toList();
        List<Map<String, Object>> outputs = maps(OUTPUTS).stream()
                .filter(told -> !String.valueOf(told.get("value")).startsWith(id + "."))
                .toList();
        return withTools(left).with(OUTPUTS, outputs);
    }

    /** @param change keeps the id */
    Draft changed(String id, UnaryOperator<DraftTool> change) {
        return withTools(tools().stream()
                .map(tool -> tool.id().equals(id) ? change.apply(tool) : tool)
                .toList());
    }

    /** The outputs that bore the old title bear the new one. */
    Draft renamed(String id, String title) {
        String before = tool(id).map(DraftTool::title).orElse("");
        Draft renamed = changed(id, tool -> tool.withEntry("title", Optional.of(title)));
        return renamed.with(
                OUTPUTS,
                maps(OUTPUTS).stream()
                        .map(told -> before.equals(told.get("name")) && ofTool(told, id) ? named(told, title) : told)
                        .toList());
    }

    private static boolean ofTool(Map<String, Object> told, String id) {
        return String.valueOf(told.get("value")).startsWith(id + ".");
    }

    private static Map<String, Object> named(Map<String, Object> told, String name) {
        Map<String, Object> other = new LinkedHashMap<>(told);
        other.put("name", name);
        return other;
    }

    /** @param index 0 for the first */
    Draft moved(String id, int index) {
        List<DraftTool> all = new ArrayList<>(tools());
        int from = indexOf(id);
        if (from < 0) {
            return this;
        }
        DraftTool tool = all.remove(from);
        all.add(Math.max(0, Math.min(all.size(), index)), tool);
        return withTools(all);
    }

    /** The same with a twin of a tool behind it. */
    Draft twin(String id, String newId, String title) {
        List<DraftTool> all = new ArrayList<>(tools());
        int at = indexOf(id);
        if (at < 0) {
            return this;
        }
        DraftTool twin = all.get(at).withEntry("id", Optional.of(newId)).withEntry("title", Optional.of(title));
        all.add(at + 1, twin);
        return withTools(all);
    }

    Draft withFile(String name, byte[] bytes) {
        return new Draft(content.withFile(name, JobFile.of(bytes)));
    }

    /**
     * With a file that a person picked, and a tool's setting that names it. What else has its name stays; what the setting named
     * before goes, unless a tool names it.
     */
    Draft withPicked(String tool, String key, PickedFile picked) {
        Optional<Object> before = tool(tool).map(now -> now.settings().get(key));
        Draft without = changed(tool, now -> now.withSetting(key, Optional.empty()));
        String name = picked.name();
        for (int i = 2; without.isTaken(name, picked.file(), before); i++) {
            name = JobName.numbered(picked.name(), i);
        }
        String named = name;
        Draft with = new Draft(content.withFile(named, picked.file()))
                .changed(tool, now -> now.withSetting(key, Optional.of(named)));
        return before.map(String::valueOf).map(with::withoutUnused).orElse(with);
    }

    /** Some systems take two names for one that differ in capital letters alone. */
    private boolean isTaken(String name, JobFile by, Optional<Object> freed) {
        boolean free = freed.filter(name::equals).isPresent() && usersOf(name).isEmpty();
        return content.files().entrySet().stream()
                .filter(file -> file.getKey().equalsIgnoreCase(name))
                .anyMatch(file -> !file.getKey().equals(name)
                        || !free && !file.getValue().sha256().equals(by.sha256()));
    }

    /** How large its files are together. */
    long bytes() {
        return content.files().values().stream().mapToLong(JobFile::bytes).sum();
    }

    /** The ids of the tools that name this file in a setting. */
    List<String> usersOf(String file) {
        return tools().stream()
                .filter(tool -> tool.names(file))
                .map(DraftTool::id)
                .toList();
    }

    /** Without a file of this name, unless a tool names it. */
    Draft withoutUnused(String file) {
        return usersOf(file).isEmpty() ? new Draft(content.withoutFile(file)) : this;
    }

    Draft withTools(List<DraftTool> tools) {
        return with(TOOLS, tools.stream().map(DraftTool::raw).toList());
    }

    private Draft with(String key, Object value) {
        Map<String, Object> tree = new LinkedHashMap<>(content.tree());
        tree.put(key, value);
        return new Draft(content.withTree(tree));
    }

    /** The same under another name. */
    Draft named(String name) {
        return new Draft(content.named(name));
    }

    /** Whether both measure the same on the same picture: words and limits may differ. */
    boolean measuresAs(Draft other) {
        return measuring().equals(other.measuring()) && content.files().equals(other.content.files());
    }

    private List<Map<String, Object>> measuring() {
        return tools().stream()
                .map(tool -> {
                    Map<String, Object> raw = new LinkedHashMap<>(tool.raw());
                    raw.keySet().removeAll(List.of("title", "limits", "role", "whenNotFound"));
                    return raw;
                })
                .toList();
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> maps(String key) {
        return content.tree().get(key) instanceof List<?> list ? (List<Map<String, Object>>) list : List.of();
    }
}
