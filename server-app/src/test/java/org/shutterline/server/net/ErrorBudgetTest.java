package org.shutterline.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shutterline.protocol.message.Code;

class ErrorBudgetTest {
    private final ErrorBudget budget = new ErrorBudget(60, 0);

    private boolean spent(int errors, long nowNanos) {
        boolean spent = false;
        for (int n = 0; n < errors; n++) {
            spent |= budget.isSpentBy(Code.UNKNOWN_COMMAND, nowNanos);
        }
        return spent;
    }

    @Test
    void isSpentByOneTooMany() {
        assertThat(spent(60, 0)).isFalse();
        assertThat(spent(1, 0)).isTrue();
    }

    @Test
    void comesBackWithTime() {
        assertThat(spent(60, 0)).isFalse();
        assertThat(spent(10, 10_000_000_000L)).isFalse();
        assertThat(spent(1, 10_000_000_000L)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = Code.class,
            names = {
                "NO_SUCH_STATION",
                "STATION_BUSY",
                "STATION_OFFLINE",
                "NO_SUCH_JOB",
                "NO_SUCH_RESULT",
                "PICTURE_NOT_KEPT",
                "STATION_FAULT",
                "STORAGE_FAILED"
            })
    void refusals10To16And30AreNoErrors(Code code) {
        for (int n = 0; n < 1_000; n++) {
            assertThat(budget.isSpentBy(code, 0)).isFalse();
        }
    }

    @Test
    void mayBeOff() {
        ErrorBudget off = new ErrorBudget(0, 0);
        for (int n = 0; n < 1_000; n++) {
            assertThat(off.isSpentBy(Code.MALFORMED_LINE, 0)).isFalse();
        }
    }
}
