package org.shutterline.protocol.dialect.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shutterline.protocol.spi.Samples.measured;
import static org.shutterline.protocol.spi.Samples.number;
import static org.shutterline.protocol.spi.Samples.result;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.message.Value;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.spi.BothSides;
import org.shutterline.protocol.spi.Talk;

/** The port that only tells results. */
class InsightPushTest {
    private static Talk talk(Map<String, Object> settings) {
        InsightPushDialect dialect = new InsightPushDialect();
        return Talk.with(dialect.server(Options.checked("test", settings, dialect.settings()), Role.ADMIN));
    }

    @Test
    void tellsEachResultOfItsStations() {
        Talk talk = talk(Map.of("stations", List.of(1, 3))).hearsNothing();
        talk.happens(new Event.Finished(result(7, 1, Verdict.OK, number("width", 12.345, 3))))
                .hears("1,12.345\r\n");
        talk.happens(new Event.Finished(result(8, 2, Verdict.OK))).passes(5).hearsNothing();
        talk.happens(new Event.Finished(result(9, 3, Verdict.NG, measured("width", Value.missing(), Verdict.NG))))
                .hears("0,#ERR\r\n");
        talk.passes(5)
                .happens(new Event.Finished(result(10, 1, Verdict.UNKNOWN)))
                .hears("#ERR\r\n");
        talk.passes(5).happens(new Event.Unsafe(1, 11)).hearsNothing();
    }

    @Test
    void keepsAGapBetweenTwoLines() {
        Talk talk = talk(Map.of("resultFields", List.of("id", "judgement")));
        talk.happens(new Event.Finished(result(1, Verdict.OK))).happens(new Event.Finished(result(2, Verdict.NG)));
        talk.hears("1,1\r\n").passes(5).hears("2,0\r\n");
    }

    @Test
    void dropsWhateverIsSent() {
        Talk talk = talk(Map.of());
        talk.says("SW8\r\nGET / HTTP/1.1\r\n").says("x".repeat(1 << 20)).says("\u0016\u0003\u0001");
        talk.asks().passes(60_000).hearsNothing().is("open");
        assertThat(talk.otherSteps()).isEmpty();
        talk.happens(new Event.Finished(result(1, Verdict.OK))).hears("1\r\n");
        talk.ends().is("closed after 0 ms");
    }

    @ParameterizedTest
    @EnumSource(Verdict.class)
    void aClientHearsThem(Verdict verdict) {
        BothSides sides = new BothSides(
                new InsightPushDialect(), Map.of(), command -> new Reply.Done(), id -> result(id, verdict));
        sides.happens(new Event.Finished(result(7, verdict, number("width", 12.345, 3))));
        assertThat(sides.events()).singleElement().isInstanceOfSatisfying(Event.Finished.class, finished -> {
            assertThat(finished.result().verdict()).isEqualTo(verdict);
            assertThat(finished.result().values()).hasSize(1);
        });
        assertThat(sides.ask(new Command.GoOnline(1)))
                .get()
                .isInstanceOfSatisfying(
                        Reply.Refused.class, no -> assertThat(no.code()).isEqualTo(Code.UNKNOWN_COMMAND));
        assertThat(sides.ask(new Command.ListStations())).contains(new Reply.Stations(List.of(1)));
        assertThat(sides.ping()).get().isInstanceOf(Reply.Refused.class);
        assertThat(sides.asked()).isEmpty();
    }
}
