package org.shutterline.server.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shutterline.protocol.message.Overlay;
import org.shutterline.protocol.message.Point;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.server.spi.Finding;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.InspectionToolFactory;
import org.shutterline.server.spi.JobFiles;
import org.shutterline.server.spi.Mark;
import org.shutterline.server.spi.Output;
import org.shutterline.server.spi.Scene;
import org.shutterline.server.spi.ToolException;

/** A kind of tool that does what the part's name says. */
final class BadTools implements InspectionToolFactory {
    static final Setting<String> FILE = Setting.file("file");
    static final Setting<String> OTHER = Setting.file("other");

    @Override
    public String id() {
        return "bad";
    }

    @Override
    public String title() {
        return "Bad";
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(FILE, OTHER);
    }

    @Override
    public List<Output> outputs() {
        return List.of(new Output("level", "grey", 1));
    }

    @Override
    public InspectionTool create(Options options, JobFiles files) {
        String name = options.find(FILE).orElse("none");
        if (name.equals("refuse")) {
            throw new BadSetting(options.placeOf(FILE), "expected another");
        }
        if (name.equals("halt")) {
            Runtime.getRuntime().halt(9);
        }
        if (name.equals("hang")) {
            hang();
        }
        String found = Stream.of(FILE, OTHER)
                .flatMap(setting ->
                        options
                                .find(setting)
                                .map(file -> files.find(file, options.placeOf(setting))
                                        .toString())
                                .stream())
                .collect(Collectors.joining(" "));
        return scene -> inspect(scene, found);
    }

    private static Finding inspect(Scene scene, String file) throws ToolException {
        switch (scene.part().orElse("")) {
            case "hang" -> hang();
            case "segfault" -> crash();
            case "halt" -> Runtime.getRuntime().halt(9);
            case "heap" -> eat();
            case "print" -> System.out.println("what a library prints");
            case "fail" -> throw new ToolException("it is too dark");
            case "break" -> throw new IllegalStateException("odd");
            case "ask" -> scene.value("other.value");
            default -> {}
        }
        return Finding.of(
                        Map.of("level", scene.grey().get(0, 0)[0], "file", file),
                        List.of(new Mark(
                                Overlay.Kind.CROSS, List.of(scene.pose().at(new Point(1, 2))))))
                .at(scene.pose());
    }

    private static void hang() {
        while (Optional.of(1).isPresent()) {
            Thread.onSpinWait();
        }
    }

    private static void eat() {
        List<byte[]> eaten = new ArrayList<>();
        while (Optional.of(1).isPresent()) {
            eaten.add(new byte[1 << 20]);
        }
    }

    private static void crash() {
        try {
            Class<?> type = Class.forName("sun.misc.Unsafe");
            var field = type.getDeclaredField("theUnsafe");
            field.setAccessible(true);
            type.getMethod("putAddress", long.class, long.class).invoke(field.get(null), 0L, 0L);
        } catch (ReflectiveOperationException none) {
            throw new IllegalStateException(none);
        }
    }
}
