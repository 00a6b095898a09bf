package org.shutterline.server.tool.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shutterline.protocol.message.Point;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.InspectionToolFactory;
import org.shutterline.server.spi.JobFiles;
import org.shutterline.server.spi.Output;
import org.shutterline.server.spi.Pose;
import org.shutterline.server.spi.TestScene;
import org.shutterline.server.spi.ToolContract;
import org.shutterline.server.spi.ToolException;
import org.shutterline.server.spi.program.Python;

/** The tool with a real program; how bad ones are treated is shown by {@code ProgramIT}. */
final class ExternalIT implements ToolContract {
    private static final InspectionToolFactory FACTORY = new ExternalFactory();

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException, InterruptedException {
        assumeTrue(Python.isThere(), "no python3 on this machine");
        Python.write(folder, """
                hello()
                while True:
                    p = picture()
                    say({'picture': p['picture'], 'verdict': 'OK', 'values': {
                        'bytes': p['bytes'], 'first': p['pixels'][0], 'part': p['part'],
                        'told': json.dumps(told['settings'], sort_keys=True), 'folder': os.getcwd(),
                        'place': json.dumps([round(x, 3) for x in p['toPicture']])}})
                """);
        // all its lives are alike
        Files.writeString(
                folder.resolve("program.py"),
                Files.readString(folder.resolve("program.py")).replace("if not first:\n    good()\n", ""));
    }

    @Override
    public InspectionToolFactory factory() {
        return new InspectionToolFactory() {
            @Override
            public String id() {
                return FACTORY.id();
            }

            @Override
            public String title() {
                return FACTORY.title();
            }

            @Override
            public List<Setting<?>> settings() {
                return FACTORY.settings();
            }

            @Override
            public List<Output> outputs() {
                return FACTORY.outputs(options(ExternalIT.this.settings()));
            }

            @Override
            public InspectionTool create(Options options, JobFiles files) {
                return FACTORY.create(options, files);
            }
        };
    }

    @Override
    public Map<String, Object> settings() {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("command", List.of("python3", "program.py"));
        settings.put(
                "values",
                List.of(
                        Map.of("name", "bytes", "unit", "B", "decimals", 0),
                        Map.of("name", "first"),
                        Map.of("name", "part"),
                        Map.of("name", "told"),
                        Map.of("name", "place"),
                        Map.of("name", "folder")));
        settings.put("parameters", Map.of("level", 3, "words", List.of("a", "b")));
        settings.put("region", Map.of("x", 10, "y", 20, "width", 30, "height", 20));
        return settings;
    }

    @Override
    public TestScene scene() {
        return TestScene.blank(80, 60, 7);
    }

    @Override
    public JobFiles files() {
        return (name, place) -> {
            if (!name.equals("program.py")) {
                throw new BadSetting(place, "no file " + name);
            }
            return folder.resolve(name);
        };
    }

    @Override
    public boolean measuresBlankPictures() {
        return true;
    }

    @Test
    void sendsTheRegionAndWhatItKnows() throws Exception {
        try (InspectionTool tool = tool(Map.of());
                TestScene blank = scene();
                TestScene scene = blank.withPart("SN-7")) {
            assertThat(tool.inspect(scene).values())
                    .containsEntry("bytes", 600.0)
                    .containsEntry("first", 7.0)
                    .containsEntry("part", "SN-7")
                    .containsEntry("told", "{\"level\": 3, \"words\": [\"a\", \"b\"]}")
                    .containsEntry("place", "[1.0, 0.0, 10.0, 20.0]")
                    .containsEntry("folder", folder.toRealPath().toString());
        }
    }

    @Test
    void sendsColoursAndTellsHowThePartLies() throws Exception {
        try (InspectionTool tool = tool(Map.of("colour", true));
                TestScene scene = scene().lying(Pose.of(new Point(25, 30), new Point(35, 30), 90, 1))) {
            assertThat(tool.inspect(scene).values())
                    .containsEntry("bytes", 1800.0)
                    .containsEntry("place", "[0.0, 1.0, 45.0, 15.0]");
        }
    }

    @Test
    void measuresWhatItsSettingsDeclareAndTheProgramsOwnWords() {
        assertThat(FACTORY.outputs(options(settings())).subList(0, 2))
                .containsExactly(new Output("bytes", "B", 0), new Output("first", "", 2));
        assertThat(FACTORY.outputs(options(Map.of("command", List.of("x")))))
                .extracting(Output::name)
                .containsExactly("verdict", "reason");
    }

    @Test
    void saysThatThereIsNoSuchProgram() {
        assertThatThrownBy(() -> tool(Map.of("command", List.of("no-such-program"))))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("test.command: expected a program that can be started");
    }

    @Test
    void isUnknownWhenItsProgramIsNotOneOfOurs() throws Exception {
        try (InspectionTool tool = tool(Map.of("command", List.of("cat")));
                TestScene scene = scene();
                TestScene timed = scene.withNanosLeft(200_000_000)) {
            assertThatThrownBy(() -> tool.inspect(timed))
                    .isInstanceOf(ToolException.class)
                    .hasMessageContaining("did not say hello but '{\"hello\":\"server\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Width", "verdict", "a b", ""})
    void declaresNoOddNames(String name) {
        assertThatThrownBy(() -> options(Map.of("command", List.of("x"), "values", List.of(Map.of("name", name)))))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("values: expected a list of different values");
    }

    private static Options options(Map<String, Object> raw) {
        return Options.checked("test", raw, FACTORY.settings());
    }
}
