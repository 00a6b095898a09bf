package org.shutterline.client.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shutterline.protocol.message.Verdict;

class ResultsCsvTest {
    @Test
    void writesOneLineAResultWithADecimalPointAndCrLf() {
        String csv = ResultsCsv.of(List.of(Samples.result(6, Verdict.NG, "A"), Samples.result(5, Verdict.OK, "")));

        assertThat(csv).isEqualTo("""
                        id,time,station,job,part,verdict,code,reason,ms,origin,hole A\r
                        6,2026-11-23T14:03:06+01:00,1,plate-A,A,NG,,"hole A too small: 4.84 mm, limit 4.90",23.4,wire,4.84\r
                        5,2026-11-23T14:03:05+01:00,1,plate-A,,OK,,,23.4,wire,5.02\r
                        """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx"})
    void makesNoFormulaOfAPart(String part) {
        assertThat(ResultsCsv.of(List.of(Samples.result(1, Verdict.OK, part)))).contains(",'" + part);
    }

    @Test
    void doublesQuotesInAPart() {
        assertThat(ResultsCsv.of(List.of(Samples.result(1, Verdict.OK, "3\" pipe, left"))))
                .contains(",\"3\"\" pipe, left\",");
    }
}
