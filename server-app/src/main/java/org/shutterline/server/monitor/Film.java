package org.shutterline.server.monitor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.PlainPicture;

/** The last 50 results of a station and their thumbnails, which are fetched one after the other. Used on the bench alone. */
final class Film {
    static final int MOST = 50;

    private final ResultLookup lookup;
    private final List<InspectionResult> results = new ArrayList<>();
    private final Map<Long, Optional<PlainPicture>> thumbnails = new HashMap<>();
    private List<FilmItem> items = List.of();
    private boolean fetching;
    private boolean stale = true;

    Film(ResultLookup lookup) {
        this.lookup = lookup;
    }

    /** Newest first; what is known already stays. */
    void begin(List<InspectionResult> newestFirst) {
        List<InspectionResult> older = newestFirst.stream()
                .filter(result -> results.stream().noneMatch(known -> known.id() == result.id()))
                .toList();
        results.addAll(older);
        trim();
    }

    void add(InspectionResult result) {
        results.removeIf(known -> known.id() == result.id());
        results.add(result);
        trim();
    }

    private void trim() {
        results.sort((a, b) -> Long.compare(b.id(), a.id()));
        while (results.size() > MOST) {
            thumbnails.remove(results.remove(results.size() - 1).id());
        }
        stale = true;
    }

    Optional<InspectionResult> newest() {
        return results.stream().findFirst();
    }

    Optional<InspectionResult> find(long id) {
        return results.stream().filter(result -> result.id() == id).findFirst();
    }

    /** Fetches up to so many thumbnails that are missing, the newest first. */
    void fetch(int most) {
        if (fetching || most == 0) {
            return;
        }
        results.stream()
                .map(InspectionResult::id)
                .filter(id -> !thumbnails.containsKey(id))
                .findFirst()
                .ifPresent(id -> {
                    fetching = true;
                    lookup.thumbnail(id, thumbnail -> arrived(id, thumbnail, most - 1));
                });
    }

    private void arrived(long id, Optional<PlainPicture> thumbnail, int most) {
        fetching = false;
        if (find(id).isPresent()) {
            thumbnails.put(id, thumbnail);
            stale = true;
        }
        fetch(most);
    }

    List<FilmItem> items() {
        if (stale) {
            items = results.stream()
                    .map(result -> new FilmItem(result, thumbnails.getOrDefault(result.id(), Optional.empty())))
                    .toList();
            stale = false;
        }
        return items;
    }
}
