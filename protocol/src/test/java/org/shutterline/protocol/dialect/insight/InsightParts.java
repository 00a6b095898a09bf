package org.shutterline.protocol.dialect.insight;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.spi.Talk;

/** Settings and talks for the tests of the dialect. */
final class InsightParts {
    static final String GREETING = "Welcome to In-Sight(tm)  Shutterline Session 0\r\n";

    static final Map<String, Object> SETTINGS = Map.of(
            "logins",
            List.of(
                    Map.of("name", "admin", "password", "secret"),
                    Map.of("name", "line", "role", "trigger"),
                    Map.of("name", "eye", "password", 1234, "role", "view")),
            "blankPasswordFor",
            List.of("line"),
            "password",
            "secret",
            "cells",
            Map.of(
                    "B001", "judgement",
                    "B012", "value.width",
                    "B013", "value.code",
                    "B014", "verdict.width",
                    "B010", "setting.hole.low",
                    "Tool.Low", "setting.hole.low",
                    "C000", "part"),
            "programs",
            Map.of(12, "plate-A", "007", "plate-B"),
            "jobs",
            Map.of("deckel.job", "plate-A"));

    private InsightParts() {}

    static Options options(Map<String, Object> more) {
        Map<String, Object> all = new HashMap<>(SETTINGS);
        all.putAll(more);
        return Options.checked("test", all, new InsightDialect().settings());
    }

    /** A peer that has heard greeting and prompt and said nothing. */
    static Talk connected(Map<String, Object> more, Role role) {
        return Talk.with(new InsightDialect().server(options(more), role)).passes(5);
    }

    /** A peer that is logged in and has heard all of that. */
    static Talk talk() {
        return talk(Map.of(), Role.ADMIN);
    }

    static Talk talk(Map<String, Object> more, Role role) {
        return connected(more, role)
                .says("admin\r\n")
                .says("secret\r\n")
                .hears(GREETING + "User: Password: User Logged In\r\n");
    }
}
