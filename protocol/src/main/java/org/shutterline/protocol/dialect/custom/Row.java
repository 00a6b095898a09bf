package org.shutterline.protocol.dialect.custom;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One row of the table.
 *
 * @param incoming which lines it takes
 * @param given arguments that are always the same
 * @param accepted said when a trigger is taken; empty to say nothing then
 * @param result said when it is done; empty to say nothing then
 * @param refused said when it cannot be done
 */
record Row(
        Incoming incoming, Verb verb, Map<String, String> given, Template accepted, Template result, Template refused) {
    /** All arguments, if the row takes the line. */
    Optional<Map<String, String>> arguments(String line) {
        return incoming.parts(line).map(parts -> {
            Map<String, String> all = new LinkedHashMap<>(parts);
            all.putAll(given);
            return all;
        });
    }
}
