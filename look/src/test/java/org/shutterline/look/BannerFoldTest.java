package org.shutterline.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class BannerFoldTest {
    private final List<Notice> notices = Sheets.notices();

    @Test
    void showsUpToTwoInFull() {
        assertThat(BannerFold.of(notices.subList(0, 2), false).shown()).hasSize(2);
        assertThat(BannerFold.of(notices.subList(0, 2), false).folded()).isZero();
        assertThat(BannerFold.of(List.of(), false).shown()).isEmpty();
    }

    @Test
    void foldsMoreBehindTheWorstOne() {
        BannerFold fold = BannerFold.of(notices, false);
        assertThat(fold.shown()).extracting(Notice::id).containsExactly("lost");
        assertThat(fold.folded()).isEqualTo(2);
    }

    @Test
    void showsAllWhenOpened() {
        assertThat(BannerFold.of(notices, true).shown()).hasSize(3);
    }

    @Test
    void changesAStandingBannerInPlace() {
        BannerStack stack = new BannerStack();
        stack.show(notices.subList(0, 2));
        var first = stack.getComponent(0);
        stack.show(notices.subList(0, 2));
        assertThat(stack.getComponent(0)).isSameAs(first);
        stack.show(List.of());
        assertThat(stack.getComponentCount()).isZero();
    }
}
