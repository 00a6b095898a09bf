package org.shutterline.server.access;

import java.util.ArrayList;
import java.util.List;

/** Sees that other users are there than before, whoever changed the file, and says so in words. Safe for all threads. */
final class UserWatch {
    private List<Account> before;

    /** @param first those who are there now */
    UserWatch(List<Account> first) {
        this.before = List.copyOf(first);
    }

    /** What changed since the last call, a sentence each. */
    synchronized List<String> changes(List<Account> now) {
        List<String> changes = new ArrayList<>();
        now.stream()
                .filter(account -> !before.contains(account))
                .forEach(account -> changes.add("user " + account.name() + " is there, " + account.role()));
        before.stream()
                .filter(account -> now.stream().noneMatch(other -> other.name().equals(account.name())))
                .forEach(account -> changes.add("user " + account.name() + " is gone"));
        before = List.copyOf(now);
        return changes;
    }
}
