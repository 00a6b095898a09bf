package org.shutterline.server.simulator;

import java.util.List;
import java.util.Map;
import org.shutterline.protocol.plugin.Catalog;
import org.shutterline.protocol.spi.Dialect;

/** Settings of each dialect for a station whose results have one value, its own number. */
final class Vendors {
    static final Catalog<Dialect> DIALECTS = Catalog.installed("dialect", Dialect.class);

    private static final Map<Integer, String> PROGRAMS = Map.of(1, "plate", 2, "bright");
    private static final Map<String, Map<String, Object>> SETTINGS = Map.of(
            "keyence-xg",
            Map.of("programs", PROGRAMS, "resultFields", List.of("judgement", "number")),
            "keyence-iv",
            Map.of("programs", PROGRAMS, "tools", Map.of("00", "number")),
            "omron",
            Map.of("scenes", PROGRAMS, "resultFields", List.of("judgement", "number")),
            "insight",
            Map.of(
                    "logins",
                    List.of(Map.of("name", "admin", "password", "change-me", "role", "admin")),
                    "password",
                    "change-me",
                    "programs",
                    PROGRAMS,
                    "cells",
                    Map.of("B001", "judgement", "B002", "value.number")),
            "custom",
            Map.of(
                    "rows",
                    List.of(
                            Map.of("in", "TRIG", "do", "trigger", "result", "{judgement};{value:number|08.1}"),
                            Map.of("in", "LAST", "do", "last", "result", "{judgement};{value:number|08.1}"),
                            Map.of("in", "VER", "do", "version", "result", "{version}"),
                            Map.of("in", "JOB {job}", "do", "change-job", "result", "{job} LOADED"))));

    private Vendors() {}

    static Map<String, Object> settings(String dialect) {
        return SETTINGS.getOrDefault(dialect, Map.of());
    }

    static PlcLanguage language(String dialect) {
        return PlcLanguage.of(DIALECTS.find(dialect, "test"), "test", settings(dialect));
    }
}
