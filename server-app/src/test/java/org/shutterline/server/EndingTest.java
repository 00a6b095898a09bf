package org.shutterline.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EndingTest {
    private final Ending ending = new Ending();
    private final List<String> done = new ArrayList<>();

    private static void fail(String why) {
        throw new IllegalStateException(why);
    }

    @Test
    void goesOnWhateverAStepDoes() {
        ending.step(() -> done.add("listeners"));
        ending.step(() -> fail("no camera"));
        ending.step(() -> fail("no thread"));
        ending.step(() -> done.add("archive"));
        assertThat(done).containsExactly("listeners", "archive");
        assertThatThrownBy(ending::done)
                .hasMessage("no camera")
                .satisfies(first -> assertThat(first.getSuppressed())
                        .extracting(Throwable::getMessage)
                        .containsExactly("no thread"));
    }

    @Test
    void saysNothingWhenAllIsDone() {
        ending.step(() -> done.add("all"));
        ending.done();
        assertThat(done).containsExactly("all");
    }
}
