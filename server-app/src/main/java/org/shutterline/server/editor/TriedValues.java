package org.shutterline.server.editor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.server.station.Judgement;
import org.shutterline.server.station.ToolVerdict;

/** The numbers that the draft measured on the pictures that were tried. Used by one thread. */
final class TriedValues {
    private static final int MOST = 200;

    private final Map<String, List<Double>> all = new LinkedHashMap<>();
    private final Map<String, List<Double>> good = new LinkedHashMap<>();

    /** @param label what a person says of the part; if nobody did, the draft's verdict counts */
    void add(Judgement judgement, Optional<Verdict> label) {
        boolean isGood = label.orElse(judgement.verdict()) == Verdict.OK;
        for (ToolVerdict said : judgement.tools()) {
            for (var output : said.step().outputs()) {
                if (said.value(output.name()).orElse(null) instanceof Double number) {
                    String name = said.step().id() + "." + output.name();
                    put(all, name, number);
                    if (isGood) {
                        put(good, name, number);
                    }
                }
            }
        }
    }

    private static void put(Map<String, List<Double>> into, String name, double number) {
        List<Double> numbers = into.computeIfAbsent(name, fresh -> new ArrayList<>());
        if (numbers.size() < MOST) {
            numbers.add(number);
        }
    }

    List<Double> of(String tool, String output) {
        return all.getOrDefault(tool + "." + output, List.of());
    }

    List<Double> good(String tool, String output) {
        return good.getOrDefault(tool + "." + output, List.of());
    }
}
