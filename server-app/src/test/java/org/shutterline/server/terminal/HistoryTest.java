package org.shutterline.server.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HistoryTest {
    private final History history = new History();

    @Test
    void upBringsOlderLinesAndDownBringsBackWhatWasBeingTyped() {
        history.add("T1");
        history.add("S1");
        assertThat(history.up("half")).contains("S1");
        assertThat(history.up("S1")).contains("T1");
        assertThat(history.up("T1")).isEmpty();
        assertThat(history.down()).contains("S1");
        assertThat(history.down()).contains("half");
        assertThat(history.down()).isEmpty();
    }

    @Test
    void aLineThatIsSentAgainStandsThereOnce() {
        history.add("T1");
        history.add("S1");
        history.add("T1");
        assertThat(history.up("")).contains("T1");
        assertThat(history.up("")).contains("S1");
        assertThat(history.up("")).isEmpty();
    }
}
