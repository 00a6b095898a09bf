package org.shutterline.protocol.fuzz;

import java.util.Map;
import org.shutterline.protocol.dialect.keyence.KeyenceIvDialect;

/** Judgements, pushed results and pictures of an IV. */
final class KeyenceIvTalks {
    private KeyenceIvTalks() {}

    static Talks all() {
        return new Talks(
                new Play(
                        new KeyenceIvDialect(),
                        Map.of(
                                "programs", Map.of(5, "plate-A", "012", "plate-B"),
                                "tools", Map.of("00", "light", "01", "width"),
                                "thresholds", Map.of("01", "hole")),
                        "RT,\\d{1,5},OK",
                        "(?:[^\\r\\n\\x00]+\\r|BR,\\d{4},\\d{7},)"),
                Seeds.station(
                        "T2\r<done><good>",
                        "OE,1\rT1\r<done><good><time><others><time>",
                        "OE,1\rT2\r<others><done><bad><time>",
                        "RT\rPR\rPW,005\r<done><done><done><time>",
                        "DR,01,0\rDW,01,1,0000050\r<done><done><time>",
                        "BR,0\r<done><done><time>",
                        "SR\rRM\rSTR\rSTC\rRER\rVI\r<done><done><done><done><done><done><time>"),
                Seeds.client(
                        "<trigger>RT,00013,OK,00,OK,0000094,01,NG,0000100\r",
                        "<subscribe>OE\rRT,00013,--,00,--,-------\r<status>SR,0,1,0,0,0,0,0\r<get>DR,01,0,0000050\r<job>PR,005\r"));
    }
}
