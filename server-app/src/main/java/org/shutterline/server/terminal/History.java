package org.shutterline.server.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was sent before, to be had again: up to older, down to newer, and past the newest what was being typed. */
public final class History {
    private static final int MOST = 200;

    private final List<String> lines = new ArrayList<>();
    private int at;
    private String typing = "";

    /** This was sent. */
    public void add(String line) {
        lines.remove(line);
        lines.add(line);
        if (lines.size() > MOST) {
            lines.remove(0);
        }
        at = lines.size();
        typing = "";
    }

    /**
     * The one before; empty if there is none.
     *
     * @param typed what stands in the field now
     */
    public Optional<String> up(String typed) {
        if (at == lines.size()) {
            typing = typed;
        }
        if (at == 0) {
            return Optional.empty();
        }
        at--;
        return Optional.of(lines.get(at));
    }

    /** The one after; empty if there is none. */
    public Optional<String> down() {
        if (at == lines.size()) {
            return Optional.empty();
        }
        at++;
        return Optional.of(at == lines.size() ? typing : lines.get(at));
    }
}
