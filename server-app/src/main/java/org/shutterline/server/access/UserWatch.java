package org.shutterline.server.access;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sees that users are others than before, whoever changed the file, and says so in words. Safe for all threads. */
final class UserWatch {
    private final Map<String, Long> changedNanos = new HashMap<>();
    private Map<String, User> before;

    /** @param first those who are there now */
    UserWatch(List<User> first) {
        this.before = byName(first);
    }

    private static Map<String, User> byName(List<User> users) {
        Map<String, User> all = new LinkedHashMap<>();
        users.forEach(user -> all.put(user.name(), user));
        return all;
    }

    /** What changed since the last call, a sentence each. */
    synchronized List<String> changes(List<User> now, long nowNanos) {
        List<String> changes = new ArrayList<>();
        Map<String, User> there = byName(now);
        there.forEach((name, user) -> {
            User was = before.get(name);
            if (was == null || !was.account().equals(user.account())) {
                note(name, "user " + name + " is there, " + user.role(), changes, nowNanos);
            } else if (!was.hash().text().equals(user.hash().text())) {
                note(name, "user " + name + " has another " + secret(user), changes, nowNanos);
            }
        });
        before.keySet().stream()
                .filter(name -> !there.containsKey(name))
                .forEach(name -> note(name, "user " + name + " is gone", changes, nowNanos));
        before = there;
        return changes;
    }

    private static String secret(User user) {
        return user.token() ? "token" : "password";
    }

    private void note(String name, String change, List<String> changes, long nowNanos) {
        changes.add(change);
        changedNanos.put(name, nowNanos);
    }

    /** Whether somebody of this name changed, came or went since then, as far as it was seen. */
    synchronized boolean changedSince(String name, long nanos) {
        Long changed = changedNanos.get(name);
        return changed != null && changed - nanos > 0;
    }
}
