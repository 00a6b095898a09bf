package org.shutterline.protocol.message;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a trigger brings with it.
 *
 * @param part names the part
 * @param once 1 to 64 characters that make the trigger idempotent
 * @param keys up to 16 further keys that are stored with the result, in order
 */
public record TriggerRequest(Optional<String> part, Optional<String> once, Map<String, String> keys) {
    /** A trigger that brings nothing. */
    public static final TriggerRequest PLAIN = new TriggerRequest(Optional.empty(), Optional.empty(), Map.of());

    public TriggerRequest {
        keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
    }
}
