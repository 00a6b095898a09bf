package org.shutterline.server.tool.external;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.InspectionToolFactory;
import org.shutterline.server.spi.JobFiles;
import org.shutterline.server.spi.Output;
import org.shutterline.server.spi.Region;
import org.shutterline.server.spi.Vision;
import org.shutterline.server.spi.program.Program;
import org.shutterline.server.spi.program.ProgramPlan;

/** A program of the user's own, asked about each picture. */
public final class ExternalFactory implements InspectionToolFactory {
    static final Output VERDICT = new Output("verdict", "", 0);
    static final Output REASON = new Output("reason", "", 0);

    static final Setting<List<String>> COMMAND = ExternalSettings.command("command");
    static final Setting<Region> REGION = Region.setting("region");
    static final Setting<Boolean> COLOUR = Setting.yesNo("colour").byDefault(false);
    static final Setting<List<Output>> VALUES =
            ExternalSettings.outputs("values").byDefault(List.of());
    static final Setting<Map<String, Object>> PARAMETERS =
            ExternalSettings.group("parameters").byDefault(Map.of());
    static final Setting<Integer> START_LIMIT =
            Setting.whole("startLimitMs", 100, 120_000).unit("ms").byDefault(10_000);

    private static final int LONGEST_LINE_BYTES = 64 * 1024;

    @Override
    public String id() {
        return "external";
    }

    @Override
    public String title() {
        return "Program of your own";
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(COMMAND, REGION, COLOUR, VALUES, PARAMETERS, START_LIMIT);
    }

    @Override
    public List<Output> outputs() {
        return List.of(VERDICT, REASON);
    }

    @Override
    public List<Setting<List<String>>> programs() {
        return List.of(COMMAND);
    }

    /** Those that the job declares, then what the program says in words. */
    @Override
    public List<Output> outputs(Options options) {
        List<Output> outputs = new ArrayList<>(options.get(VALUES));
        outputs.addAll(outputs());
        return outputs;
    }

    @Override
    public InspectionTool create(Options options, JobFiles files) {
        Vision.load();
        Command command = Command.of(options.get(COMMAND), files, options.placeOf(COMMAND));
        ProgramPlan plan = new ProgramPlan(
                name(options.get(COMMAND)),
                command.words(),
                command.folder(),
                options.get(PARAMETERS),
                Duration.ofMillis(options.get(START_LIMIT)),
                LONGEST_LINE_BYTES);
        Answers answers = new Answers(options.get(VALUES));
        Optional<Region> region = options.find(REGION);
        try {
            return new External(Program.start(plan), region, options.get(COLOUR), answers);
        } catch (IOException notStarted) {
            throw new BadSetting(
                    options.placeOf(COMMAND),
                    "expected a program that can be started, found " + plan.command() + ": " + notStarted.getMessage());
        }
    }

    /** Of the last word that is no option: {@code measure.py} of {@code python3 -u measure.py}. */
    private static String name(List<String> command) {
        String name = command.get(0);
        for (int i = 1; i < command.size() && name.equals(command.get(0)); i++) {
            name = command.get(i).startsWith("-") ? name : command.get(i);
        }
        return String.valueOf(Path.of(name).getFileName());
    }

    /**
     * What is started.
     *
     * @param folder the job's, if a file of it is among the words
     */
    private record Command(List<String> words, Optional<Path> folder) {
        /** Words that are the names of files in the job's folder become their paths; the others stay as given. */
        static Command of(List<String> given, JobFiles files, String place) {
            List<String> words = new ArrayList<>();
            Optional<Path> folder = Optional.empty();
            for (String word : given) {
                Optional<Path> file = find(word, files, place);
                words.add(file.map(Path::toString).orElse(word));
                folder = folder.isPresent() ? folder : file.map(Path::getParent);
            }
            return new Command(words, folder);
        }

        private static Optional<Path> find(String word, JobFiles files, String place) {
            try {
                return Optional.of(files.find(word, place).toAbsolutePath());
            } catch (BadSetting noFileOfTheJob) {
                return Optional.empty();
            }
        }
    }
}
