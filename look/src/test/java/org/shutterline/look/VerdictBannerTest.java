package org.shutterline.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shutterline.protocol.message.Verdict;

final class VerdictBannerTest {
    private final VerdictBanner banner = new VerdictBanner();

    @BeforeEach
    void speakEnglish() {
        Words.speak(Locale.ENGLISH);
    }

    @Test
    void saysVerdictReasonAndFacts() {
        banner.show(Samples.result(Verdict.NG, "Hole A too small: 4.84 mm, limit 4.90"));
        assertThat(banner.word()).isEqualTo("NG");
        assertThat(banner.state()).isEqualTo(State.NG);
        assertThat(banner.reason()).hasValue("Hole A too small: 4.84 mm, limit 4.90");
        assertThat(banner.facts()).containsExactly("SN-000123", "#1042", "14:03:22.417", "23.4 ms");
        assertThat(banner.getAccessibleContext().getAccessibleName()).startsWith("NG. Hole A too small");
    }

    @Test
    void neverShowsAGoodVerdictAsPresentWhenThereIsNoLink() {
        banner.showNoLink(Optional.of(Samples.result(Verdict.OK, "")));
        assertThat(banner.state()).isEqualTo(State.OFFLINE);
        assertThat(banner.word()).isEqualTo("NO LINK");
        assertThat(banner.reason()).hasValue("Last result before the break: OK");
    }

    @Test
    void marksAResultFromTheFilm() {
        banner.showEarlier(Samples.result(Verdict.OK, ""));
        assertThat(banner.reason()).hasValue("Earlier result");
        banner.show(Samples.result(Verdict.OK, ""));
        assertThat(banner.reason()).isEmpty();
    }

    @Test
    void marksAResultThatIsOkWithAWarning() {
        banner.show(Samples.warned());
        assertThat(banner.word()).isEqualTo("OK");
        assertThat(banner.state()).isEqualTo(State.OK);
        assertThat(banner.isWarning()).isTrue();
        assertThat(banner.reason()).hasValue("Warning: Hole A close to its limit: 4.92 mm, limit 4.90");
        assertThat(banner.getAccessibleContext().getAccessibleName()).startsWith("OK. Warning: Hole A close");
        banner.showNoLink(Optional.of(Samples.warned()));
        assertThat(banner.isWarning()).isFalse();
    }

    @Test
    void saysThatThereIsNoResultYet() {
        banner.showNothingYet();
        assertThat(banner.word()).isEqualTo("No result yet");
        assertThat(banner.facts()).isEmpty();
    }

    @Test
    void takesTheSmallerWordAndThenMovesTheShapeBeforeItCutsAWord() {
        BannerLayout wide = layout("UNKNOWN", 900, false);
        assertThat(wide.wordFont().getSize()).isEqualTo(88);
        BannerLayout narrower = layout("UNKNOWN", 520, false);
        assertThat(narrower.wordFont().getSize()).isEqualTo(64);
        assertThat(narrower.wordLeftPx()).isGreaterThan(60);
        BannerLayout small = layout("UNKNOWN", 400, true);
        assertThat(small.wordFont().getSize()).isEqualTo(64);
        assertThat(small.wordLeftPx()).isLessThan(24);
        assertThat(small.shapeTopPx()).isGreaterThan(small.wordBaselinePx());
        assertThat(small.reasonLeftPx()).isGreaterThan(small.padPx() + small.shapePx());
    }

    @Test
    void breaksALongReasonIntoTwoLines() {
        assertThat(BannerLayout.wrapped("one two three", Type.REASON.font(), 90, VerdictBannerTest::tenEach))
                .containsExactly("one two", "three");
        assertThat(BannerLayout.wrapped("one two three four five", Type.REASON.font(), 90, VerdictBannerTest::tenEach))
                .containsExactly("one two", "three fo\u2026");
    }

    private static BannerLayout layout(String word, int widthPx, boolean compact) {
        return BannerLayout.of(word, Optional.of("why"), 0, true, false, compact, widthPx, VerdictBannerTest::bold);
    }

    private static int bold(String text, Font font) {
        return (int) (text.length() * font.getSize() * 0.75);
    }

    private static int tenEach(String text, Font font) {
        return 10 * text.length();
    }
}
