package org.shutterline.protocol.fuzz;

import java.util.List;
import java.util.Map;
import org.shutterline.protocol.dialect.insight.InsightPushDialect;

/** The port that only tells results. */
final class InsightPushTalks {
    private InsightPushTalks() {}

    static Talks all() {
        return new Talks(
                new Play(
                        new InsightPushDialect(),
                        Map.of(
                                "stations",
                                List.of(1),
                                "resultFields",
                                List.of("judgement", "values"),
                                "okWord",
                                "GOOD"),
                        "GOOD",
                        "[^\\r\\n\\x00]+\\r\\n"),
                Seeds.station("what is sent is dropped\r\n<others><others bad><time><time>"),
                Seeds.client("GOOD,12.345\r\n0,#ERR\r\n<trigger>"));
    }
}
