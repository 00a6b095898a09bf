package org.shutterline.docs.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Is told what was sent, answered, stored and shown for one station, and says what does not fit: one-to-one, in order, ids
 * that rise, nothing lost, nothing double, counters that add up. Every part has a name of its own. Thread-safe.
 */
public final class Oracle {
    private static final String REFUSED = "ER";

    private final Set<String> sent = new LinkedHashSet<>();
    private final Set<String> lost = new HashSet<>();
    private final Map<String, Answer> answers = new LinkedHashMap<>();
    private final Map<Long, Stored> stored = new LinkedHashMap<>();
    private final Map<Long, Long> pictures = new HashMap<>();
    private final List<String> wrong = new ArrayList<>();
    private final Set<String> refusedParts = new HashSet<>();
    private long refused;
    private long lastStored;

    /** @param talk on which it came; within one the order counts */
    private record Answer(String talk, long id, String verdict) {}

    private record Stored(String part, String verdict) {}

    /** This part was asked for. */
    public synchronized void sent(String part) {
        if (!sent.add(part)) {
            wrong.add("the test sent part " + part + " twice");
        }
    }

    /** The connection was gone before there was an answer for this part. */
    public synchronized void lost(String part) {
        lost.add(part);
    }

    /**
     * There was an answer for this part.
     *
     * @param talk the connection on which it came
     * @param fields of the reply line
     */
    public synchronized void answered(String talk, String part, List<String> fields) {
        if (!sent.contains(part)) {
            wrong.add("part " + part + " was answered and never sent");
        }
        if (fields.get(0).equals(REFUSED)) {
            refused++;
            refusedParts.add(part);
            if (answers.containsKey(part)) {
                wrong.add("part " + part + " was answered and refused: " + fields);
            }
            return;
        }
        long id = Long.parseLong(fields.get(2));
        Answer before = answers.put(part, new Answer(talk, id, fields.get(1)));
        if (before != null && !before.equals(new Answer(before.talk, id, fields.get(1)))) {
            wrong.add("part " + part + " was answered twice, as " + before + " and as " + fields);
        }
    }

    /** This is stored, told in the order of the store. */
    public synchronized void stored(JsonNode result) {
        long id = result.get("id").asLong();
        if (id <= lastStored) {
            wrong.add("result " + id + " is stored behind " + lastStored);
        }
        lastStored = Math.max(lastStored, id);
        Stored one =
                new Stored(result.path("part").asText(""), result.path("status").asText());
        if (stored.put(id, one) != null) {
            wrong.add("result " + id + " is stored twice");
        }
    }

    /** The picture of a result carries this number in its pixels. */
    public synchronized void pictured(long id, long number) {
        pictures.put(id, number);
    }

    /** What the station says of itself: {@code S1}'s reply. */
    public synchronized void counted(List<String> fields, long storedBefore, long refusedBefore) {
        long triggers = Long.parseLong(fields.get(5));
        long judged = Long.parseLong(fields.get(6)) + Long.parseLong(fields.get(7)) + Long.parseLong(fields.get(8));
        if (triggers != judged) {
            wrong.add("the station counts " + triggers + " triggers and " + judged + " verdicts");
        }
        if (triggers != storedBefore + stored.size()) {
            wrong.add("the station counts " + triggers + " triggers, " + stored.size() + " are stored");
        }
        if (lost.isEmpty() && Long.parseLong(fields.get(9)) != refusedBefore + refused) {
            wrong.add("the station counts " + fields.get(9) + " refusals, " + refused + " were heard");
        }
    }

    /** All that does not fit; empty if nothing was lost, doubled or mixed up. */
    public synchronized List<String> verdict() {
        List<String> all = new ArrayList<>(wrong);
        all.addAll(ofSent());
        all.addAll(ofAnswers());
        all.addAll(ofStore());
        all.addAll(ofPictures());
        return all;
    }

    public synchronized int answers() {
        return answers.size();
    }

    public synchronized int results() {
        return stored.size();
    }

    public synchronized long refusals() {
        return refused;
    }

    /** A part that is stored all the same is told where the store is. */
    private List<String> ofSent() {
        Set<String> settled = new HashSet<>(answers.keySet());
        settled.addAll(refusedParts);
        settled.addAll(lost);
        stored.values().forEach(one -> settled.add(one.part));
        return sent.stream()
                .filter(part -> !settled.contains(part))
                .map(part -> "part " + part + " was sent and has no outcome")
                .toList();
    }

    private List<String> ofAnswers() {
        List<String> all = new ArrayList<>();
        Map<String, Long> last = new HashMap<>();
        Map<Long, String> parts = new HashMap<>();
        answers.forEach((part, answer) -> {
            Long before = last.put(answer.talk, answer.id);
            if (before != null && answer.id <= before) {
                all.add("id " + answer.id + " came behind " + before);
            }
            String other = parts.put(answer.id, part);
            if (other != null) {
                all.add("parts " + other + " and " + part + " have the same id " + answer.id);
            }
            Stored kept = stored.get(answer.id);
            if (kept == null) {
                all.add("result " + answer.id + " of part " + part + " was answered and is not stored");
            } else if (!kept.equals(new Stored(part, answer.verdict))) {
                all.add("result " + answer.id + " is stored as " + kept + " and was answered as " + part + ", "
                        + answer.verdict);
            }
        });
        return all;
    }

    private List<String> ofStore() {
        List<String> all = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        stored.forEach((id, one) -> {
            if (!seen.add(one.part)) {
                all.add("part " + one.part + " is stored twice, the second time as " + id);
            }
            if (!sent.contains(one.part)) {
                all.add("result " + id + " is of part " + one.part + ", which nobody sent");
            } else if (!answers.containsKey(one.part) && !lost.contains(one.part)) {
                all.add("part " + one.part + " is stored as " + id + " and was never answered");
            }
        });
        return all;
    }

    private List<String> ofPictures() {
        List<String> all = new ArrayList<>();
        Map<Long, Long> owners = new HashMap<>();
        pictures.forEach((id, number) -> {
            Long other = owners.put(number, id);
            if (other != null) {
                all.add("results " + other + " and " + id + " show the same picture " + number);
            }
        });
        return all;
    }
}
