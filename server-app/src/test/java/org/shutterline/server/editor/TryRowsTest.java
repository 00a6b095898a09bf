package org.shutterline.server.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.shutterline.protocol.message.Verdict;

final class TryRowsTest {
    private final TryRows rows = new TryRows();

    @Test
    void thoseThatChangedComeFirstThenInOrder() {
        rows.add(row(0, Verdict.OK, Verdict.OK));
        rows.add(row(1, Verdict.OK, Verdict.NG));
        rows.add(row(2, Verdict.NG, Verdict.NG));
        rows.add(row(3, Verdict.NG, Verdict.OK));

        assertThat(rows.all()).extracting(TryView.Row::index).containsExactly(1, 3, 0, 2);
    }

    @Test
    void theListIsMadeAnewOnlyWhenARowCame() {
        rows.add(row(0, Verdict.OK, Verdict.OK));
        List<TryView.Row> before = rows.all();
        assertThat(rows.all()).isSameAs(before);

        rows.add(row(1, Verdict.OK, Verdict.OK));
        assertThat(rows.all()).hasSize(2);
        assertThat(before).hasSize(1);
    }

    @Test
    void countsLabelsAgainstVerdicts() {
        rows.add(row(0, Verdict.OK, Verdict.NG));
        Map<Verdict, Map<Verdict, Integer>> before = rows.confusion();
        rows.add(row(1, Verdict.OK, Verdict.NG));

        assertThat(before).isEqualTo(Map.of(Verdict.OK, Map.of(Verdict.NG, 1)));
        assertThat(rows.confusion()).isEqualTo(Map.of(Verdict.OK, Map.of(Verdict.NG, 2)));
    }

    /** Was good, says a person. */
    private static TryView.Row row(int index, Verdict before, Verdict now) {
        return new TryView.Row(
                index,
                0,
                "file" + index,
                Optional::empty,
                Optional.of(Verdict.OK),
                Optional.of(before),
                now,
                "",
                List.of(),
                0);
    }
}
