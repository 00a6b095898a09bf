package org.shutterline.server.tool.logic;

import java.util.List;
import java.util.Map;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.server.spi.Finding;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.Scene;
import org.shutterline.server.spi.ToolException;

/** Counts the good ones. Those that could not be judged matter only if they could decide. */
final class Combine implements InspectionTool {
    private final List<String> tools;
    private final int wanted;

    Combine(List<String> tools, int wanted) {
        this.tools = tools;
        this.wanted = wanted;
    }

    @Override
    public Finding inspect(Scene scene) throws ToolException {
        scene.checkTime();
        List<String> wrong = tools.stream()
                .filter(tool -> verdict(scene, tool) == Verdict.NG)
                .toList();
        List<String> unknown = tools.stream()
                .filter(tool -> verdict(scene, tool) == Verdict.UNKNOWN)
                .toList();
        int good = tools.size() - wrong.size() - unknown.size();
        Map<String, Object> values = Map.of(CombineFactory.GOOD.name(), (double) good);
        if (good >= wanted) {
            return Finding.of(values, List.of());
        }
        if (good + unknown.size() >= wanted) {
            return Finding.unknown("not known of " + String.join(", ", unknown), values, List.of());
        }
        String why =
                good + " of " + tools.size() + " good, at least " + wanted + " wanted: not " + String.join(", ", wrong);
        return Finding.of(values, List.of()).wrong(why);
    }

    private static Verdict verdict(Scene scene, String tool) {
        return scene.verdict(tool).orElse(Verdict.UNKNOWN);
    }
}
