package org.shutterline.server.ui.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.swing.JComboBox;
import org.junit.jupiter.api.Test;
import org.shutterline.server.editor.Comparison;
import org.shutterline.server.editor.EditorActions;
import org.shutterline.server.editor.EditorState;
import org.shutterline.server.editor.JobRow;
import org.shutterline.server.editor.JobVersion;

final class CompareCardTest {
    private final List<List<JobVersion>> asked = new ArrayList<>();
    private final EditorActions actions = (EditorActions) Proxy.newProxyInstance(
            EditorActions.class.getClassLoader(), new Class<?>[] {EditorActions.class}, (proxy, method, given) -> {
                asked.add(List.of((JobVersion) given[0], (JobVersion) given[1]));
                return null;
            });
    private final CompareCard card = new CompareCard(actions);

    private void show(JobRow job, int first, int second) {
        Comparison comparison =
                new Comparison(new JobVersion("plate", first), new JobVersion("plate", second), List.of());
        card.show(new EditorState(
                List.of(job),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.of(comparison),
                Optional.empty(),
                Optional.empty()));
    }

    private static JobRow job(int present, Integer... kept) {
        return new JobRow("plate", present, List.of(kept), Instant.EPOCH, 1, List.of(), false, Optional.empty());
    }

    private JComboBox<?> box(String name) {
        for (Component each : card.getComponents()) {
            if (name.equals(each.getName())) {
                return (JComboBox<?>) each;
            }
        }
        throw new AssertionError("there is no " + name);
    }

    private static List<Object> items(JComboBox<?> box) {
        return IntStream.range(0, box.getItemCount())
                .<Object>mapToObj(box::getItemAt)
                .toList();
    }

    @Test
    void allKeptVersionsCanBeChosenAfterGoingBack() {
        show(job(2, 5, 4, 2), 5, 2);

        assertThat(items(box("compare.firstVersion"))).containsExactly(5, 4, 2);
        assertThat(box("compare.firstVersion").getSelectedItem()).isEqualTo(5);
        assertThat(box("compare.secondVersion").getSelectedItem()).isEqualTo(2);
        box("compare.secondVersion").setSelectedItem(4);
        assertThat(asked).containsExactly(List.of(new JobVersion("plate", 5), new JobVersion("plate", 4)));
    }

    @Test
    void whatIsComparedIsShownThoughTheListOfJobsIsOlder() {
        show(job(1, 1), 1, 2);

        assertThat(items(box("compare.secondVersion"))).containsExactly(2, 1);
        assertThat(box("compare.secondVersion").getSelectedItem()).isEqualTo(2);
    }

    @Test
    void beginsWithThePresentOneAndTheOneBeforeItThatIsKept() {
        CompareCard.begin(actions, "plate", 4, List.of(5, 4, 2));
        CompareCard.begin(actions, "plate", 2, List.of(2, 5, 4));

        assertThat(asked)
                .containsExactly(
                        List.of(new JobVersion("plate", 2), new JobVersion("plate", 4)),
                        List.of(new JobVersion("plate", 5), new JobVersion("plate", 2)));
    }
}
