package org.shutterline.protocol.dialect.plain;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Sends untagged replies in the order of their requests, tagged ones as soon as they are ready. Conversation's thread. */
final class ReplyOrder {
    private final Outlet outlet;
    private final Format format;
    private final Deque<Owed> untagged = new ArrayDeque<>();
    private int tagged;
    private int taggedTriggers;

    ReplyOrder(Outlet outlet, Format format) {
        this.outlet = outlet;
        this.format = format;
    }

    void add(Owed owed) {
        if (owed.tagged) {
            tagged++;
            taggedTriggers += owed.isTrigger() ? 1 : 0;
        } else {
            untagged.add(owed);
        }
    }

    void ready(Owed owed, Answer answer) {
        owed.answer(answer);
        if (owed.tagged) {
            tagged--;
            taggedTriggers -= owed.isTrigger() ? 1 : 0;
            send(owed, answer);
            return;
        }
        while (!untagged.isEmpty() && untagged.peek().answer().isPresent()) {
            Owed first = untagged.remove();
            send(first, first.answer().get());
        }
    }

    /** Requests that have no reply yet. */
    int count() {
        return untagged.size() + tagged;
    }

    int taggedCount() {
        return tagged;
    }

    /** Whether all tagged ones wait for a part to be judged: the others are answered soon, whatever happens. */
    boolean onlyTriggersAreTagged() {
        return tagged == taggedTriggers;
    }

    /** Gives back what replies hold that will never be sent. */
    void drop() {
        untagged.forEach(owed -> owed.answer().ifPresent(Answer::drop));
        untagged.clear();
        tagged = 0;
        taggedTriggers = 0;
    }

    private void send(Owed owed, Answer answer) {
        answer.before().run();
        Spelling as = format.now();
        outlet.send(withFollowing(owed, answer.lines().apply(as), as), answer.blobs(), owed.end);
        answer.after().run();
    }

    private static List<String> withFollowing(Owed owed, List<String> lines, Spelling as) {
        if (owed.following().isEmpty()) {
            return lines;
        }
        List<String> all = new ArrayList<>(lines);
        owed.following().forEach(event -> all.add(event.apply(as)));
        return all;
    }
}
