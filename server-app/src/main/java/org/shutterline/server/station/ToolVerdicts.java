package org.shutterline.server.station;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shutterline.protocol.message.Verdict;

/** What the tools of a job said of one picture so far, in the order in which they ran. Used by one thread. */
final class ToolVerdicts {
    private final List<ToolVerdict> all = new ArrayList<>();

    void add(ToolVerdict said) {
        all.add(said);
    }

    List<ToolVerdict> all() {
        return all;
    }

    Optional<ToolVerdict> of(String tool) {
        for (ToolVerdict said : all) {
            if (said.step().id().equals(tool)) {
                return Optional.of(said);
            }
        }
        return Optional.empty();
    }

    /** The value of {@code tool.output}; none of a tool that could not judge, whatever it measured. */
    Optional<Object> value(String name) {
        int point = name.indexOf('.');
        return point < 0
                ? Optional.empty()
                : of(name.substring(0, point))
                        .filter(said -> said.verdict() != Verdict.UNKNOWN)
                        .flatMap(said -> said.value(name.substring(point + 1)));
    }

    /** That of the part: of all tools whose verdict counts; UNKNOWN if none does, as when nothing optional is there. */
    Verdict verdict() {
        if (all.stream().noneMatch(ToolVerdict::counts)) {
            return Verdict.UNKNOWN;
        }
        Verdict verdict = Verdict.OK;
        for (ToolVerdict said : all) {
            if (said.counts()) {
                verdict = verdict.and(said.verdict());
            }
        }
        return verdict;
    }

    /** The first reason for that verdict; of a good part the first warning; empty if there is none. */
    String reason() {
        if (all.stream().noneMatch(ToolVerdict::counts)) {
            return "nothing was found that counts";
        }
        Verdict verdict = verdict();
        for (ToolVerdict said : all) {
            if (said.counts() && said.verdict() == verdict && !said.reason().isEmpty()) {
                return said.reason();
            }
        }
        return "";
    }
}
