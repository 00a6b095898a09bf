package org.shutterline.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shutterline.protocol.message.Measurement;
import org.shutterline.protocol.message.Verdict;

final class ValueWordsTest {
    @BeforeEach
    void speakEnglish() {
        Words.speak(java.util.Locale.ENGLISH);
    }

    @Test
    void saysTheDistanceOfAValueOutside() {
        ValueWords words = ValueWords.of(Samples.number("hole A", 4.84, 4.9, 5.1, Verdict.NG));
        assertThat(words.value()).isEqualTo("4.84");
        assertThat(words.verdictWords()).isEqualTo("0.06 below 4.90");
        assertThat(words.barred()).isTrue();
    }

    @Test
    void givesTheReasonOfAValueThatIsInsideAndYetNotOk() {
        ValueWords words = ValueWords.of(Samples.number("hole A", 5.0, 4.9, 5.1, Verdict.UNKNOWN));
        assertThat(words.verdictWords()).isEqualTo("too small");
    }

    @Test
    void saysWhyAValueIsAWarning() {
        Measurement near = Samples.warning("hole A", 4.92, 4.9, 5.1, "close to its limit");
        assertThat(ValueWords.of(near).verdictWords()).isEqualTo("close to its limit");
        assertThat(State.of(near, false)).isEqualTo(State.FAULT);
        assertThat(State.of(near, true)).isEqualTo(State.OFFLINE);
    }

    @Test
    void comparesATextWithWhatWasExpected() {
        assertThat(ValueWords.of(Samples.text("code", "A", "A", Verdict.OK)).verdictWords())
                .isEqualTo("as expected");
        assertThat(ValueWords.of(Samples.text("code", "B", "A", Verdict.NG)).verdictWords())
                .isEqualTo("expected A");
    }

    @Test
    void showsADashAndTheReasonForWhatWasNotMeasured() {
        ValueWords words = ValueWords.of(Samples.missing("width", "edge not found"));
        assertThat(words.value()).isEqualTo("\u2013");
        assertThat(words.number()).isEqualTo(OptionalDouble.empty());
        assertThat(words.verdictWords()).isEqualTo("edge not found");
        assertThat(ValueWords.of(Samples.missing("width", "")).verdictWords()).isEqualTo("not measured");
    }
}
