package org.shutterline.protocol.fuzz;

import java.util.List;
import java.util.Map;
import org.shutterline.protocol.dialect.keyence.KeyenceXgDialect;

/** Acknowledged triggers of a CV-X or XG-X. */
final class KeyenceXgTalks {
    private KeyenceXgTalks() {}

    static Talks all() {
        return new Talks(
                new Play(
                        new KeyenceXgDialect(),
                        Map.of(
                                "programs", Map.of(12, "plate-A", "003", "plate-B"),
                                "conditions", Map.of(3, "plate-B"),
                                "tolerances", Map.of("100,82", "hole"),
                                "variables", Map.of("#width", "value.width", "#limit", "setting.hole.low"),
                                "stations", List.of(1, 2),
                                "okWord", "GOOD"),
                        "GOOD",
                        "[^\\r\\n\\x00]+\\r"),
                Seeds.station(
                        "T1\r<done><good><time>",
                        "T1\rTA\rRM\r<done><done><done><done><bad><good><good><time><time>",
                        "PW,1,12\rPR\r<done><done><time>",
                        "DW,100,82,1,123.456\rDR,100,82,1\r<done><done><time>",
                        "MR,#width\rMR,%Busy\rMW,#limit,5\r<done><done><done><time>",
                        "TE,0\rT1\rTE,1\rM0\rVI\r<done><time><time>",
                        "STW,1,\"SN 1\rT2\r<done><unsafe><time>",
                        "EXW,3\rEXR\rEC,a\rSS\rRB\rCE\rRS\rS0\rR0\rBS,1,005\r<done><done><done><done><done><done><done><done><done><done><done><done><time>"),
                Seeds.client(
                        "<trigger>T1\r<cut>+00012.345,GOOD\r<status>RM,1\r",
                        "<change>PW\r<get>DR,+00001.000\r<job>PR,1,012\r<last>+00012.345,0\r<trigger>ER,T1,03\r"));
    }
}
