package org.shutterline.server.editor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.server.spi.Finding;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.InspectionToolFactory;
import org.shutterline.server.spi.JobFiles;
import org.shutterline.server.spi.Lesson;
import org.shutterline.server.spi.Output;
import org.shutterline.server.spi.Teacher;

/** A kind of tool that does on each picture, and when one is made, what the test says, and counts how many of it are open and were made. */
final class ScriptedTool implements InspectionToolFactory {
    final AtomicInteger opened = new AtomicInteger();
    final AtomicInteger made = new AtomicInteger();
    Runnable onPicture = () -> {};
    Runnable onMaking = () -> {};
    /** Whether it has a program. */
    boolean program;

    private static final Setting<List<String>> COMMAND = Setting.<List<String>>of(
                    "command",
                    "texts",
                    raw -> raw instanceof List<?> words
                            ? Optional.of(words.stream().map(String::valueOf).toList())
                            : Optional.empty())
            .as(new Setting.Texts())
            .byDefault(List.of());

    @Override
    public String id() {
        return "scripted";
    }

    @Override
    public String title() {
        return "Scripted";
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(
                Setting.whole("count", 0, 1_000).byDefault(0),
                Setting.whole("learned", 0, 1_000).byDefault(0),
                Setting.file("list").byDefault(""),
                COMMAND);
    }

    @Override
    public List<Setting<List<String>>> programs() {
        return program ? List.of(COMMAND) : List.of();
    }

    @Override
    public List<Output> outputs() {
        return List.of(new Output("count", "", 0));
    }

    @Override
    public InspectionTool create(Options options, JobFiles files) {
        onMaking.run();
        opened.incrementAndGet();
        made.incrementAndGet();
        return new InspectionTool() {
            @Override
            public Finding inspect(org.shutterline.server.spi.Scene scene) {
                onPicture.run();
                return Finding.of(Map.of("count", 1.0), List.of());
            }

            @Override
            public void close() {
                opened.decrementAndGet();
            }
        };
    }

    @Override
    public Optional<Teacher> teacher() {
        return Optional.of((good, drawn, options, files) -> {
            onPicture.run();
            return new Lesson(Map.of("learned", 7), Map.of(), "seven");
        });
    }
}
