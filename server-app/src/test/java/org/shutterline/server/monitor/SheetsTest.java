package org.shutterline.server.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.server.net.Meaning;

class SheetsTest {
    @Test
    void writesResultsWithOneColumnForEachValue() {
        String sheet = Sheets.results(
                List.of(Samples.result(1042, 1, Verdict.NG, 5), Samples.result(1041, 1, Verdict.UNKNOWN, 5)),
                Map.of(1042L, Verdict.OK));
        assertThat(sheet.lines())
                .containsExactly(
                        "id,time,station,job,part,verdict,code,reason,ms,picture,said,hole A,hole B,width,code",
                        "1042,2026-11-23T14:03:22.417Z,1,plate-A,SN-000123,NG,,"
                                + "\"Hole A too small: 4.84 mm, limit 4.90\",23.4,stored,OK,4.84,3.21,12.03,ABC123",
                        "1041,2026-11-23T14:03:21.417Z,1,plate-A,SN-000122,UNKNOWN,21,"
                                + "The camera gave no picture in time,23.4,not kept,,,,,");
    }

    @Test
    void writesTrafficSoThatNoLineCanBreakTheTableOrBeCarriedOut() {
        TrafficRow row = new TrafficRow(
                1,
                Instant.EPOCH,
                7,
                "=cmd",
                TrafficRow.Kind.IN,
                "+A,\"B\"\r\n",
                false,
                OptionalDouble.of(1.5),
                Optional.of(new Meaning.Wanted(new Command.AskStatus(2))));
        assertThat(Sheets.traffic(List.of(row)).lines().skip(1))
                .containsExactly("1970-01-01T00:00:00Z,7,'=cmd,IN,\"'+A,\"\"B\"\"\\r\\n\",1.5,askStatus[station=2]");
    }
}
