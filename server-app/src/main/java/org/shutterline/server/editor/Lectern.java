package org.shutterline.server.editor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.jobs.JobName;
import org.shutterline.server.spi.Frame;
import org.shutterline.server.spi.InspectionToolFactory;
import org.shutterline.server.spi.Lesson;
import org.shutterline.server.spi.Pose;
import org.shutterline.server.spi.Region;
import org.shutterline.server.spi.Scene;
import org.shutterline.server.spi.Teacher;
import org.shutterline.server.spi.ToolException;
import org.shutterline.server.station.AtWork;
import org.shutterline.server.station.OpenScene;

/**
 * Has a tool of a draft learn from pictures. Blocks.
 *
 * @param atWork told which tool before it looks at a picture
 */
record Lectern(Workshop workshop, AtWork atWork) {
    /** For a hyphen and a number, characters. */
    private static final int ROOM = 5;

    /**
     * What a tool learned.
     *
     * @param tool as it was when the lesson began
     * @param files by the names that the settings call them
     * @param limits of outputs by name, in place of the present ones
     * @param said one sentence about it
     */
    record Taught(
            DraftTool tool,
            Map<String, Object> settings,
            Map<String, byte[]> files,
            Map<String, Map<String, Double>> limits,
            String said) {
        /** Whether the tool that learned is still there. */
        boolean isFor(Draft draft) {
            return draft.tool(tool.id())
                    .filter(now -> now.kind().equals(tool.kind()))
                    .isPresent();
        }

        /** A draft, which may have been changed during the lesson, with what was learned. */
        Draft in(Draft draft) {
            Draft taught = draft;
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                taught = taught.withFile(file.getKey(), file.getValue());
            }
            taught = taught.changed(tool.id(), now -> now.withSettings(settings).withLimits(limits));
            Map<String, Object> before = draft.tool(tool.id()).orElseThrow().settings();
            for (Map.Entry<String, Object> setting : settings.entrySet()) {
                if (files.containsKey(setting.getValue()) && before.get(setting.getKey()) instanceof String file) {
                    taught = taught.withoutUnused(file);
                }
            }
            return taught;
        }
    }

    /**
     * @param drawn what is to be learned, as it lies on the first picture
     * @param pictures the one on the screen first
     * @throws ToolException if nothing can be learned, in words
     */
    Taught teach(Draft draft, String id, Optional<Region> drawn, List<Picture> pictures) throws ToolException {
        DraftTool tool = draft.tool(id).orElseThrow();
        InspectionToolFactory kind = workshop.tools().find(tool.kind(), tool.title());
        Teacher teacher = kind.teacher().orElseThrow(() -> new ToolException("there is nothing that it could learn"));
        Draft before = draft.withTools(draft.tools().subList(0, draft.indexOf(id)));
        List<Frame> frames = new ArrayList<>();
        List<OpenScene> scenes = new ArrayList<>();
        try (Made made = Made.of(before, workshop, atWork)) {
            Optional<String> fixture = tool.entry("fixture").map(String::valueOf);
            for (Picture picture : pictures) {
                Frame frame = picture.frame();
                frames.add(frame);
                scene(made, frame, picture, fixture, scenes.isEmpty()).ifPresent(scenes::add);
            }
            Options options = Options.checked(tool.title(), tool.settings(), kind.settings());
            Pose pose = scenes.get(0).pose();
            Lesson lesson = teacher.teach(
                    List.<Scene>copyOf(scenes),
                    drawn.map(region -> region.after(pose.inverse())),
                    options,
                    draft.content().filesIn(workshop.scratch()));
            return learned(draft, tool, lesson);
        } catch (BadSetting bad) {
            throw new ToolException(bad.getMessage(), bad);
        } finally {
            scenes.forEach(OpenScene::close);
            frames.forEach(Frame::close);
        }
    }

    /** A further picture on which the part cannot be found teaches nothing; the first must. */
    private static Optional<OpenScene> scene(
            Made made, Frame frame, Picture picture, Optional<String> fixture, boolean first) throws ToolException {
        try {
            return Optional.of(made.inspector().sceneAfter(frame, picture.part(), picture.takenAt(), fixture));
        } catch (ToolException notFound) {
            if (first) {
                throw notFound;
            }
            return Optional.empty();
        }
    }

    private static Taught learned(Draft draft, DraftTool tool, Lesson lesson) {
        Map<String, Object> settings = new LinkedHashMap<>(lesson.settings());
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (Map.Entry<String, byte[]> file : lesson.files().entrySet()) {
            String name = nameOf(file.getKey(), draft, tool.id());
            settings.replaceAll((key, value) -> file.getKey().equals(value) ? name : value);
            files.put(name, file.getValue());
        }
        return new Taught(tool, settings, files, lesson.limits(), lesson.said());
    }

    /** The tool's own file keeps its name; another one bears its id, so that two tools never share one. */
    private static String nameOf(String file, Draft draft, String id) {
        List<String> only = List.of(id);
        if (draft.usersOf(file).equals(only)) {
            return file;
        }
        String start = id.substring(0, Math.max(1, Math.min(id.length(), JobName.LONGEST - file.length() - ROOM)));
        String name = start + "-" + file;
        for (int i = 2; !draft.usersOf(name).isEmpty() && !draft.usersOf(name).equals(only); i++) {
            name = start + i + "-" + file;
        }
        return name;
    }
}
