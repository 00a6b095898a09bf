package org.shutterline.server.tool.code;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Codes in the order in which one reads: lines from top to bottom, in a line from left to right. */
final class ReadCodes {
    private ReadCodes() {}

    static List<ReadCode> inReadingOrder(List<ReadCode> codes) {
        List<ReadCode> down = new ArrayList<>(codes);
        down.sort(Comparator.comparingDouble(ReadCode::middleY));
        List<ReadCode> ordered = new ArrayList<>();
        List<ReadCode> line = new ArrayList<>();
        for (ReadCode code : down) {
            // a line goes on as long as the middle of the next code lies beside its first one
            if (!line.isEmpty() && code.middleY() > line.get(0).bottom()) {
                end(line, ordered);
            }
            line.add(code);
        }
        end(line, ordered);
        return ordered;
    }

    static String joined(List<ReadCode> codes, Function<ReadCode, String> part, String separator) {
        return codes.stream().map(part).collect(Collectors.joining(separator));
    }

    private static void end(List<ReadCode> line, List<ReadCode> ordered) {
        line.sort(Comparator.comparingDouble(ReadCode::left));
        ordered.addAll(line);
        line.clear();
    }
}
