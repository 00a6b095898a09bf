package org.shutterline.server.jobs;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.server.jobs.JobChange.Kind;
import org.shutterline.server.spi.Region;

/** In what a tool differs from itself in another version. */
final class ToolDifference {
    private static final Setting<Region> REGION = Region.setting("region");
    private static final double SAME_PX = 1e-6;

    private final String id;
    private final Map<?, ?> before;
    private final Map<?, ?> after;
    private final List<JobChange> changes = new ArrayList<>();

    ToolDifference(String id, Map<?, ?> before, Map<?, ?> after) {
        this.id = id;
        this.before = before;
        this.after = after;
    }

    static String title(Map<?, ?> tool, String id) {
        return Objects.toString(tool.get("title"), id);
    }

    static Kind settingKind(Object old, Object now) {
        return old == null ? Kind.SETTING_ADDED : now == null ? Kind.SETTING_REMOVED : Kind.SETTING_CHANGED;
    }

    List<JobChange> changes() {
        for (String key : keys(before, after)) {
            if (key.equals("limits")) {
                compareLimits();
            } else if (key.equals("settings")) {
                Map<?, ?> old = map(before.get(key));
                Map<?, ?> now = map(after.get(key));
                keys(old, now).forEach(name -> compareSetting("settings." + name, old.get(name), now.get(name)));
            } else {
                compareSetting(key, before.get(key), after.get(key));
            }
        }
        return changes;
    }

    private void compareLimits() {
        Map<?, ?> old = map(before.get("limits"));
        Map<?, ?> now = map(after.get("limits"));
        for (String output : keys(old, now)) {
            Map<?, ?> oldEnds = map(old.get(output));
            Map<?, ?> nowEnds = map(now.get(output));
            for (String end : keys(oldEnds, nowEnds)) {
                compareLimit("limits." + output + "." + end, oldEnds.get(end), nowEnds.get(end));
            }
        }
    }

    private void compareLimit(String key, Object old, Object now) {
        if (old == null || now == null) {
            if (old != now) {
                add(old == null ? Kind.LIMIT_ADDED : Kind.LIMIT_REMOVED, key, Shown.of(old), Shown.of(now));
            }
        } else if (!Shown.beside(old, now).equals(Shown.beside(now, old))) {
            add(Kind.LIMIT_CHANGED, key, Shown.beside(old, now), Shown.beside(now, old));
        }
    }

    private void compareSetting(String key, Object old, Object now) {
        if (Canonical.of(Map.of("settings", Map.of("", Shown.orEmpty(old))))
                .equals(Canonical.of(Map.of("settings", Map.of("", Shown.orEmpty(now)))))) {
            return;
        }
        Optional<Region> from = region(old);
        Optional<Region> to = region(now);
        Kind kind = from.isPresent() && to.isPresent() ? regionKind(from.get(), to.get()) : settingKind(old, now);
        add(kind, key, Shown.beside(old, now), Shown.beside(now, old));
    }

    private static Optional<Region> region(Object value) {
        if (!(value instanceof Map<?, ?>)) {
            return Optional.empty();
        }
        try {
            return Options.checked("", Map.of(REGION.key(), value), List.of(REGION))
                    .find(REGION);
        } catch (BadSetting another) {
            return Optional.empty();
        }
    }

    private static Kind regionKind(Region from, Region to) {
        if (!from.getClass().equals(to.getClass())) {
            return Kind.REGION_RESHAPED;
        }
        if (from instanceof Region.Rectangle old && to instanceof Region.Rectangle now) {
            boolean sameSize = near(old.width(), now.width()) && near(old.height(), now.height());
            boolean turned = !near(old.angleDeg(), now.angleDeg());
            return !sameSize ? Kind.REGION_RESIZED : turned ? Kind.REGION_TURNED : Kind.REGION_MOVED;
        }
        if (from instanceof Region.Circle old && to instanceof Region.Circle now) {
            return near(old.radius(), now.radius()) ? Kind.REGION_MOVED : Kind.REGION_RESIZED;
        }
        if (from instanceof Region.Ring old && to instanceof Region.Ring now) {
            boolean sameSize = near(old.innerRadius(), now.innerRadius()) && near(old.outerRadius(), now.outerRadius());
            return sameSize ? Kind.REGION_MOVED : Kind.REGION_RESIZED;
        }
        return isShift(from, to) ? Kind.REGION_MOVED : Kind.REGION_RESHAPED;
    }

    private static boolean isShift(Region from, Region to) {
        if (from.outline().size() != to.outline().size()) {
            return false;
        }
        double dx = to.outline().get(0).x() - from.outline().get(0).x();
        double dy = to.outline().get(0).y() - from.outline().get(0).y();
        for (int i = 0; i < from.outline().size(); i++) {
            if (!near(from.outline().get(i).x() + dx, to.outline().get(i).x())
                    || !near(from.outline().get(i).y() + dy, to.outline().get(i).y())) {
                return false;
            }
        }
        return true;
    }

    private static boolean near(double a, double b) {
        return Math.abs(a - b) < SAME_PX;
    }

    private void add(Kind kind, String key, String old, String now) {
        changes.add(new JobChange(kind, id, title(after, id), key, old, now));
    }

    private static Map<?, ?> map(Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static Set<String> keys(Map<?, ?> old, Map<?, ?> now) {
        Set<String> keys = new LinkedHashSet<>();
        old.keySet().forEach(key -> keys.add(String.valueOf(key)));
        now.keySet().forEach(key -> keys.add(String.valueOf(key)));
        return keys;
    }
}
