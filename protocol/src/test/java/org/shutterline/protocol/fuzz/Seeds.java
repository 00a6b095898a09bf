package org.shutterline.protocol.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Talks to begin from. Between angle brackets stands what happens besides: {@code T1\r<done><good><time>}. */
final class Seeds {
    private static final Map<String, String> STATION = Map.of(
            "<done>", "\1\n",
            "<good>", "\2\0",
            "<bad>", "\2\1",
            "<time>", "\3",
            "<unsafe>", "\4",
            "<cut>", "\5",
            "<others>", "\6\0",
            "<others bad>", "\6\3\6\1");
    private static final Map<String, String> CLIENT = Map.of(
            "<trigger>", "\1\0",
            "<last>", "\1\1",
            "<status>", "\1\2",
            "<job>", "\1\3",
            "<change>", "\1\4",
            "<get>", "\1\5",
            "<picture>", "\1\7",
            "<subscribe>", "\1\b",
            "<ping>", "\2",
            "<cut>", "\5");

    private Seeds() {}

    /** What a peer says, and what becomes of it at the station. */
    static List<byte[]> station(String... talks) {
        return Stream.of(talks).map(talk -> written(talk, STATION)).toList();
    }

    /** What a device says, and what it is asked. */
    static List<byte[]> client(String... talks) {
        return Stream.of(talks).map(talk -> written(talk, CLIENT)).toList();
    }

    private static byte[] written(String talk, Map<String, String> words) {
        String written = talk;
        for (Map.Entry<String, String> word : words.entrySet()) {
            written = written.replace(word.getKey(), word.getValue());
        }
        return written.getBytes(StandardCharsets.ISO_8859_1);
    }
}
