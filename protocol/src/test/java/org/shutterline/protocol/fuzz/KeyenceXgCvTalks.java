package org.shutterline.protocol.fuzz;

import java.util.List;
import java.util.Map;
import org.shutterline.protocol.dialect.keyence.KeyenceXgDialect;

/** Triggers that are answered by their result. */
final class KeyenceXgCvTalks {
    private KeyenceXgCvTalks() {}

    static Talks all() {
        return new Talks(
                new Play(
                        new KeyenceXgDialect(),
                        Map.of(
                                "triggerMode",
                                "cv-compatible",
                                "resultOutput",
                                "all",
                                "stations",
                                List.of(1, 2),
                                "okWord",
                                "GOOD"),
                        "GOOD",
                        "[^\\r\\n\\x00]+\\r"),
                Seeds.station(
                        "T1\rRM\r<done><others bad><good><done><time>",
                        "TA\r<done><done><bad><good><time>",
                        "T1\rT2\r<done><unsafe><done><good><time>"),
                Seeds.client("<trigger>T1,+00012.345,GOOD\r", "<trigger>+00012.345,0\rER,T1,03\r"));
    }
}
