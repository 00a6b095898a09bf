package org.shutterline.protocol.fuzz;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** All dialects, because one start of Jazzer is dearer than all that it plays. The first byte chooses one and its side. */
class DialectsFuzz {
    private static final List<Talks> ALL = List.of(
            KeyenceXgTalks.all(),
            KeyenceXgCvTalks.all(),
            KeyenceIvTalks.all(),
            InsightTalks.all(),
            InsightPushTalks.all(),
            OmronTalks.all(),
            CustomTalks.all(),
            PlainTalks.all());

    static Stream<byte[]> seeds() {
        return IntStream.range(0, ALL.size())
                .boxed()
                .flatMap(i -> Stream.concat(
                        beginningWith(2 * i, ALL.get(i).station()),
                        beginningWith(2 * i + 1, ALL.get(i).client())));
    }

    private static Stream<byte[]> beginningWith(int first, List<byte[]> talks) {
        return talks.stream()
                .map(talk -> ByteBuffer.allocate(talk.length + 1)
                        .put((byte) first)
                        .put(talk)
                        .array());
    }

    @MethodSource("seeds")
    @DictionaryEntries({
        "T1",
        "TA",
        "PW,1,12",
        "DW,100,82,1,",
        "STW,1,",
        "MR,#width",
        "MW,#limit,",
        "EXW,3",
        "EC,",
        "ER,T1,03",
        "GOOD",
        "TE,0",
        "M0",
        "T2",
        "RT",
        "OE,1",
        "PW,005",
        "DR,01,0",
        "DW,01,0,0000050",
        "BR,0",
        "STR",
        "STC",
        "RER",
        "RT,00013,OK,00,OK,0000094",
        "ER,T2,03",
        "admin",
        "secret",
        "line",
        "SW8",
        "SE8",
        "GVB012",
        "SIB010",
        "SFTool.Low ",
        "SSB010",
        "LFdeckel.job",
        "SJ12",
        "RI",
        "GI",
        "User: ",
        "Password: ",
        "User Logged In",
        "#ERR",
        ",",
        "MEASURE",
        "M /C",
        "M /E",
        "SCENE",
        "UNITDATA 5,6",
        "UD 5 8 ",
        "CLRMEAS",
        "IMGSAVE",
        "VERGET",
        "RESET",
        "OK",
        "ER",
        "TRIG ",
        "TRIG",
        "LAST",
        "STATE",
        "RECIPE ",
        "MIN=",
        "WIDTH",
        "EVT 1 ",
        "GO ",
        "ERR 01",
        "LAST1",
        "RESULT,5",
        "SINCE1,0,10",
        "IMAGE,5,raw",
        "FORMAT,JSON",
        "SUBSCRIBE",
        "SET1,",
        "GET1,",
        "HELLO,",
        "\"status\":\"OK\""
    })
    @FuzzTest
    void standsAnything(byte[] written) {
        ByteBuffer input = ByteBuffer.wrap(written);
        int first = Play.next(input);
        Play play = ALL.get(first / 2 % ALL.size()).play();
        if (first % 2 == 0) {
            play.station(input);
        } else {
            play.client(input);
        }
    }
}
