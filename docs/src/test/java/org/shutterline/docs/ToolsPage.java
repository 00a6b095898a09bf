package org.shutterline.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.shutterline.protocol.plugin.Catalog;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.server.spi.InspectionToolFactory;
import org.shutterline.server.spi.Output;

/** Writes {@code docs/tools.md} from what the tools say of themselves: run it in the folder {@code docs}. */
public final class ToolsPage {
    static final Path FILE = Path.of("tools.md");

    private ToolsPage() {}

    public static void main(String[] arguments) throws IOException {
        Files.writeString(FILE, text());
    }

    static String text() {
        StringBuilder page = new StringBuilder("""
                # Tools

                Every tool with its settings, as the program itself tells them; a test compares. A job names a tool by its id. Lengths are
                in px, and in mm behind a `calibration`. *Moves the rest* means that later tools can take it as their `fixture`; *learns*
                means that it is taught on pictures. How to set one up on the picture is in
                [the technician's guide](guide-technician.md#teach-a-job).

                A region is `{x, y, width, height}`, which may have an `angle` (degrees, clockwise about its middle); a circle `{centreX,
                centreY, radius}`; a ring `{centreX, centreY, innerRadius, outerRadius}`; or `{points: [[x, y], ...]}` with 3 to 200 points; all
                in px of the picture that was taught. Without one a tool looks at the whole picture.

                Every tool also has `title`, `limits` (`low`, `high`, and between them `warnLow`, `warnHigh`: OK with a mark), `whenNotFound`
                (`NG` or `UNKNOWN`), `timeLimitMs`, `role` (`required`, `optional`: need not be there, `informative`: never counts),
                `fixture` (the id of an earlier tool that finds how the part lies) and `isolated` (runs in a process of its own).

                """);
        for (InspectionToolFactory tool :
                Catalog.installed("tool", InspectionToolFactory.class).all()) {
            page.append("## ").append(tool.id()).append("\n\n");
            page.append(tool.title()).append(marks(tool)).append(". Values: ");
            page.append(tool.outputs().stream().map(ToolsPage::output).collect(Collectors.joining(", ")));
            page.append(".\n\n");
            if (!tool.settings().isEmpty()) {
                page.append("| setting | what may stand there | unless set |\n|---|---|---|\n");
                tool.settings().forEach(setting -> page.append(row(setting)));
                page.append('\n');
            }
        }
        return page.toString().stripTrailing() + "\n";
    }

    private static String marks(InspectionToolFactory tool) {
        return (tool.findsPose() ? "; moves the rest" : "")
                + (tool.calibrates() ? "; lengths of later tools are in mm" : "")
                + (tool.teacher().isPresent() ? "; learns" : "")
                + (!tool.programs().isEmpty() ? "; starts a program" : "");
    }

    private static String output(Output output) {
        return "`" + output.name() + "`" + (output.unit().isEmpty() ? "" : " (" + output.unit() + ")");
    }

    private static String row(Setting<?> setting) {
        return "| `" + setting.key() + "` | " + expected(setting).replace("|", "\\|") + " | "
                + shown(setting.byDefault()) + " |\n";
    }

    private static String expected(Setting<?> setting) {
        if (setting.shape() instanceof Setting.FileName) {
            return "a file in the job's folder";
        }
        return setting.shape().equals(new Setting.Other("region")) ? "a region" : setting.expected();
    }

    private static String shown(Optional<?> value) {
        return value.map(ToolsPage::shown).orElse("");
    }

    private static String shown(Object value) {
        String text = value instanceof Enum<?> word
                ? word.name().toLowerCase(Locale.ROOT).replace('_', '-')
                : String.valueOf(value);
        return text.isEmpty() ? "" : "`" + text + "`";
    }
}
