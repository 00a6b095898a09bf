package org.shutterline.protocol.fuzz;

import java.util.Map;
import org.shutterline.protocol.dialect.omron.OmronDialect;

/** Measurements, once and continuous. */
final class OmronTalks {
    private OmronTalks() {}

    static Talks all() {
        return new Talks(
                new Play(
                        new OmronDialect(),
                        Map.of(
                                "scenes", Map.of(3, "plate-A", "4", "plate-B"),
                                "units",
                                        Map.of(
                                                "5,0",
                                                "judgement",
                                                "5,1",
                                                "verdict.width",
                                                "5 6",
                                                "value.width",
                                                "5,8",
                                                "setting.hole.low"),
                                "okWord", "GOOD"),
                        "GOOD",
                        "(?:[^\\r\\n\\x00]+\\r){1,2}"),
                Seeds.station(
                        "M\r<done><good><time><time>",
                        "MEASURE\rSCENE\rS 3\r<done><bad><done><done><time><time><time>",
                        "M /C\r<done><good><done><good><done>M /E\r<good><time><time>",
                        "UNITDATA 5,6\rUD 5 0\rUD 5 8 12.5\r<done><done><done><time>",
                        "CLRMEAS\rUD 5 6\rIMGSAVE\rVERGET\rRESET\r<done><done><done><done><done><done><time>",
                        "M\r<done><unsafe><time>"),
                Seeds.client("<trigger>GOOD,12.3450\r<cut>OK\r<job>3\rOK\r<change>OK\r<get>12.5\rOK\r<trigger>ER\r"));
    }
}
