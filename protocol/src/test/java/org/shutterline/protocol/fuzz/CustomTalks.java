package org.shutterline.protocol.fuzz;

import java.util.List;
import java.util.Map;
import org.shutterline.protocol.dialect.custom.CustomDialect;

/** A table with a row for every kind of verb. */
final class CustomTalks {
    private CustomTalks() {}

    static Talks all() {
        return new Talks(
                new Play(
                        new CustomDialect(),
                        Map.of(
                                "rows",
                                        List.of(
                                                Map.of(
                                                        "in",
                                                        "TRIG {part}",
                                                        "do",
                                                        "trigger",
                                                        "accepted",
                                                        "GO {part}",
                                                        "result",
                                                        "{part};{judgement};{value:width|08.3}"),
                                                Map.of("in", "TRIG", "do", "trigger", "result", "{judgement};{values}"),
                                                Map.of("in", "LAST", "do", "last", "result", "{judgement} {line}"),
                                                Map.of("in", "STATE", "do", "status", "result", "{state} {job}"),
                                                Map.of("in", "RECIPE {job}", "do", "change-job", "result", "LOADED"),
                                                Map.of(
                                                        "in",
                                                        "MIN",
                                                        "do",
                                                        "get",
                                                        "setting",
                                                        "hole.low",
                                                        "result",
                                                        "MIN={value}"),
                                                Map.of(
                                                        "regex",
                                                        "MIN=(?<value>[0-9.]+)",
                                                        "do",
                                                        "set",
                                                        "setting",
                                                        "hole.low",
                                                        "result",
                                                        "SET"),
                                                Map.of(
                                                        "in",
                                                        "WIDTH",
                                                        "do",
                                                        "value",
                                                        "output",
                                                        "width",
                                                        "result",
                                                        "W{value}")),
                                "pushed", "EVT {station} {judgement}",
                                "lineEnd", "lf",
                                "okWord", "GOOD"),
                        "GOOD",
                        "[^\\r\\n\\x00]*\\n"),
                Seeds.station(
                        "TRIG 4711\n<done><good><time>",
                        "TRIG\nSTATE\n<done><bad><done><time>",
                        "LAST\nWIDTH\nMIN\nMIN=3.5\nRECIPE plate-A\n<done><done><done><done><done><time>",
                        "HELLO\n<others><time><time>",
                        "TRIG x\n<done><unsafe><time>"),
                Seeds.client(
                        "<trigger>GOOD;12.345\n<last>GOOD GOOD,12.345\n<status>READY plate-A\n<change>LOADED\n<get>MIN=12.5\nEVT 1 GOOD\n"));
    }
}
