package org.shutterline.client.operator;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The things that were used last, by the id of their result, no more than so many. Used by one thread. */
final class Kept<T> {
    private final Map<Long, T> byId;

    Kept(int most) {
        this.byId = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Long, T> eldest) {
                return size() > most;
            }
        };
    }

    void keep(long id, T thing) {
        byId.put(id, thing);
    }

    Optional<T> find(long id) {
        return Optional.ofNullable(byId.get(id));
    }

    void clear() {
        byId.clear();
    }
}
