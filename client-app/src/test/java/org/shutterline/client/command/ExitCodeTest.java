package org.shutterline.client.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shutterline.client.operator.Samples;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.StationState;
import org.shutterline.protocol.message.Verdict;

class ExitCodeTest {
    private static final Reply STATUS = new Reply.Status(Samples.status(StationState.READY, 5, 4, 1));
    private static final Reply BUSY = new Reply.Refused(Code.STATION_BUSY);

    @ParameterizedTest
    @CsvSource({"OK,0", "NG,1", "UNKNOWN,2"})
    void tellsTheVerdictOfATriggerWhetherItsResultIsNewOrRepeated(Verdict verdict, int code) {
        assertThat(ExitCode.ofTrigger(new Reply.Found(Samples.result(5, verdict))))
                .isEqualTo(code);
        assertThat(ExitCode.ofTrigger(new Reply.Repeated(Samples.result(5, verdict))))
                .isEqualTo(code);
    }

    @Test
    void tellsARefusal() {
        assertThat(ExitCode.ofTrigger(BUSY)).isEqualTo(3);
        assertThat(ExitCode.ofStatus(BUSY)).isEqualTo(3);
    }

    @Test
    void neverTakesAReplyWithoutAVerdictForAGoodPart() {
        List<Reply> strange = List.of(new Reply.Accepted(5, false), new Reply.Done(), STATUS);

        assertThat(strange)
                .allSatisfy(reply -> assertThat(ExitCode.ofTrigger(reply)).isEqualTo(2));
    }

    @Test
    void takesOnlyAStatusForAStatus() {
        assertThat(ExitCode.ofStatus(STATUS)).isZero();
        assertThat(ExitCode.ofStatus(new Reply.Done())).isEqualTo(2);
    }
}
