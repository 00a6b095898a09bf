package org.shutterline.protocol.dialect.plain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.Verdict;

/** What becomes of the triggers of one TA, station by station. Used by the conversation's thread. */
final class AllTriggers {
    private final Map<Integer, Reply.Outcome> outcomes = new TreeMap<>();
    private final Map<Long, Integer> waiting = new TreeMap<>();

    void wait(int station, long id) {
        waiting.put(id, station);
    }

    void refused(int station, Code code) {
        outcomes.put(station, new Reply.Outcome(station, Optional.empty(), Optional.of(code)));
    }

    void judged(int station, InspectionResult result) {
        outcomes.put(station, new Reply.Outcome(station, Optional.of(result), Optional.empty()));
    }

    /** The result of a trigger that was waited for. */
    void finished(InspectionResult result) {
        Integer station = waiting.remove(result.id());
        if (station != null) {
            judged(station, result);
        }
    }

    /** A trigger that was waited for has no safe result. */
    void unsafe(long id) {
        Integer station = waiting.remove(id);
        if (station != null) {
            refused(station, Code.STORAGE_FAILED);
        }
    }

    boolean isComplete() {
        return waiting.isEmpty();
    }

    /** Ascending by station. */
    List<Reply.Outcome> outcomes() {
        return new ArrayList<>(outcomes.values());
    }

    /** OK only if all are OK; else UNKNOWN if one is UNKNOWN or refused; else NG. */
    Verdict verdict() {
        Verdict verdict = Verdict.OK;
        for (Reply.Outcome outcome : outcomes.values()) {
            Verdict one = outcome.result().map(InspectionResult::verdict).orElse(Verdict.UNKNOWN);
            if (one == Verdict.UNKNOWN) {
                return Verdict.UNKNOWN;
            }
            verdict = one == Verdict.NG ? Verdict.NG : verdict;
        }
        return verdict;
    }
}
