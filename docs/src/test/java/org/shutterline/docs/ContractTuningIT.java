package org.shutterline.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** GET and SET of section 4 of the wire contract, by a client that may. */
final class ContractTuningIT {
    private static final String OK = "SET1,OK";

    @TempDir
    Path folder;

    private RealServer server;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        server = RealServer.station("tuned", folder.resolve("data"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aChangedLimitJudgesTheNextPartAtEveryStationThatRunsTheJob() throws IOException {
        try (Talk talk = server.talk()) {
            assertThat(talk.ask("GET1,light.low")).isEqualTo("GET1,OK,20");
            assertThat(talk.trigger("T1").get(1)).isEqualTo("OK");
            assertThat(talk.ask("SET1,light.low,239.5")).isEqualTo(OK);
            assertThat(talk.askFields("T1").get(1)).isEqualTo("NG");
            assertThat(talk.trigger("T2").get(1)).isEqualTo("NG");
            assertThat(talk.ask("GET2,light.mean.low")).isEqualTo("GET2,OK,239.5");
        }
    }

    @Test
    void aSetThatChangesNothingMakesNoVersionAndTheSameContentIsTheSameVersion() throws IOException {
        try (Talk talk = server.talk()) {
            String first = version(talk);
            assertThat(talk.ask("SET1,light.low,20.0")).isEqualTo(OK);
            assertThat(talk.ask("SET1,light.warnLow,")).isEqualTo(OK);
            assertThat(version(talk)).isEqualTo(first);
            assertThat(talk.ask("SET1,light.warnLow,30")).isEqualTo(OK);
            String second = version(talk);
            assertThat(second).isNotEqualTo(first);
            assertThat(talk.ask("SET1,light.warnLow,")).isEqualTo(OK);
            assertThat(version(talk)).isEqualTo(first);
            assertThat(talk.ask("SET1,light.warnLow,30.00")).isEqualTo(OK);
            assertThat(version(talk)).isEqualTo(second);
        }
    }

    /** Of the job that judges now. */
    private static String version(Talk talk) throws IOException {
        String id = talk.trigger("T1").get(2);
        return Json.read(talk.ask("DETAIL," + id)).get("jobVersion").textValue();
    }

    @Test
    void whatWasChangedSurvivesAKill() throws IOException, InterruptedException {
        try (Talk talk = server.talk()) {
            assertThat(talk.ask("SET1,light.high,200.25")).isEqualTo(OK);
            assertThat(talk.ask("SET1,light.title,\"Light, left\"")).isEqualTo(OK);
        }
        server.close();
        server = RealServer.station("tuned", folder.resolve("data"));
        try (Talk talk = server.talk()) {
            assertThat(talk.ask("GET1,light.high")).isEqualTo("GET1,OK,200.25");
            assertThat(talk.ask("GET2,light.title")).isEqualTo("GET2,OK,\"Light, left\"");
        }
    }

    @Test
    void whatCannotBeUsedIs03AndChangesNothing() throws IOException {
        try (Talk talk = server.talk()) {
            String before = version(talk);
            for (String wrong : new String[] {
                "light.low,abc",
                "light.low,1e3",
                "light.low,241",
                "light.colour,5",
                "bolt.low,5",
                "light,5",
                "light.region,{}",
                "light.whenNotFound,OK",
                "light.timeLimitMs,0"
            }) {
                assertThat(talk.ask("SET1," + wrong)).startsWith("ER,SET1,03,");
            }
            assertThat(talk.ask("SET1,light.low,1000000000001")).endsWith("found '1000000000001'\"");
            assertThat(talk.ask("GET1,light.colour")).startsWith("ER,GET1,03,");
            assertThat(talk.ask("GET9,light.low")).isEqualTo("ER,GET9,10,no such station");
            assertThat(talk.ask("SET9,light.low,1")).isEqualTo("ER,SET9,10,no such station");
            assertThat(version(talk)).isEqualTo(before);
        }
    }

    @Test
    void severalInOneSegmentAreDoneInTheirOrder() throws IOException {
        try (Talk talk = server.talk()) {
            talk.send("SET1,light.low,21\r\nSET1,light.low,22\r\nGET1,light.low\r\n");
            assertThat(talk.line()).isEqualTo(OK);
            assertThat(talk.line()).isEqualTo(OK);
            assertThat(talk.line()).isEqualTo("GET1,OK,22");
        }
    }

    @Test
    void changesAtTwoStationsThatRunTheSameJobAreBothKept() throws IOException {
        try (Talk one = server.talk();
                Talk other = server.talk()) {
            for (int i = 1; i <= 10; i++) {
                one.send("SET1,light.low," + i + "\r\n");
                other.send("SET2,light.high," + (200 + i) + "\r\n");
            }
            for (int i = 0; i < 10; i++) {
                assertThat(one.line()).isEqualTo(OK);
                assertThat(other.line()).isEqualTo("SET2,OK");
            }
            for (String station : new String[] {"1", "2"}) {
                assertThat(one.askFields("GET" + station + ",light.low").get(2)).isEqualTo("10");
                assertThat(one.askFields("GET" + station + ",light.high").get(2))
                        .isEqualTo("210");
            }
        }
    }

    @Test
    void oneThatChangesNothingMovesNoOtherStation() throws Exception {
        try (Talk talk = server.talk()) {
            assertThat(talk.ask("SET1,light.low,21")).isEqualTo(OK);
            Path job = folder.resolve("data/jobs/plate.yaml");
            Files.writeString(job, Files.readString(job).replace("low: 21", "low: 22"));
            assertThat(talk.ask("JOB1,plate")).startsWith("JOB1,OK");
            assertThat(talk.ask("GET2,light.low")).isEqualTo("GET2,OK,21");

            assertThat(talk.ask("SET1,light.low,22")).isEqualTo(OK);
            assertThat(talk.ask("SET1,light.low,22.0")).isEqualTo(OK);
            assertThat(talk.ask("GET1,light.low")).isEqualTo("GET1,OK,22");
            assertThat(talk.ask("GET2,light.low")).isEqualTo("GET2,OK,21");
        }
    }

    @Test
    void aTriggerThatRunsIsJudgedByTheOldOneAndTheReplyComesAfterIt() throws IOException {
        try (Talk talk = server.talk()) {
            talk.send("T3\r\nSET3,code.symbologies,\"[\"\"code39\"\"]\"\r\nJOB3,plate\r\n");
            assertThat(Talk.fields(talk.line()).subList(0, 2)).containsExactly("T3", "OK");
            assertThat(talk.line()).isEqualTo("SET3,OK");
            assertThat(talk.line()).isEqualTo("ER,JOB3,11,station busy");
            assertThat(talk.trigger("T3").get(1)).isEqualTo("NG");
            assertThat(talk.askFields("GET3,code.symbologies").get(2)).isEqualTo("[\"code39\"]");
        }
    }

    @Test
    void jsonTellsNumbersAsNumbersAndAWarningWithAMark() throws IOException {
        try (Talk talk = server.talk()) {
            talk.ask("FORMAT,JSON");
            assertThat(Json.read(talk.ask("GET1,light.low")).get("value").intValue())
                    .isEqualTo(20);
            assertThat(Json.read(talk.ask("GET1,light.warnLow")).get("value").isNull())
                    .isTrue();
            JsonNode region = Json.read(talk.ask("GET1,light.region")).get("value");
            assertThat(region.get("width").intValue()).isEqualTo(240);
            JsonNode plain = Json.read(talk.ask("T1"));
            assertThat(plain.has("warning")).isFalse();
            assertThat(plain.get("values").get(0).has("warning")).isFalse();

            assertThat(Json.read(talk.ask("SET1#w,light.warnLow,239"))
                            .get("status")
                            .textValue())
                    .isEqualTo("OK");

            JsonNode warned = Json.read(talk.ask("T1"));
            assertThat(warned.get("status").textValue()).isEqualTo("OK");
            assertThat(warned.get("warning").booleanValue()).isTrue();
            JsonNode value = warned.get("values").get(0);
            assertThat(value.get("warning").booleanValue()).isTrue();
            assertThat(value.get("reason").textValue()).startsWith("Light nearly too small");
            JsonNode stored = Json.read(talk.ask("DETAIL," + warned.get("id").asText()));
            assertThat(stored.get("warning").booleanValue()).isTrue();
            assertThat(stored.get("values").get(0)).isEqualTo(value);
            talk.ask("FORMAT,FIELDS");
            assertThat(talk.trigger("T1")).hasSize(5);
        }
    }
}
