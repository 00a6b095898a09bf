package org.shutterline.protocol.fuzz;

import java.util.List;
import java.util.Map;
import org.shutterline.protocol.dialect.insight.InsightDialect;

/** Login, cells and pictures of the native mode. */
final class InsightTalks {
    private InsightTalks() {}

    static Talks all() {
        return new Talks(
                new Play(
                        new InsightDialect(),
                        Map.of(
                                "logins",
                                        List.of(
                                                Map.of("name", "admin", "password", "secret"),
                                                Map.of("name", "line", "role", "trigger")),
                                "blankPasswordFor", List.of("line"),
                                "password", "secret",
                                "cells",
                                        Map.of(
                                                "B001", "judgement",
                                                "B012", "value.width",
                                                "B010", "setting.hole.low",
                                                "Tool.Low", "setting.hole.low"),
                                "programs", Map.of(12, "plate-A", 7, "plate-B"),
                                "jobs", Map.of("deckel.job", "plate-A"),
                                "okWord", "GOOD"),
                        "GOOD",
                        "(?:[^\\r\\n\\x00]*\\r\\n){1,6}|User: |Password: "),
                Seeds.station(
                        "admin\r\nsecret\r\nSW8\r\nGVB001\r\ngvb012\r\n<done><good><done><done><time>",
                        "admin\rsecret\rSE8\rGVwidth\r<done><bad><done><time>",
                        "admin\r\nsecret\r\nSIB0105\r\nSFTool.Low 3.14\r\nSSB010text\r\n<done><done><done><time>",
                        "admin\r\nsecret\r\nSO0\r\nLFdeckel.job\r\nSO1\r\nGF\r\n<done><done><done><done><done><done><done><time>",
                        "admin\r\nsecret\r\nSJ12\r\nGJ\r\nGO\r\nGI\r\n<done><done><done><done><time>",
                        "admin\r\nsecret\r\nRI\r\nRB\r\n<done><done><done><done><time>",
                        "admin\r\nwrong\r\nline\r\n\r\nSW8\r\n<done><unsafe><time>",
                        "\u00ff\u00fb\u000e\u0001\u00ff\u00fa\u0018\u000e\u0001\u00ff\u00f0admin\r\nsecret\r\nGO\r\n<done><time>"),
                Seeds.client(
                        "Welcome\r\nUser: <cut>Password: <cut>User Logged In\r\n<trigger>1\r\n<cut>1\r\nGOOD\r\n<cut>1\r\n12.345\r\n",
                        "Welcome\r\nUser: <cut>Password: <cut>User Logged In\r\n<status>1\r\n<job>1\r\nx.job\r\n<get>1\r\n12.5\r\n<change>1\r\n",
                        "Welcome\r\nUser: <cut>Password: <cut>Invalid Password\r\n"));
    }
}
