package org.shutterline.server.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Which version of a job is the present one, and what is still to be done about it after a power cut.
 *
 * @param number the present one; 0 if there is none
 * @param newest the highest that counts
 * @param by how it became the present one, by whom and what for; empty if that was not written down: as it was made
 * @param since when it became the present one; empty if that was not written down
 * @param wire the one that a client on the wire made the present one last; 0 if none or not written down
 */
record Head(int number, int newest, Optional<Origin> by, Optional<Instant> since, int wire, Task task) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NEWEST = "number";
    private static final String PRESENT = "present";
    private static final String BY = "by";
    private static final String WHO = "who";
    private static final String NOTE = "note";
    private static final String SINCE = "since";
    private static final String WIRE = "wire";
    private static final String TASK = "task";

    enum Task {
        NOTHING,
        /** The files that people see are to be made this version. */
        CHECK_OUT,
        /** The job is to be deleted with all its versions. */
        DELETE
    }

    /** The newest is the present one. */
    static Head at(int newest) {
        return new Head(newest, newest, Optional.empty(), Optional.empty(), 0, Task.NOTHING);
    }

    /** Empty if it cannot be read. */
    static Optional<Head> read(JsonNode written) {
        JsonNode newest = written.path(NEWEST);
        return !newest.isInt()
                ? Optional.empty()
                : named(Task.values(), written.path(TASK))
                        .map(task -> new Head(
                                written.path(PRESENT).asInt(newest.asInt()),
                                newest.asInt(),
                                named(Origin.Way.values(), written.path(BY))
                                        .map(way -> new Origin(
                                                way,
                                                written.path(WHO).asText(),
                                                written.path(NOTE).asText())),
                                time(written.path(SINCE)),
                                written.path(WIRE).asInt(0),
                                task));
    }

    private static <E extends Enum<E>> Optional<E> named(E[] all, JsonNode name) {
        return Arrays.stream(all)
                .filter(one -> one.name().equals(name.asText()))
                .findFirst();
    }

    private static Optional<Instant> time(JsonNode written) {
        try {
            return Optional.of(Instant.parse(written.asText()));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }

    ObjectNode written() {
        ObjectNode written = JSON.createObjectNode();
        written.put(NEWEST, newest);
        written.put(PRESENT, number);
        by.ifPresent(origin -> {
            written.put(BY, origin.way().name());
            written.put(WHO, origin.who());
            written.put(NOTE, origin.note());
        });
        since.ifPresent(time -> written.put(SINCE, time.toString()));
        written.put(WIRE, wire);
        written.put(TASK, task.name());
        return written;
    }

    /** This version, new or kept before, becomes the present one. */
    Head become(int version, Origin origin, Instant now, Task then) {
        return new Head(
                version,
                Math.max(newest, version),
                Optional.of(origin),
                Optional.of(now),
                origin.way() == Origin.Way.WIRE ? version : wire,
                then);
    }

    Head with(Task next) {
        return new Head(number, newest, by, since, wire, next);
    }
}
