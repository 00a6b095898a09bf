package org.shutterline.server.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.TriggerRequest;
import org.shutterline.server.net.Meaning;
import org.shutterline.server.net.Passed;
import org.shutterline.server.net.Peer;
import org.shutterline.server.net.Raw;
import org.shutterline.server.net.Traffic;

class TrafficBookTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Peer PLC = ScriptedTraffic.peer(1, "");

    private final TrafficBook book = new TrafficBook();

    private void passes(int ms, Traffic.Kind kind, String text) {
        book.add(new Passed(NOON.plusMillis(ms), PLC, kind, text, Raw.NONE, 0, Optional.empty()));
    }

    private List<TrafficRow> rows() {
        return List.copyOf(book.rows());
    }

    @Test
    void callsAPeerByItsAddressUntilItHasAName() {
        passes(0, Traffic.Kind.IN, "PING\\r");
        book.add(new Passed(
                NOON, ScriptedTraffic.peer(1, "PLC"), Traffic.Kind.IN, "PING\\r", Raw.NONE, 0, Optional.empty()));
        assertThat(rows()).extracting(TrafficRow::who).containsExactly("10.0.3.7:51021", "PLC");
    }

    @Test
    void givesEachAnswerTheTimeOfItsOwnRequest() {
        passes(0, Traffic.Kind.IN, "T1#a\\r");
        passes(10, Traffic.Kind.IN, "T2#b\\r");
        passes(20, Traffic.Kind.IN, "PING\\r");
        passes(21, Traffic.Kind.OUT, "PING,OK\\r");
        passes(40, Traffic.Kind.OUT, "T2#b,OK,7\\r");
        passes(90, Traffic.Kind.OUT, "ER,T1#a,11,station busy\\r");
        assertThat(rows().subList(3, 6))
                .extracting(TrafficRow::tookMs)
                .containsExactly(OptionalDouble.of(1), OptionalDouble.of(30), OptionalDouble.of(90));
        assertThat(rows().get(5).refused()).isTrue();
    }

    @Test
    void takesNoEventForAnAnswer() {
        passes(0, Traffic.Kind.IN, "T1\\r");
        passes(20, Traffic.Kind.OUT, "!RESULT,1,OK,7\\r");
        passes(21, Traffic.Kind.OUT, "T1,OK,7\\r");
        assertThat(rows().get(1).tookMs()).isEmpty();
        assertThat(rows().get(2).tookMs()).hasValue(21);
    }

    @Test
    void knowsARefusalInJson() {
        passes(0, Traffic.Kind.OUT, "{\"re\":\"T9\",\"status\":\"ER\",\"code\":10}\\n");
        passes(1, Traffic.Kind.OUT, "{\"re\":\"T1\",\"status\":\"OK\"}\\n");
        assertThat(rows()).extracting(TrafficRow::refused).containsExactly(true, false);
    }

    @Test
    void forgetsWhatAPeerThatLeftHadAsked() {
        passes(0, Traffic.Kind.NO_LINE_END, "T1");
        passes(1, Traffic.Kind.CLOSED, "PEER");
        assertThat(book.waiting()).isEmpty();
    }

    @Test
    void keepsTheLastFiveThousandRows() {
        for (int i = 0; i < 5_010; i++) {
            passes(i, Traffic.Kind.IN, "L" + i + "\\r");
        }
        assertThat(rows()).hasSize(5_000);
        assertThat(rows().get(0).text()).isEqualTo("L10\r");
    }

    @Test
    void writesControlCharactersBackButNothingThatHidesOrTurnsText() {
        assertThat(ControlText.of("T1\\x02\\0\\t\\\\r\\xe4\\u202e\\x")).isEqualTo("T1\u0002\0\t\\rä\\u202e\\x");
    }

    @Test
    void aLineTellsWhatItAskedForAndARefusalIsOneInEveryDialect() {
        Command trigger = new Command.Trigger(1, TriggerRequest.PLAIN);
        passes(0, Traffic.Kind.IN, "MEASURE\\r");
        meant(1, Traffic.Kind.ASKED, "", new Meaning.Wanted(trigger));
        meant(2, Traffic.Kind.REFUSED, "", new Meaning.Refused(trigger, Code.STATION_BUSY));
        meant(3, Traffic.Kind.OUT, "ER\\r", new Meaning.Refused(trigger, Code.STATION_BUSY));
        assertThat(rows())
                .extracting(TrafficRow::meaning)
                .containsExactly(
                        Optional.of(new Meaning.Wanted(trigger)),
                        Optional.of(new Meaning.Refused(trigger, Code.STATION_BUSY)));
        assertThat(rows().get(1).refused()).isTrue();
    }

    private void meant(int ms, Traffic.Kind kind, String text, Meaning meaning) {
        book.add(new Passed(NOON.plusMillis(ms), PLC, kind, text, Raw.NONE, 0, Optional.of(meaning)));
    }
}
