package org.shutterline.server.settings;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.server.spi.Output;
import org.shutterline.server.station.ToolStep;

/**
 * What a tool may take from others.
 *
 * @param place where its settings stand
 * @param before the tools that run before it, by id
 * @param metric whether it measures in mm
 */
record References(String place, Map<String, ToolStep> before, boolean metric) {
    /**
     * @param names {@code tool} or {@code tool.output}
     * @throws BadSetting if one of them is not there
     */
    void check(List<String> names) {
        for (String name : names) {
            int point = name.indexOf('.');
            ToolStep tool = tool(point < 0 ? name : name.substring(0, point));
            if (point >= 0) {
                checkOutput(tool, name.substring(point + 1));
            }
        }
    }

    private ToolStep tool(String id) {
        ToolStep tool = before.get(id);
        if (tool == null) {
            String known = before.isEmpty() ? "of which there is none" : "one of " + String.join(", ", before.keySet());
            throw new BadSetting(place, "expected the id of an earlier tool, " + known + ", found '" + id + "'");
        }
        return tool;
    }

    private void checkOutput(ToolStep tool, String name) {
        Output output = tool.outputs().stream()
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new BadSetting(
                        place,
                        "tool " + tool.id() + " has no output '" + name + "', expected one of "
                                + tool.outputs().stream().map(Output::name).collect(Collectors.joining(", "))));
        if (output.scaling() != Output.Scaling.NONE && tool.metric() != metric) {
            throw new BadSetting(
                    place,
                    tool.id() + "." + name + " is in px, since " + tool.id()
                            + " runs before the calibration; expected a tool that runs after it");
        }
    }
}
